/** `zhentu explain`: what was read in a sentence, or in a line of a report: frame, names, losers, claims, rules. */
import { ReadError, UsageError } from '../errors.js';
import { type Parts, partsWithout } from '../extract/engine.js';
import { type Reading, readDocument } from '../extract/index.js';
import { reasonsForFigure } from '../extract/indicators/judge/reasons.js';
import type { Reason } from '../extract/reasons.js';
import { reasonsForClaim } from '../extract/relations/judge/reasons.js';
import { WAY_NAMES } from '../extract/relations/judge/templates.js';
import { shortForms } from '../extract/short-forms.js';
import type { Model } from '../extract/tagger/model.js';
import { type Knowledge, openKnowledge } from '../knowledge.js';
import { readSentence } from '../lexicon/examples.js';
import { language, say } from '../messages.js';
import type { Frame, IndicatorClaim, Mention, RelationClaim, Sentence } from '../model.js';
import { read } from '../read/index.js';
import { INDICATOR_STATUS_ZH, LABEL_STYLE, STATUS_ZH } from '../schema.js';
import { readInput } from './inputs.js';

export interface ExplainOptions {
  readonly text?: string;
  readonly file?: string;
  readonly line?: number;
  readonly lexicon?: string;
  readonly without?: readonly (keyof Parts)[];
}

const frameText = ({ year, mood, period }: Frame): string => {
  const time = year === null ? say('年份未知', 'year unknown') : String(year);
  const view =
    mood === 'back'
      ? say('回顾', 'looks back')
      : mood === 'forward'
        ? say('计划', 'looks forward')
        : say('未定', 'neither');
  return [time, view, period].filter((x) => x !== null).join(' · ');
};

const typeName = (m: Mention): string => LABEL_STYLE[m.type][language()];
const statusName = (status: RelationClaim['status']): string =>
  status === undefined ? '' : say(STATUS_ZH[status], status);

const MOST_REASONS = 6;

/** The heaviest pieces of evidence; weights are log-odds. */
const reasonLine = (reasons: readonly Reason[], title = say('依据：', 'because: ')): string[] =>
  reasons.length === 0
    ? []
    : [
        `  ${title}${reasons
          .slice(0, MOST_REASONS)
          .map(
            ({ zh, en, lacking, weight }) =>
              `${lacking ? say('无', 'no ') : ''}${say(zh, en)} ${weight > 0 ? '+' : '−'}${Math.abs(weight).toFixed(1)}`,
          )
          .join(say('，', ', '))}`,
      ];

/** The clauses of a sentence, each with its verbs of relations and the names it begins with. */
const clauseLines = ({ layout, report }: Reading, sentence: Sentence): string[] =>
  layout.scene.clauses.flatMap((clause, i) => {
    if (clause.sentence !== sentence) return [];
    // 竣工投产 says what 竣工 and 投产 say: the longest at each place is shown.
    const longest = clause.verbs.filter(
      ({ span: [s, e] }) => !clause.verbs.some(({ span: [a, b] }) => a <= s && e <= b && b - a > e - s),
    );
    const said = new Map<string, Set<string>>();
    for (const { span, entry } of longest) {
      const word = report.text.slice(...span);
      said.set(word, (said.get(word) ?? new Set()).add(entry.relation));
    }
    const verbs = [...said].map(([word, relations]) => `${word}（${[...relations].join('、')}）`);
    const head = layout.heads[i]?.names.map((n) => n.mention.name) ?? [];
    const part = (name: string, words: readonly string[]) =>
      words.length === 0 ? '' : `  ${name}${words.join(say('、', ', '))}`;
    const text = report.text.slice(...clause.span);
    return [`${text}${part(say('动词：', 'verbs: '), verbs)}${part(say('开头：', 'begins with: '), head)}`];
  });

/** Where the other end of a relation was found and what weighed most, for the relation and for its status. */
const claimReasons = ({ layout }: Reading, model: Model | undefined, claim: RelationClaim): string[] => {
  const reasons = model ? reasonsForClaim(layout, model, claim) : null;
  if (reasons === null) return [];
  const [zh, en] = WAY_NAMES[reasons.way];
  return [
    `  ${say('另一端：', 'other end: ')}${say(zh, en)}`,
    ...reasonLine(reasons.claim),
    ...reasonLine(reasons.status, say('计划（＋）或完成（−）：', 'planned (+) or done (−): ')),
  ];
};

/** What weighed most for a figure, and for what it is called. */
const figureReasons = ({ figures }: Reading, model: Model | undefined, claim: IndicatorClaim): string[] => {
  const reasons = model ? reasonsForFigure(figures, model, claim) : null;
  if (reasons === null) return [];
  return [...reasonLine(reasons.kept), ...reasonLine(reasons.name, say('名称依据：', 'its name because: '))];
};

