/** Each reporting unit at a glance: how many facts of which kind, newest year, and what most sentences speak of. */
import { type EdgeType, type NodeLabel, PROJECT_STAGES } from '../../src/schema.js';
import { at, type Data } from '../data.js';
import { unitsOfFacts } from './facts.js';

export const CARD_COUNTS = ['honours', 'programs', 'projects', 'figures'] as const;
export type CardCount = (typeof CARD_COUNTS)[number];

export interface TownCard {
  readonly town: number;
  readonly reports: number;
  readonly years: readonly number[];
  readonly facts: number;
  /** Distinct things, whatever is said of each. */
  readonly counts: Readonly<Record<CardCount, number>>;
  /** Things by the number of distinct sentences of this unit's facts, most first. */
  readonly strongest: readonly { readonly node: number; readonly sentences: number }[];
}

const COUNTED = new Map<EdgeType, CardCount>([
  ['获评', 'honours'],
  ['实施', 'programs'],
  ['指标', 'figures'],
  ...PROJECT_STAGES.map((stage) => [stage, 'projects'] as const),
]);
/** That a town speaks of its county or of a figure is no news. */
const PLAIN: ReadonlySet<NodeLabel> = new Set<NodeLabel>(['Region', 'Town', 'Indicator', 'Report']);

interface Tally {
  facts: number;
  readonly counts: Readonly<Record<CardCount, Set<number>>>;
  readonly sentences: Map<number, Set<number>>;
}

const add = (data: Data, tally: Tally, index: number): void => {
  const edge = at(data.edges, index);
  tally.facts += 1;
  const kind = COUNTED.get(edge.type);
  if (kind !== undefined) tally.counts[kind].add(edge.to);
  for (const node of [edge.from, edge.to]) {
    if (PLAIN.has(at(data.nodes, node).label)) continue;
    const known = tally.sentences.get(node) ?? new Set<number>();
    tally.sentences.set(node, known);
    for (const [sentence] of edge.evidence) known.add(sentence);
  }
};

/** In the order of the page's towns, by the facts numbered in `edges`; `few`: how many of the strongest. */
export const townCards = (data: Data, edges: readonly number[], few: number): readonly TownCard[] => {
  const units = unitsOfFacts(data);
  const tallies = new Map(
    data.towns.map((town): [number, Tally] => [
      town,
      {
        facts: 0,
        counts: { honours: new Set(), programs: new Set(), projects: new Set(), figures: new Set() },
        sentences: new Map(),
      },
    ]),
  );
  for (const edge of edges) {
    for (const town of at(units, edge)) {
      const tally = tallies.get(town);
      if (tally !== undefined) add(data, tally, edge);
    }
  }
  return [...tallies].map(([town, { facts, counts, sentences }]) => {
    const reports = data.reports.filter((report) => report.town === town);
    return {
      town,
      reports: reports.length,
      years: [...new Set(reports.flatMap(({ year }) => year ?? []))].sort(),
      facts,
      counts: {
        honours: counts.honours.size,
        programs: counts.programs.size,
        projects: counts.projects.size,
        figures: counts.figures.size,
      },
      strongest: [...sentences]
        .map(([node, said]) => ({ node, sentences: said.size }))
        .sort((a, b) => b.sentences - a.sentences || a.node - b.node)
        .slice(0, few),
    };
  });
};
