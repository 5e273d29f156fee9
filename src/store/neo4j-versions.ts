/**
 * Removing what only the old version of a corrected report supported: relationships, then nodes.
 *
 * Facts that another report supports as well lose the old version's evidence and stay. Planned before it is done, so
 * that a dry run can say it; what is removed bears the marks of this program, as in neo4j-prune.ts.
 */
import neo4j from 'neo4j-driver';
import { STORE_EDGE_TYPES, type StoreEdgeType } from '../schema.js';
import { batches } from './batches.js';
import { type EdgeKey, type PrunePlan, prune, type Removed, select } from './neo4j-prune.js';
import { inSession, type Link, write } from './neo4j-session.js';
import type { Rows } from './rows.js';
import { readEdgesByEvidence, readLooseNodes, readOwnReports, readTies, setEvidence } from './statements.js';
import { reportOf, type StoredReport } from './versions.js';

interface Supported extends EdgeKey {
  readonly type: StoreEdgeType;
  /** What is left of its evidence; empty where nothing is. */
  readonly evidence: readonly string[];
}

export interface VersionPlan {
  readonly reports: readonly StoredReport[];
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

const opening = (id: string): string => `{"report":${JSON.stringify(id)}`;

async function supported(link: Link, old: ReadonlySet<string>, rows: Rows): Promise<Supported[]> {
  const written = new Set(rows.edges.map(({ id }) => id));
  const found: Supported[] = [];
  for (const type of STORE_EDGE_TYPES) {
    const params = { openings: [...old].map(opening), reports: [...old] };
    const edges = await select<Supported>(
      link,
      readEdgesByEvidence(type),
      params,
      ({ id }) => !written.has(id),
    );
    found.push(
      ...edges.map((edge) => ({
        ...edge,
        type,
        evidence: (edge.evidence ?? []).filter((text) => !old.has(reportOf(text))),
      })),
    );
  }
  return found;
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

/** What the new versions in `rows` take the place of; writes nothing. */
export async function planVersions(
  link: Link,
  rows: Rows,
  reports: readonly StoredReport[],
): Promise<VersionPlan> {
  const old = new Set(reports.map(({ id }) => id));
  const edges = old.size > 0 ? await supported(link, old, rows) : [];
  const gone = edges.filter(({ evidence }) => evidence.length === 0);
  const stays = new Set([
    ...rows.nodes.map(({ id }) => id),
    ...rows.edges.flatMap(({ from, to }) => [from, to]),
  ]);
  // An earlier load may have been ended between removing relationships and removing nodes.
  const left =
    old.size > 0
      ? await select<{ id: string }>(link, readLooseNodes, { reports: [...old] }, ({ id }) => !stays.has(id))
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
    reports,
    removal: { edges: byType, nodes, kept },
    weakened: edges.filter(({ evidence }) => evidence.length > 0),
  };
}

/** Carries the plan out; returns what the server removed. */
export async function replaceVersions(link: Link, plan: VersionPlan): Promise<Removed> {
  for (const type of STORE_EDGE_TYPES) {
    const edges = plan.weakened.filter((edge) => edge.type === type);
    for (const batch of batches(edges)) await write(link, setEvidence(type), batch);
  }
  return prune(link, plan.removal);
}
