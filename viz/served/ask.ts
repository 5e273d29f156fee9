/**
 * The question box of a served page: named questions with their parameters, or a reading Cypher query. Things of the
 * answer light up in the graph beside it; a row leads to its sentence or its thing.
 *
 * Its elements are made once per language and kept, so that what is typed stays while the rest of the page changes.
 */
import type { Data } from '../data.js';
import { h } from '../dom.js';
import * as update from '../state.js';
import type { View, ViewContext } from '../view.js';
import { figure, type Say } from '../words.js';
import { cellText } from './cell.js';
import { absentIds, rowReader } from './lit.js';
import type { Answer, Question, Server } from './server.js';

/** The question people come with. */
const FIRST = 'shared-programs';

export const createAskView = (server: Server): View => {
  let context: ViewContext | null = null;
  let made: { readonly language: string; readonly element: HTMLElement } | null = null;
  let questions: readonly Question[] | null = null;
  let answer: Answer | null = null;
  /** The named question it answers, or a query. */
  let answered = '';
  /** Later answers overtake earlier ones. */
  let asked = 0;

  const build = (say: Say): HTMLElement => {
    const status = h('p', { class: 'quiet', attributes: { role: 'status', 'data-testid': 'answer-status' } });
    const rows = h('div', {
      class: 'answer',
      attributes: { 'data-testid': 'answer', tabindex: '0', role: 'region' },
    });
    rows.setAttribute('aria-label', say('回答', 'Answer'));
    const fields = h('div', { class: 'ask-fields' });
    const select = h('select', {
      attributes: { id: 'ask-question', 'aria-label': say('现成的问题', 'Named question') },
    });
    const cypher = h('textarea', {
      attributes: {
        rows: '4',
        spellcheck: 'false',
        'aria-label': 'Cypher',
        placeholder: 'MATCH (t:Town)-[:实施]->(p:Program) RETURN p.name, collect(t.name)',
      },
    });
    const show = (): void => {
      if (context === null || answer === null) return;
      const { columns } = answer;
      const english = questions?.find(({ id }) => id === answered)?.columnsEn ?? columns;
      const headings = columns.map((column, index) => say(column, english[index] ?? column));
      rows.replaceChildren(answerTable(context.data, answer, headings, context));
      status.textContent = answer.truncated
        ? say(
            `前 ${figure(answer.rows.length)} 行，还有更多`,
            `first ${figure(answer.rows.length)} rows, there are more`,
          )
        : say(`${figure(answer.rows.length)} 行`, `${figure(answer.rows.length)} rows`);
    };
    const ask = async (text: string, params: Readonly<Record<string, string>>): Promise<void> => {
      asked += 1;
      const own = asked;
      status.textContent = say('正在查询…', 'Asking …');
      rows.replaceChildren();
      try {
        const found = await server.ask(text, params);
        if (own !== asked || context === null) return;
        const absent = context.data.whole === undefined ? [] : absentIds(context.data, found.rows);
        if (absent.length > 0) await context.actions.bring(absent);
        if (own !== asked || context === null) return;
        answer = found;
        answered = text;
        show();
        const read = rowReader(context.data);
        const lit = new Set(found.rows.flatMap((row) => read(row).nodes));
        context.actions.change((state) => update.light({ ...state, selection: null, trail: [] }, lit));
      } catch (error) {
        if (own === asked) status.textContent = error instanceof Error ? error.message : String(error);
      }
    };
    const showFields = (): void => {
      const question = questions?.find(({ id }) => id === select.value);
      fields.replaceChildren(
        ...(question?.parameters ?? []).map((parameter) =>
          h(
            'label',
            {},
            say(parameter.zh, parameter.en),
            h('input', { attributes: { name: parameter.name, value: String(parameter.default) } }),
          ),
        ),
      );
    };
    const fillQuestions = (): void => {
      select.replaceChildren(
        ...(questions ?? []).map((question) =>
          h('option', { attributes: { value: question.id } }, say(question.zh, question.en)),
        ),
      );
      if (questions?.some(({ id }) => id === FIRST)) select.value = FIRST;
      showFields();
    };
    select.addEventListener('change', showFields);
    if (questions !== null) fillQuestions();
    else {
      server.questions().then(
        (list) => {
          questions = list;
          fillQuestions();
        },
        (error: Error) => {
          status.textContent = error.message;
        },
      );
    }
    const askNamed = (): void => {
      const given = [...fields.querySelectorAll('input')].map(({ name, value }) => [name, value] as const);
      void ask(select.value, Object.fromEntries(given));
    };
    fields.addEventListener('keydown', (event) => {
      if (event.key === 'Enter' && !event.isComposing) askNamed();
    });
    const element = h(
      'div',
      { class: 'sheet ask' },
      h('h1', {}, say('提问', 'Ask')),
      h(
        'div',
        { class: 'ask-line' },
        select,
        h('button', { class: 'go', onClick: askNamed }, say('查询', 'Ask')),
      ),
      fields,
      h(
        'details',
        {},
        h('summary', {}, say('自己写查询语句（只读 Cypher）', 'Write a query (read-only Cypher)')),
        cypher,
        h('button', { class: 'go', onClick: () => void ask(`${cypher.value}\n`, {}) }, say('运行', 'Run')),
      ),
      status,
      rows,
    );
    show();
    return element;
  };

  return {
    name: 'ask',
    title: (say) => say('提问', 'Ask'),
    canvas: 'beside',
    render: (now) => {
      context = now;
      if (made?.language !== now.state.language)
        made = { language: now.state.language, element: build(now.say) };
      return [made.element];
    },
  };
};

/** `headings`: what the columns are called in the language of the page. */
const answerTable = (
  data: Data,
  { columns, rows }: Answer,
  headings: readonly string[],
  { say, actions }: ViewContext,
): HTMLElement => {
  const read = rowReader(data);
  if (rows.length === 0) {
    return h(
      'p',
      { class: 'quiet' },
      say('没有符合的行。换个参数，或换个问题。', 'No rows. Try other parameters, or another question.'),
    );
  }
  return h(
    'table',
    {},
    h(
      'thead',
      {},
      h('tr', {}, ...headings.map((heading) => h('th', { attributes: { scope: 'col' } }, heading))),
    ),
    h(
      'tbody',
      {},
      ...rows.map((row) => {
        const { nodes, facts } = read(row);
        const [fact, node] = [facts[0], nodes[0]];
        const go =
          fact !== undefined
            ? () => actions.selectFact(fact)
            : node !== undefined
              ? () => actions.selectNode(node)
              : null;
        return h(
          'tr',
          node === undefined ? {} : { attributes: { 'data-node': String(node) } },
          ...row.map((value, column) => {
            const text = cellText(data, value, columns[column] ?? '', say);
            if (column > 0 || go === null)
              return h('td', typeof value === 'number' ? { class: 'figure' } : {}, text);
            return h('td', {}, h('button', { class: 'plain', onClick: go }, text === '' ? '—' : text));
          }),
        );
      }),
    ),
  );
};
