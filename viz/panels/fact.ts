/** The panel of one fact: who, what, whom; the sentences that say so, with both names marked; and their source. */
import type { PageNode } from '../../src/view/page-data.js';
import { citation } from '../citation.js';
import { at, type Data, nameOf } from '../data.js';
import { h } from '../dom.js';
import { mark } from '../mark.js';
import { BETWEEN_HEADINGS, headingsOf } from '../section.js';
import type { State } from '../state.js';
import type { Actions } from '../view.js';
import { relationName, type Say } from '../words.js';
import { indicatorText } from './detail.js';
import { factTags, nodeButton, openingList } from './parts.js';

const forms = (node: PageNode): readonly string[] => [node.name, ...(node.aliases ?? [])];

const evidenceCard = (data: Data, edge: number, item: readonly [number, number], say: Say): HTMLElement => {
  const { from, to } = at(data.edges, edge);
  const ends = [at(data.nodes, from), at(data.nodes, to)] as const;
  const sentence = at(data.sentences, item[0]);
  const report = at(data.reports, sentence.report);
  const pieces = mark(sentence.text, ends.map(forms));
  const found = new Set(pieces.map(({ name }) => name));
  const missing = ends.filter((_, index) => !found.has(index)).map((node) => node.name);
  const year = report.year === null ? [] : [say(`${report.year}年`, String(report.year))];
  const source = [report.title, ...(report.issuer === null ? [] : [report.issuer]), ...year].join(' · ');
  const headings = headingsOf(report, sentence.start);
  const copied = h('span', { class: 'quiet', attributes: { role: 'status' } });
  return h(
    'article',
    { class: 'evidence', attributes: { 'data-testid': 'sentence' } },
    h(
      'blockquote',
      {},
      ...pieces.map(({ text, name }) =>
        name === null ? text : h('mark', { class: name === 0 ? 'subject' : 'object' }, text),
      ),
    ),
    missing.length > 0 &&
      h(
        'p',
        { class: 'quiet' },
        say(`句中省略：${missing.join('、')}`, `Left out in the sentence: ${missing.join(', ')}`),
      ),
    h('p', { class: 'origin' }, source),
    headings.length > 0 &&
      h(
        'p',
        { class: 'origin section', attributes: { 'data-testid': 'section' } },
        h('span', { class: 'quiet' }, say('章节 ', 'Section ')),
        headings.join(BETWEEN_HEADINGS),
      ),
    h(
      'p',
      { class: 'origin quiet' },
      h('span', { class: 'path' }, report.path),
      ` · ${say('字符', 'characters')} ${sentence.start}–${sentence.end}`,
    ),
    h(
      'p',
      { class: 'origin' },
      h(
        'span',
        { class: 'tag rule', title: say('读出这条事实的规则', 'The rule that read this fact') },
        at(data.rules, item[1]),
      ),
      h(
        'button',
        {
          class: 'plain',
          onClick: () => {
            navigator.clipboard.writeText(citation(report, sentence)).then(
              () => copied.replaceChildren(say('已复制', 'copied')),
              () =>
                copied.replaceChildren(
                  say('浏览器不允许复制，请手动选取', 'the browser refused; please select by hand'),
                ),
            );
          },
        },
        say('复制引文', 'Copy citation'),
      ),
      copied,
    ),
  );
};

/** The facts one goes through with 上一条 and 下一条: those of the thing one came from, or of the rarer end. */
const sequenceOf = (data: Data, index: number, { trail }: State): readonly number[] => {
  const { from, to } = at(data.edges, index);
  const came = trail.findLast((one) => one.kind === 'node' && (one.index === from || one.index === to));
  const rarer = at(data.edgesOf, from).length <= at(data.edgesOf, to).length ? from : to;
  return at(data.edgesOf, came?.index ?? rarer);
};

const steps = (data: Data, index: number, state: State, say: Say, { change }: Actions): HTMLElement => {
  const all = sequenceOf(data, index, state);
  const place = all.indexOf(index);
  const button = (key: string, text: string, to: number | undefined): HTMLButtonElement => {
    const element = h(
      'button',
      {
        class: 'node-tool',
        attributes: { 'data-key': `fact-${key}` },
        // One goes on among facts: Esc leads back to the thing, not through each of them.
        onClick: () =>
          to !== undefined && change((now) => ({ ...now, selection: { kind: 'fact', index: to } })),
      },
      text,
    );
    element.disabled = to === undefined;
    return element;
  };
  return h(
    'p',
    { class: 'node-tools', attributes: { 'data-testid': 'fact-steps' } },
    button('before', say('上一条', 'Previous'), all[place - 1]),
    button('next', say('下一条', 'Next'), all[place + 1]),
    h('span', { class: 'quiet figure' }, `${place + 1} / ${all.length}`),
  );
};

export const factPanel = (
  data: Data,
  index: number,
  state: State,
  say: Say,
  actions: Actions,
): readonly HTMLElement[] => {
  const fact = at(data.edges, index);
  const link = at(data.links, at(data.linkOf, index));
  const others = link.edges.filter((edge) => edge !== index);
  const object = at(data.nodes, fact.to);
  return [
    h('button', { class: 'plain back', onClick: actions.back }, say('‹ 返回', '‹ Back')),
    h(
      'h1',
      {
        class: 'statement',
        attributes: {
          'aria-label': `${nameOf(at(data.nodes, fact.from))} ${relationName(fact.type, say)} ${nameOf(object)}`,
        },
      },
      nodeButton(data, fact.from, actions),
      h('span', { class: 'relation' }, relationName(fact.type, say)),
      nodeButton(data, fact.to, actions),
    ),
    h(
      'p',
      { class: 'tags' },
      object.label === 'Indicator' && h('span', { class: 'tag' }, indicatorText(object, say)),
      ...factTags(fact, say),
    ),
    steps(data, index, state, say, actions),
    h('h3', {}, say('依据', 'Evidence'), h('span', { class: 'figure' }, String(fact.evidence.length))),
    openingList(fact.evidence, (item) => evidenceCard(data, index, item, say), 10, say),
    ...(others.length === 0
      ? []
      : [
          h(
            'section',
            {},
            h(
              'h3',
              {},
              say('两者之间的其他事实', 'Other facts between the two'),
              h('span', { class: 'figure' }, String(others.length)),
            ),
            openingList(
              others,
              (edge) =>
                h(
                  'button',
                  { class: 'fact', onClick: () => actions.selectFact(edge) },
                  h('span', {}, relationName(at(data.edges, edge).type, say)),
                  h('span', { class: 'fact-side' }, ...factTags(at(data.edges, edge), say)),
                ),
              8,
              say,
            ),
          ),
        ]),
  ];
};
