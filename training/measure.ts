/** Reads texts with a model and scores what it finds against annotations, document by document. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { openDocument } from '../dist/extract/document.js';
import { buildEngine, type Parts } from '../dist/extract/engine.js';
import { exchangeOf } from '../dist/extract/exchange.js';
import { extract } from '../dist/extract/index.js';
import { findRelations } from '../dist/extract/relations/index.js';
import { openModel } from '../dist/extract/tagger/model.js';
import { withUnit } from '../dist/extract/whose.js';
import { loadLexicon } from '../dist/lexicon/load.js';
import { loadPlaces } from '../dist/places/index.js';
import { loadPlaceNames } from '../dist/places/names.js';
import { openAtlas } from '../dist/read/atlas.js';
import { read } from '../dist/read/index.js';
import { CORE_TYPES, ENTITY_TYPES, RELATION_TYPES } from '../dist/schema.js';
import { type Annotations, type DocumentScore, scoreDocument } from '../dist/score/document.js';
import { addAll, type Rates, ratesOf, type Tallies, type Tally, total } from '../dist/score/tally.js';
import { loadWords } from '../dist/words/index.js';
import type { Source } from './corpus.js';
import { givenOf } from './given.js';

const lexicon = loadLexicon();
const atlas = openAtlas(loadPlaces());
const lookups = { words: loadWords(), placeNames: loadPlaceNames() };

/** Texts as they arrived and the annotations of a set. */
export interface MeasuredSet {
  readonly texts: string;
  readonly annotations: string;
}

export const documentsOf = ({ texts }: MeasuredSet): string[] =>
  readdirSync(texts)
    .filter((file) => file.endsWith('.txt'))
    .map((file) => file.slice(0, -'.txt'.length))
    .sort();

const jsonLines = <T>(file: string): T[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as T);

const annotationsOf = ({ annotations }: MeasuredSet, id: string): Annotations => ({
  entities: jsonLines(path.join(annotations, `${id}.entities.jsonl`)),
  relations: jsonLines(path.join(annotations, `${id}.relations.jsonl`)),
  indicators: jsonLines(path.join(annotations, `${id}.indicators.jsonl`)),
});

export interface DocumentFigures {
  readonly strict: DocumentScore;
  readonly relaxed: DocumentScore;
}

/** What reading one document with a model gives; `parts` says what is left out. */
export const measure = (set: MeasuredSet, id: string, model: Uint8Array, parts: Parts): DocumentFigures => {
  const engine = buildEngine(lexicon, { model: openModel(model), ...lookups }, parts);
  const bytes = readFileSync(path.join(set.texts, `${id}.txt`));
  const found = exchangeOf(extract(read({ path: `${id}.txt`, bytes }, atlas), engine, atlas));
  const predicted = JSON.parse(JSON.stringify(found)) as Annotations;
  const gold = annotationsOf(set, id);
  return { strict: scoreDocument(gold, predicted, false), relaxed: scoreDocument(gold, predicted, true) };
};

/** What the relation stage makes of one document with its annotated entities in place of what the finders find. */
export const measureGiven = (
  set: MeasuredSet,
  id: string,
  source: Source,
  model: Uint8Array,
): DocumentFigures => {
  const engine = buildEngine(lexicon, { model: openModel(model), ...lookups });
  const report = read({ path: `${id}.txt`, bytes: readFileSync(path.join(set.texts, `${id}.txt`)) }, atlas);
  const document = openDocument(report, engine, atlas);
  const { entities, unit } = withUnit(document, givenOf(document, source.annotations).entities);
  const { relations } = findRelations(document, engine, entities, unit);
  const found = exchangeOf({ report, entities, relations, indicators: [] });
  const predicted = JSON.parse(JSON.stringify(found)) as Annotations;
  const gold = { ...annotationsOf(set, id), indicators: [] };
  return { strict: scoreDocument(gold, predicted, false), relaxed: scoreDocument(gold, predicted, true) };
};

export type Group = 'core' | 'extended' | 'relations' | 'indicators';

const EXTENDED = ENTITY_TYPES.filter((type) => !(CORE_TYPES as readonly string[]).includes(type));

const tallyOf = (scores: readonly DocumentScore[], group: Group): Tally => {
  const all: Tallies = {};
  for (const s of scores)
    addAll(all, group === 'relations' ? s.relations : group === 'indicators' ? s.indicators : s.entities);
  return total(all, group === 'core' ? CORE_TYPES : group === 'extended' ? EXTENDED : Object.keys(all));
};

export const ratesOfGroup = (scores: readonly DocumentScore[], group: Group): Rates =>
  ratesOf(tallyOf(scores, group));

export const ratesByRelation = (scores: readonly DocumentScore[]): [string, Rates][] => {
  const all: Tallies = {};
  for (const s of scores) addAll(all, s.relations);
  return RELATION_TYPES.map((type) => [type, ratesOf(all[type] ?? { tp: 0, fp: 0, fn: 0 })]);
};

/** Of what matched: how often the rest of the statement is right, and how often it was to be seen. */
export const accuracies = (scores: readonly DocumentScore[]): [what: string, right: number, of: number][] => {
  const all = new Map<string, [number, number]>();
  for (const { accuracy } of scores)
    for (const [what, [right, of]] of Object.entries(accuracy)) {
      const known = all.get(what) ?? [0, 0];
      all.set(what, [known[0] + right, known[1] + of]);
    }
  return [...all].sort(([a], [b]) => (a < b ? -1 : 1)).map(([what, [right, of]]) => [what, right, of]);
};

export const ratesByType = (scores: readonly DocumentScore[]): [string, Rates][] => {
  const all: Tallies = {};
  for (const s of scores) addAll(all, s.entities);
  return ENTITY_TYPES.map((type) => [type, ratesOf(all[type] ?? { tp: 0, fp: 0, fn: 0 })]);
};

const SAMPLES = 1000;

/** The middle 95 % of F1 over documents drawn with replacement (a fixed sequence of draws). */
export const interval = (
  scores: readonly DocumentScore[],
  group: Group,
  random: () => number,
): readonly [number, number] => {
  const tallies = scores.map((s) => tallyOf([s], group));
  const values = Array.from({ length: SAMPLES }, () => {
    const sum = { tp: 0, fp: 0, fn: 0 };
    for (let i = 0; i < tallies.length; i++) {
      const t = tallies[Math.floor(random() * tallies.length)] as Tally;
      sum.tp += t.tp;
      sum.fp += t.fp;
      sum.fn += t.fn;
    }
    return ratesOf(sum).f1;
  }).sort((a, b) => a - b);
  return [values[Math.floor(SAMPLES * 0.025)] as number, values[Math.floor(SAMPLES * 0.975)] as number];
};
