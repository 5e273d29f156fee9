/**
 * What a load does with facts of reports it does not bring.
 *
 * A database may hold reports of other folders: what they support stays, and a fact that they support as well keeps
 * their evidence. A report that was corrected and read again has another id; its old version is known by what did not
 * change, and what it alone supported goes.
 */
import type { Evidence, GraphReport } from '../model.js';
import { ageOf, newestStated } from '../stated.js';
import { type Columns, STATED_COLUMNS } from './columns.js';
import { fill, type Props, type Value, yuanOf } from './rows.js';

export type StoredReport = Pick<GraphReport, 'id' | 'title' | 'path' | 'town' | 'year' | 'published'>;

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

export function reportOf(evidence: string): string {
  const id = REPORT.exec(evidence)?.[1];
  if (id === undefined) return '';
  try {
    return JSON.parse(`"${id}"`) as string;
  } catch {
    return '';
  }
}

/** The reports of a database beside those that a load brings. */
export interface Foreign {
  /** Whether a report is one that this load neither brings nor replaces; what it supports stays. */
  readonly has: (report: string) => boolean;
  /** As in stated.ts; empty for a report that is not known. */
  readonly age: (report: string) => string;
}

/** `known`: ids of the reports a load brings or replaces; null where it is to be all there is. */
export function foreignTo(known: ReadonlySet<string> | null, reports: readonly StoredReport[]): Foreign {
  const ages = new Map(reports.map((report) => [report.id, ageOf(report)]));
  return {
    has: (report) => known !== null && !known.has(report),
    age: (report) => ages.get(report) ?? '',
  };
}

const list = (value: unknown): readonly string[] => (Array.isArray(value) ? (value as string[]) : []);

/** In one order, whoever is loaded last, and even where others say nothing: what is stored now is “others” next time. */
const united = (own: readonly string[], others: readonly string[]): readonly string[] =>
  [...new Set([...own, ...others])].sort();

type Values = Readonly<Record<string, unknown>>;

/** Of each column what the first states, and where it is silent what the second does. */
const keepStated = (columns: Columns, first: Values, second: Values): Props =>
  Object.fromEntries(
    Object.keys(columns).map((name) => [name, ((first[name] ?? second[name]) as Value | undefined) ?? null]),
  );

function parsed(text: string): Evidence | null {
  try {
    return JSON.parse(text) as Evidence;
  } catch {
    return null;
  }
}

/** In the place of what other evidence stated. */
const NOTHING_STATED: Props = Object.fromEntries(Object.keys(STATED_COLUMNS).map((name) => [name, null]));

/** Evidence as an edge stores it, and what the edge then states. */
export function statedProps(evidence: readonly string[], { age }: Foreign): Props {
  const pieces = evidence.map(parsed).filter((piece) => piece !== null);
  const stated = newestStated(pieces, age);
  return { ...NOTHING_STATED, ...fill(STATED_COLUMNS, stated, { yuan: yuanOf(stated.amount) }), evidence };
}

/**
 * An edge as it is to be stored: with the evidence that reports not loaded here gave it, and what they state. Where
 * two differ in amount, count or level, that of the newest report stands, whichever folder was loaded last.
 */
export function withForeignEvidence(own: Props, found: Values, foreign: Foreign): Props {
  const others = list(found.evidence).filter((text) => foreign.has(reportOf(text)));
  if (others.length === 0) return own;
  return {
    ...own,
    ...statedProps(united(list(own.evidence), others), foreign),
    // An edge that is stated anywhere is not derived.
    derived: own.derived && found.derived === true ? true : null,
  };
}

/**
 * A node that reports not loaded here name as well: what only they state stays, and so does what it is called, or two
 * folders loaded in turn would rename it every time; the name given here becomes one more alias.
 */
export function withForeignNames(columns: Columns, own: Props, found: Values): Props {
  const name = typeof found.name === 'string' ? found.name : own.name;
  const names = [...list(own.aliases), String(own.name)].filter((alias) => alias !== name);
  return {
    ...keepStated(columns, own, found),
    name: name ?? null,
    aliases: united(names, list(found.aliases)),
  };
}
