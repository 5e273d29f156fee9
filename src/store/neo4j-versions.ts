/**
 * Removing what reports no longer say: relationships, then nodes. A corrected report has another id, and what only its
 * old version supported goes; one that was read again with other settings has the same, and what it no longer gives goes.
 *
 * Facts that another report supports as well lose this evidence and stay. Planned before it is done, so that a dry run
 * can say it; what is removed bears the marks of this program, as in neo4j-prune.ts.
 */
import neo4j from 'neo4j-driver';
import { STORE_EDGE_TYPES, type StoreEdgeType } from '../schema.js';
import { batches } from './batches.js';
import { STATED_COLUMNS } from './columns.js';
import { type EdgeKey, type PrunePlan, prune, type Removed, select } from './neo4j-prune.js';
import type { FoundEdge } from './neo4j-read.js';
import { inSession, type Link, write } from './neo4j-session.js';
import { propsToDriver } from './neo4j-values.js';
import type { Rows } from './rows.js';
import { readEdgesByReport, readLooseNodes, readOwnReports, readTies, setEdges } from './statements.js';
import { type Foreign, reportOf, type StoredReport, statedProps } from './versions.js';

/** A relationship that these reports support, or did, and that the graph no longer has. */
export interface Supported extends EdgeKey {
  readonly type: StoreEdgeType;
  /** What is left of its evidence; empty where nothing is. */
  readonly evidence: readonly string[];
}

export interface VersionPlan {
  readonly removal: PrunePlan;
  /** Facts that stay with less evidence, and that the load itself does not write. */
  readonly weakened: readonly Supported[];
}

/** The reports that the database holds. */
export const readReports = (link: Link): Promise<StoredReport[]> =>
  inSession(link, neo4j.session.READ, async (tx) => {
    const { records } = await tx.run(readOwnReports);
    return records.map((record) => {
      const { year, ...rest } = record.toObject() as unknown as StoredReport;
      return { ...rest, year: year === null ? null : neo4j.int(year).toNumber() };
    });
  });

/** So many openings every piece of evidence is compared with. */
const REPORTS_AT_ONCE = 100;

const opening = (id: string): string => `{"report":${JSON.stringify(id)}`;

const isText = (value: unknown): value is string => typeof value === 'string';

/** What is found beside the rows, if it is a fact of ours and one of these reports supports it. */
export function supportedBy(
  reports: ReadonlySet<string>,
  type: StoreEdgeType,
  { props: { id, evidence }, from, to }: FoundEdge,
): Supported | null {
  if (!isText(id) || !isText(from) || !isText(to) || !id.startsWith(`${type}|${from}|${to}|`)) return null;
  if (type === '提及') return reports.has(from) ? { id, type, from, to, evidence: [] } : null;
  if (!Array.isArray(evidence) || !evidence.every(isText)) return null;
  const left = evidence.filter((text) => !reports.has(reportOf(text)));
  return left.length < evidence.length ? { id, type, from, to, evidence: left } : null;
}

/** As a load that reads all relationships is told of them, for one that reads its own only. */
export async function readStrays(link: Link, reports: ReadonlySet<string>, rows: Rows): Promise<Supported[]> {
  const written = new Set(rows.edges.map(({ id }) => id));
  const found: Supported[] = [];
  for (const statement of readEdgesByReport) {
    for (const batch of batches([...reports], REPORTS_AT_ONCE)) {
      const params = { reports: batch, openings: batch.map(opening) };
      const edges = await select<Supported>(link, statement, params, ({ id }) => !written.has(id));
      for (const { type, from, to, id, evidence } of edges) {
        const stray = supportedBy(reports, type, { props: { id, evidence }, from, to });
        if (stray) found.push(stray);
      }
    }
  }
  return [...new Map(found.map((edge) => [edge.id, edge])).values()];
}

/** Ends of what goes, and the old reports: those of them that nothing else hangs on. */
async function loose(
  link: Link,
  gone: readonly Supported[],
  candidates: readonly string[],
): Promise<{ nodes: string[]; kept: number }> {
  const ids = new Set(gone.map(({ id }) => id));
  const nodes: string[] = [];
  let kept = 0;
  for (const batch of batches(candidates)) {
    type Ties = { id: string; own: string[]; others: boolean };
    const ties = await select<Ties>(link, readTies, { ids: batch, types: STORE_EDGE_TYPES }, () => true);
    for (const { id, own, others } of ties) {
      if (own.some((edge) => !ids.has(edge))) continue;
      if (others) kept += 1;
      else nodes.push(id);
    }
  }
  return { nodes, kept };
}

/** What becomes of `edges`, which the rows no longer have, and of the reports that are `old`; writes nothing. */
export async function planVersions(
  link: Link,
  rows: Rows,
  old: readonly string[],
  edges: readonly Supported[],
): Promise<VersionPlan> {
  const gone = edges.filter(({ evidence }) => evidence.length === 0);
  const stays = new Set([
    ...rows.nodes.map(({ id }) => id),
    ...rows.edges.flatMap(({ from, to }) => [from, to]),
  ]);
  // An earlier load may have been ended between removing relationships and removing nodes.
  const left =
    old.length > 0
      ? await select<{ id: string }>(link, readLooseNodes, { reports: old }, ({ id }) => !stays.has(id))
      : [];
  const candidates = new Set([
    ...old,
    ...gone.flatMap(({ from, to }) => [from, to]),
    ...left.map(({ id }) => id),
  ]);
  const { nodes, kept } = await loose(link, gone, [...candidates].filter((id) => !stays.has(id)).sort());
  const byType = new Map(
    STORE_EDGE_TYPES.map((type) => [type, gone.filter((edge) => edge.type === type)] as const),
  );
  return {
    removal: { edges: byType, nodes, kept },
    weakened: edges.filter(({ evidence }) => evidence.length > 0),
  };
}

/** Carries the plan out; returns what the server removed. What lost evidence states what is left of it does. */
export async function replaceVersions(link: Link, plan: VersionPlan, foreign: Foreign): Promise<Removed> {
  const weaker = ({ id, from, to, evidence }: Supported): object => ({
    id,
    from,
    to,
    props: propsToDriver({ ...STATED_COLUMNS, evidence: 'strings' }, statedProps(evidence, foreign)),
  });
  for (const type of STORE_EDGE_TYPES) {
    const edges = plan.weakened.filter((edge) => edge.type === type);
    for (const batch of batches(edges)) await write(link, setEdges(type), batch.map(weaker));
  }
  return prune(link, plan.removal);
}
