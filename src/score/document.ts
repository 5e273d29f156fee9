/**
 * One document's prediction against its gold. Gold marked optional gives neither credit nor penalty; a relation
 * repeated, or between two readings of one thing, is ignored. `ongoing` counts as `done`.
 */
import { fold, nearness } from '../text/nearness.js';
import { matchEntities, namesOf, type ScoredEntity } from './match.js';
import { count, type Tallies } from './tally.js';

export interface ScoredRelation {
  readonly subj: string;
  readonly rel: string;
  readonly obj: string;
  readonly status?: string | null;
  readonly year?: number | null;
  readonly optional?: boolean;
  readonly rule?: string;
  readonly evidence?: string;
}

export interface ScoredIndicator {
  readonly indicator: string;
  readonly value: number;
  readonly unit: string;
  readonly yoy?: number | null;
  readonly year?: number | null;
  readonly period?: string | null;
  readonly status?: string;
  readonly optional?: boolean;
}

export interface Annotations {
  readonly entities: readonly ScoredEntity[];
  readonly relations: readonly ScoredRelation[];
  readonly indicators: readonly ScoredIndicator[];
}

export interface DocumentScore {
  readonly entities: Tallies;
  readonly relations: Tallies;
  readonly indicators: Tallies;
  /** What is right of what could be told: [right, of]. */
  readonly accuracy: Record<string, [number, number]>;
  /** `-` a miss, `+` a false find. */
  readonly errors: readonly string[];
}

const settled = (status: string | null | undefined): string =>
  status === 'ongoing' || status == null ? 'done' : status;
const tail = (rule: string | undefined): string => (rule ? `  [${rule}]` : '');

export const scoreDocument = (gold: Annotations, predicted: Annotations, relaxed: boolean): DocumentScore => {
  const score = {
    entities: {} as Tallies,
    relations: {} as Tallies,
    indicators: {} as Tallies,
    accuracy: {} as Record<string, [number, number]>,
    errors: [] as string[],
  };
  const { map } = scoreEntities(gold, predicted, relaxed, score);
  scoreRelations(gold, predicted, relaxed, map, score);
  scoreIndicators(gold, predicted, relaxed, score);
  return score;
};

type Score = {
  [K in keyof DocumentScore]: DocumentScore[K] extends readonly string[] ? string[] : DocumentScore[K];
};

const note = (score: Score, key: string, right: boolean): void => {
  score.accuracy[key] ??= [0, 0];
  score.accuracy[key][1]++;
  if (right) score.accuracy[key][0]++;
};

const scoreEntities = (gold: Annotations, predicted: Annotations, relaxed: boolean, score: Score) => {
  const { map, twins } = matchEntities(gold.entities, predicted.entities, relaxed);
  const hit = new Set([...map.values()].map((g) => g.id));
  for (const p of predicted.entities) {
    const g = map.get(p.id);
    if (g) {
      if (!g.optional && !twins.has(p.id)) count(score.entities, g.type, 'tp');
      continue;
    }
    count(score.entities, p.type, 'fp');
    const names = namesOf(p);
    const same = gold.entities.find((x) => namesOf(x).some((a) => names.includes(a)));
    const near =
      same ?? gold.entities.find((x) => namesOf(x).some((a) => names.some((b) => nearness(a, b) > 0)));
    const why = same
      ? `  (type: gold has ${same.type})`
      : near
        ? `  (edges: gold has ${near.type} ${near.name})`
        : '';
    score.errors.push(`+ ${p.type} ${p.name}${why}${tail(p.rule)}`);
  }
  for (const g of gold.entities) {
    if (hit.has(g.id) || g.optional) continue;
    count(score.entities, g.type, 'fn');
    score.errors.push(`- ${g.type} ${g.name}  «${g.evidence ?? ''}»`);
  }
  return { map };
};

const scoreRelations = (
  gold: Annotations,
  predicted: Annotations,
  relaxed: boolean,
  map: ReadonlyMap<string, ScoredEntity>,
  score: Score,
): void => {
  const goldById = new Map(gold.entities.map((e) => [e.id, e]));
  const predictedById = new Map(predicted.entities.map((e) => [e.id, e]));
  const open = new Map<string, { r: ScoredRelation; used: boolean }[]>();
  for (const r of gold.relations) {
    const key = `${r.subj}|${r.rel}|${r.obj}`;
    open.set(key, [...(open.get(key) ?? []), { r, used: false }]);
  }
  const seen = new Set<string>();
  for (const p of predicted.relations) {
    const own = `${p.subj}|${p.rel}|${p.obj}|${relaxed ? '' : settled(p.status)}`;
    if (seen.has(own)) continue;
    seen.add(own);
    const s = map.get(p.subj);
    const o = map.get(p.obj);
    const options = s && o ? open.get(`${s.id}|${p.rel}|${o.id}`) : undefined;
    const hit = options?.find((x) => !x.used && (relaxed || settled(x.r.status) === settled(p.status)));
    if (hit) {
      hit.used = true;
      if (hit.r.optional) continue;
      count(score.relations, p.rel, 'tp');
      if (hit.r.status != null) note(score, 'status', settled(hit.r.status) === settled(p.status));
      if (hit.r.year != null) note(score, 'year', hit.r.year === p.year);
    } else if (!(relaxed && options) && !s?.optional && !o?.optional && !(s && s === o)) {
      count(score.relations, p.rel, 'fp');
      const why = options ? '  (status)' : !s || !o ? '  (end not in gold)' : '';
      score.errors.push(
        `+ ${predictedById.get(p.subj)?.name} -${p.rel}(${p.status ?? ''})-> ${predictedById.get(p.obj)?.name}${why}${tail(p.rule)}`,
      );
    }
  }
  for (const list of open.values()) {
    const any = list.some((x) => x.used);
    for (const { r, used } of list) {
      const s = goldById.get(r.subj);
      const o = goldById.get(r.obj);
      if (used || r.optional || (relaxed && any) || s?.optional || o?.optional) continue;
      count(score.relations, r.rel, 'fn');
      score.errors.push(`- ${s?.name} -${r.rel}(${r.status ?? ''})-> ${o?.name}  «${r.evidence ?? ''}»`);
    }
  }
};

const scoreIndicators = (gold: Annotations, predicted: Annotations, relaxed: boolean, score: Score): void => {
  const value = (i: ScoredIndicator) => `${fold(i.unit)}|${Number(i.value)}`;
  const pool = gold.indicators.map((g) => ({ g, used: false }));
  for (const p of predicted.indicators) {
    const hit = pool.find(
      ({ g, used }) =>
        !used &&
        value(g) === value(p) &&
        nearness(fold(g.indicator), fold(p.indicator)) > 0 &&
        (relaxed || g.year == null || p.year == null || g.year === p.year),
    );
    if (!hit) {
      count(score.indicators, 'Indicator', 'fp');
      score.errors.push(`+ # ${p.indicator} ${p.value}${p.unit}`);
      continue;
    }
    hit.used = true;
    if (hit.g.optional) continue;
    count(score.indicators, 'Indicator', 'tp');
    note(score, 'indicator status', hit.g.status === p.status);
    note(score, 'indicator yoy', (hit.g.yoy ?? null) === (p.yoy ?? null));
    note(score, 'indicator period', (hit.g.period ?? '') === (p.period ?? ''));
  }
  for (const { g, used } of pool) {
    if (used || g.optional) continue;
    count(score.indicators, 'Indicator', 'fn');
    score.errors.push(`- # ${g.indicator} ${g.value}${g.unit}`);
  }
};