const explainSentence = (reading: Reading, sentence: Sentence, model: Model | undefined): string => {
  const { report, decision, relations, indicators, entities } = reading;
  const inside = (span: readonly [number, number]) =>
    span[0] >= sentence.span[0] && span[1] <= sentence.span[1];
  const name = (id: string) => entities.find((e) => e.id === id)?.name ?? id;
  const mentions = decision.kept.filter((m) => m.sentence === sentence.index);
  const links = shortForms(decision.kept, report.town);
  const shortFor = (m: Mention): string => {
    const link = links.get(m);
    return link === undefined ? '' : ` → ${link.full.name} (${link.rule})`;
  };
  const lost = decision.lost.filter(({ mention }) => mention.sentence === sentence.index);
  const claims = relations.filter((r) => inside(r.span));
  const figures = indicators.filter((i) => inside(i.span));
  const list = (title: string, rows: readonly string[]) =>
    rows.length === 0 ? [] : [`  ${title}`, ...rows.map((r) => `    ${r}`)];
  return [
    `“${report.text.slice(...sentence.span)}”`,
    `  ${say('框架：', 'frame: ')}${frameText(sentence.frame)}`,
    ...list(say('小句', 'clauses'), clauseLines(reading, sentence)),
    ...list(
      say('名称', 'names'),
      mentions.flatMap((m) => [
        `${typeName(m)} ${m.name}${m.canonical && m.canonical !== m.name ? ` = ${m.canonical}` : ''}${shortFor(m)}  [${m.rule}, ${m.score}]`,
        ...reasonLine(decision.reasonsFor?.(m) ?? []),
      ]),
    ),
    ...list(
      say('落选', 'lost'),
      lost.map(
        ({ mention: m, to }) =>
          `${typeName(m)} ${m.name}  [${m.rule}, ${m.score}] ← ${to === null ? say('把握不足', 'too unlikely') : `${to.name} [${to.rule}]`}`,
      ),
    ),
    ...list(
      say('关系', 'relations'),
      claims.flatMap((c) => [
        `${[name(c.subject), c.relation, name(c.object), statusName(c.status), c.year, c.amount, c.count]
          .filter((x) => x !== undefined && x !== '')
          .join(' ')}  [${c.rule}]`,
        ...claimReasons(reading, model, c),
      ]),
    ),
    ...list(
      say('指标', 'figures'),
      figures.flatMap((i) => [
        `${i.indicator} ${i.value}${i.unit}${i.yoy === null ? '' : `（${i.yoy > 0 ? '+' : ''}${i.yoy}%）`} ${i.year ?? ''} ${i.period} ${say(INDICATOR_STATUS_ZH[i.status], i.status)}  [${i.rule}]`,
        ...figureReasons(reading, model, i),
      ]),
    ),
  ].join('\n');
};

const readFile = (file: string, { engine, atlas }: Knowledge): Reading =>
  readDocument(read(readInput(file), atlas), engine, atlas);

/** Sentences of a source line (from 1), or of the whole file. */
const sentencesOfLine = (reading: Reading, line: number | undefined, file: string): readonly Sentence[] => {
  const { report } = reading;
  if (line === undefined) return report.sentences;
  const lines = report.source.split('\n');
  if (line < 1 || line > lines.length) {
    throw new UsageError(
      say(
        `${file}：没有第 ${line} 行，共 ${lines.length} 行`,
        `${file}: no line ${line}, there are ${lines.length}`,
      ),
    );
  }
  const start = lines.slice(0, line - 1).reduce((n, l) => n + l.length + 1, 0);
  const end = start + (lines[line - 1]?.length ?? 0);
  const found = report.sentences.filter(
    (s) => (report.map.starts[s.span[0]] ?? 0) >= start && (report.map.starts[s.span[0]] ?? 0) < end,
  );
  if (found.length === 0)
    throw new ReadError(
      say(
        `${file}:${line}：这一行没有正文（空行或网页栏目）`,
        `${file}:${line}: no text in this line (blank, or page furniture)`,
      ),
    );
  return found;
};

/** Throws UsageError where neither a sentence nor a file is given. */
export const runExplain = ({ text, file, line, lexicon, without }: ExplainOptions): string => {
  if ((text === undefined) === (file === undefined)) {
    throw new UsageError(
      say(
        '请给出 --text <句子>，或一个报告文件（可加 --line <行号>）',
        'give --text <sentence>, or a report file (with --line <n>)',
      ),
    );
  }
  if (text?.trim() === '')
    throw new UsageError(say('--text 是空的；请给出一个句子', '--text is empty; give a sentence'));
  const knowledge = openKnowledge(lexicon, partsWithout(without));
  const model = knowledge.engine.tagger?.model;
  if (text !== undefined) {
    const reading = readSentence(text, knowledge.engine, knowledge.atlas);
    // The first two lines are the title and heading the sentence is read under.
    return reading.report.sentences
      .slice(2)
      .map((s) => explainSentence(reading, s, model))
      .join('\n');
  }
  const reading = readFile(file ?? '', knowledge);
  return sentencesOfLine(reading, line, file ?? '')
    .map((s) => explainSentence(reading, s, model))
    .join('\n');
};
