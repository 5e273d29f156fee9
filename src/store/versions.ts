/**
 * What a load does with facts of reports it does not bring.
 *
 * A database may hold reports of other folders: what they support stays, and a fact that they support as well keeps
 * their evidence. A report that was corrected and read again has another id; its old version is known by what did not
 * change, and what it alone supported goes.
 */
import type { GraphReport } from '../model.js';
import type { Columns } from './columns.js';
import type { Props, Value } from './rows.js';

export type StoredReport = Pick<GraphReport, 'id' | 'title' | 'path' | 'town' | 'year'>;

/**
 * Same unit, same year, and the same file or the same title. Where town or year is not known they tell nothing apart,
 * and every folder may have a `report.txt` or a “工作总结”: then it takes both.
 */
function isVersionOf(old: StoredReport, report: GraphReport): boolean {
  if (old.town !== report.town || old.year !== report.year) return false;
  const [path, title] = [old.path === report.path, old.title === report.title];
  return old.town !== null && old.year !== null ? path || title : path && title;
}

/** Those of the stored reports that the loaded ones take the place of. */
export function supersededBy(
  reports: readonly GraphReport[],
  stored: readonly StoredReport[],
): StoredReport[] {
  const loaded = new Set(reports.map(({ id }) => id));
  return stored.filter((old) => !loaded.has(old.id) && reports.some((report) => isVersionOf(old, report)));
}

// Evidence is text that begins with its report (rows.ts): cheaper than parsing every sentence.
const REPORT = /^\{"report":"((?:[^"\\]|\\.)*)"/;

export const reportOf = (evidence: string): string => {
  const id = REPORT.exec(evidence)?.[1];
  return id === undefined ? '' : (JSON.parse(`"${id}"`) as string);
};

export type Foreign = (report: string) => boolean;

const list = (value: unknown): readonly string[] => (Array.isArray(value) ? (value as string[]) : []);

/** In one order, whoever is loaded last, and even where others say nothing: what is stored now is “others” next time. */
const united = (own: readonly string[], others: readonly string[]): readonly string[] =>
  [...new Set([...own, ...others])].sort();

const keepStated = (columns: Columns, own: Props, found: Readonly<Record<string, unknown>>): Props =>
  Object.fromEntries(
    Object.keys(columns).map((name) => [name, own[name] ?? (found[name] as Value | undefined) ?? null]),
  );

/** An edge as it is to be stored: with the evidence that reports not loaded here gave it, and what they state. */
export function withForeignEvidence(
  columns: Columns,
  own: Props,
  found: Readonly<Record<string, unknown>>,
  foreign: Foreign,
): Props {
  const others = list(found.evidence).filter((text) => foreign(reportOf(text)));
  if (others.length === 0) return own;
  return {
    ...keepStated(columns, own, found),
    evidence: united(list(own.evidence), others),
  };
}

/**
 * A node that reports not loaded here name as well: what only they state stays, and so does what it is called, or two
 * folders loaded in turn would rename it every time; the name given here becomes one more alias.
 */
export function withForeignNames(
  columns: Columns,
  own: Props,
  found: Readonly<Record<string, unknown>>,
): Props {
  const name = typeof found.name === 'string' ? found.name : own.name;
  const names = [...list(own.aliases), String(own.name)].filter((alias) => alias !== name);
  return {
    ...keepStated(columns, own, found),
    name: name ?? null,
    aliases: united(names, list(found.aliases)),
  };
}
