/** A value of an answer as a person reads it: names of things, citations, words for codes; never an id or a type. */
import { INDICATOR_STATUS_ZH, LABEL_STYLE, type NodeLabel, STATUS_ZH } from '../../src/schema.js';
import type { Data } from '../data.js';
import { type Say, typeName } from '../words.js';

/** Columns whose values are codes, by the end of their name. */
const CODES: Readonly<Record<string, (code: string, say: Say) => string>> = {
  状态: (code, say) => say({ ...INDICATOR_STATUS_ZH, ...STATUS_ZH }[code as 'done'] ?? code, code),
  类型: (code, say) => (Object.hasOwn(LABEL_STYLE, code) ? typeName(code as NodeLabel, say) : code),
};

export const cellText = (data: Data, value: unknown, column: string, say: Say): string => {
  if (value === null || value === undefined) return '';
  if (Array.isArray(value)) return value.map((item) => cellText(data, item, column, say)).join('、');
  if (typeof value === 'string') {
    return cited(value, data) ?? CODES[column.slice(-2)]?.(value, say) ?? value;
  }
  if (typeof value !== 'object') return String(value);
  const { name, nodes, type, title } = value as {
    name?: unknown;
    nodes?: unknown;
    type?: unknown;
    title?: unknown;
  };
  if (typeof name === 'string') return name;
  if (typeof title === 'string') return title;
  if (Array.isArray(nodes)) return nodes.map((node) => cellText(data, node, column, say)).join(' → ');
  return typeof type === 'string' ? type : JSON.stringify(value);
};

/** A piece of evidence as one cites it, 《title》sentence; null for what is none. */
const cited = (text: string, data: Data): string | null => {
  if (!text.startsWith('{"report":')) return null;
  try {
    const { text: sentence } = JSON.parse(text) as { text?: unknown };
    if (typeof sentence !== 'string') return null;
    const found = data.sentences.find((known) => known.text === sentence);
    const title = found === undefined ? undefined : data.reports[found.report]?.title;
    return title === undefined ? sentence : `《${title}》${sentence}`;
  } catch {
    return null;
  }
};
