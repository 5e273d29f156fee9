/**
 * Projects by stage: each once, where it has got to.
 *
 * A stage that was done or is under way is reached; what is only planned is the next step. A project of which
 * nothing is reached stands at its first planned stage, and is told apart there.
 */
import { PROJECT_STAGES, type ProjectStage } from '../../src/schema.js';
import { at, type Data } from '../data.js';
import type { Standing } from '../state.js';
import { standingOf } from '../visible.js';
import { strongestFirst, unitsOfFacts } from './facts.js';

export interface ProjectCard {
  readonly node: number;
  readonly stage: ProjectStage;
  readonly standing: Standing;
  /** The fact that says so. */
  readonly edge: number;
  readonly year: number | null;
  readonly amount: string | null;
  readonly towns: readonly number[];
  /** The first planned stage behind the one reached, with the fact that promises it. */
  readonly next: { readonly stage: ProjectStage; readonly year: number | null; readonly edge: number } | null;
}

export interface BoardColumn {
  readonly stage: ProjectStage;
  readonly cards: readonly ProjectCard[];
  /** How many of them are only planned. */
  readonly planned: number;
}

const STAGES: ReadonlySet<string> = new Set(PROJECT_STAGES);
const stepOf = (data: Data, edge: number): number =>
  PROJECT_STAGES.indexOf(at(data.edges, edge).type as ProjectStage);
/** Without a standing a stage is stated as it is. */
const isReached = (standing: Standing): boolean => !['planned', 'candidate', 'target'].includes(standing);

const cardOf = (data: Data, node: number, edges: readonly number[]): ProjectCard => {
  const units = unitsOfFacts(data);
  const ordered = strongestFirst(data, edges);
  const reached = ordered.filter((edge) => isReached(standingOf(at(data.edges, edge))));
  const planned = ordered.filter((edge) => !isReached(standingOf(at(data.edges, edge))));
  const first = [...planned].sort((a, b) => stepOf(data, a) - stepOf(data, b))[0];
  const furthest = [...reached].sort((a, b) => stepOf(data, b) - stepOf(data, a))[0];
  const edge = furthest ?? first ?? at(edges, 0);
  const step = stepOf(data, edge);
  const next = planned
    .filter((one) => stepOf(data, one) > step)
    .sort((a, b) => stepOf(data, a) - stepOf(data, b))[0];
  const amounts = ordered.flatMap((one) => at(data.edges, one).amount ?? []);
  const own = at(data.nodes, node).props?.amount;
  return {
    node,
    stage: at(PROJECT_STAGES, step),
    standing: standingOf(at(data.edges, edge)),
    edge,
    year: at(data.yearOf, edge),
    amount: amounts[0] ?? (own === undefined ? null : String(own)),
    towns: [...new Set(edges.flatMap((one) => at(units, one)))].sort((a, b) => a - b),
    next:
      next === undefined
        ? null
        : {
            stage: at(PROJECT_STAGES, stepOf(data, next)),
            year: at(data.yearOf, next),
            edge: next,
          },
  };
};

/** One column for each stage, in order, by the facts numbered in `edges`. */
export const projectBoard = (data: Data, edges: readonly number[]): readonly BoardColumn[] => {
  const stages = new Map<number, number[]>();
  for (const edge of edges) {
    const { type, to } = at(data.edges, edge);
    if (!STAGES.has(type)) continue;
    const own = stages.get(to);
    if (own === undefined) stages.set(to, [edge]);
    else own.push(edge);
  }
  const cards = [...stages].map(([node, own]) => cardOf(data, node, own));
  const name = ({ node }: ProjectCard): string => at(data.nodes, node).pinyin;
  return PROJECT_STAGES.map((stage) => {
    const own = cards
      .filter((card) => card.stage === stage)
      .sort(
        (a, b) =>
          Number(isReached(b.standing)) - Number(isReached(a.standing)) ||
          (b.year ?? 0) - (a.year ?? 0) ||
          at(data.nodes, b.node).support - at(data.nodes, a.node).support ||
          (name(a) < name(b) ? -1 : name(a) > name(b) ? 1 : a.node - b.node),
      );
    return { stage, cards: own, planned: own.filter(({ standing }) => !isReached(standing)).length };
  });
};
