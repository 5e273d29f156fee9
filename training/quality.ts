/**
 * `npm run quality`: writes docs/quality.md. Gold is read by models that have not seen the report they read (one model
 * for each report left out); wild is never trained on and is read by the model that ships.
 */
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { ALL_PARTS, type Parts } from '../dist/extract/engine.js';
import { packageFile } from '../dist/paths.js';
import { RELATION_TYPES } from '../dist/schema.js';
import type { Rates } from '../dist/score/tally.js';
import { dataFolder, readPassages, readSet, type Source } from './corpus.js';
import { trainModels } from './jobs.js';
import {
  accuracies,
  type DocumentFigures,
  documentsOf,
  type Group,
  interval,
  type MeasuredSet,
  measure,
  measureGiven,
  ratesByRelation,
  ratesByType,
  ratesOfGroup,
} from './measure.js';
import { randomFrom } from './random.js';

const GROUPS: readonly Group[] = ['core', 'extended', 'relations', 'indicators'];
const FRACTIONS = [1 / 8, 1 / 4, 1 / 2, 1];
const ABLATIONS: readonly (readonly [string, Parts])[] = [
  ['everything', ALL_PARTS],
  ['without knowledge', { ...ALL_PARTS, knowledge: false }],
  ['without model', { ...ALL_PARTS, model: false }],
  ['without document evidence', { ...ALL_PARTS, document: false }],
];

const f = (n: number): string => n.toFixed(3);
const row = (...cells: readonly (string | number)[]): string => `| ${cells.join(' | ')} |`;
const head = (...cells: readonly string[]): string[] => [row(...cells), row(...cells.map(() => '---'))];
const triple = ({ p, r, f1 }: Rates): string[] => [f(p), f(r), `**${f(f1)}**`];

const strict = (figures: readonly DocumentFigures[]) => figures.map((d) => d.strict);
const relaxed = (figures: readonly DocumentFigures[]) => figures.map((d) => d.relaxed);

const groupTable = (figures: readonly DocumentFigures[]): string[] => {
  const random = randomFrom(1);
  return [
    ...head('strict', 'P', 'R', 'F1', '95 % of resampled documents', 'P relaxed', 'R relaxed', 'F1 relaxed'),
    ...GROUPS.map((group) => {
      const [low, high] = interval(strict(figures), group, random);
      return row(
        group,
        ...triple(ratesOfGroup(strict(figures), group)),
        `${f(low)} – ${f(high)}`,
        ...triple(ratesOfGroup(relaxed(figures), group)),
      );
    }),
  ];
};

const typeTable = (figures: readonly DocumentFigures[]): string[] => {
  const loose = new Map(ratesByType(relaxed(figures)));
  return [
    ...head('type', 'annotated', 'P', 'R', 'F1', 'P relaxed', 'R relaxed', 'F1 relaxed'),
    ...ratesByType(strict(figures)).map(([type, rates]) =>
      row(type, rates.tp + rates.fn, ...triple(rates), ...triple(loose.get(type) as Rates)),
    ),
  ];
};

const relationTable = (names: readonly string[], sets: readonly (readonly DocumentFigures[])[]): string[] => {
  const columns = sets.map((figures) => new Map(ratesByRelation(strict(figures))));
  return [
    ...head('relation', ...names.flatMap((n) => [`${n}: annotated`, 'P', 'R', 'F1'])),
    ...RELATION_TYPES.map((type) =>
      row(
        type,
        ...columns.flatMap((column) => {
          const rates = column.get(type) as Rates;
          return [rates.tp + rates.fn, ...triple(rates)];
        }),
      ),
    ),
    row(
      'all, strict',
      ...sets.flatMap((figures) => {
        const rates = ratesOfGroup(strict(figures), 'relations');
        return [rates.tp + rates.fn, ...triple(rates)];
      }),
    ),
    row(
      'all, relaxed',
      ...sets.flatMap((figures) => {
        const rates = ratesOfGroup(relaxed(figures), 'relations');
        return [rates.tp + rates.fn, ...triple(rates)];
      }),
    ),
  ];
};

const accuracyTable = (names: readonly string[], sets: readonly (readonly DocumentFigures[])[]): string[] => {
  const columns = sets.map((figures) => accuracies(relaxed(figures)));
  const kinds = [...new Set(columns.flat().map(([what]) => what))].sort();
  return [
    ...head('right', ...names),
    ...kinds.map((kind) =>
      row(
        kind,
        ...columns.map((column) => {
          const [, right, of] = column.find(([what]) => what === kind) ?? [kind, 0, 0];
          return of === 0 ? '–' : `**${f(right / of)}** (${right} of ${of})`;
        }),
      ),
    ),
  ];
};

/** Every n-th source: the same mixture of passages and reports in each part. */
const portion = (sources: readonly Source[], share: number): Source[] =>
  sources.filter((_, i) => i % Math.round(1 / share) === 0);

const sourceOf = (sources: readonly Source[], id: string): Source => {
  const source = sources.find((s) => s.id === id);
  if (!source) throw new Error(`no annotations of ${id}`);
  return source;
};

const main = async (): Promise<number> => {
  const data = dataFolder();
  if (data === null) {
    console.error('ZHENTU_DATA names no folder with gold/, wild/ and train/: nothing to measure');
    return 2;
  }
  const gold: MeasuredSet = {
    texts: path.join(data, 'reports'),
    annotations: path.join(data, 'gold/annotations'),
  };
  const wild: MeasuredSet = {
    texts: path.join(data, 'wild/text'),
    annotations: path.join(data, 'wild/annotations'),
  };
  const goldSources = readSet(data, 'gold');
  const others = [...readSet(data, 'train'), ...readPassages()];
  const shipped = new Uint8Array(readFileSync(packageFile('data/model.bin')));
  const reports = documentsOf(gold);
  const models = await trainModels(
    [
      ...reports.map((id) => [...goldSources.filter((s) => s.id !== id), ...others]),
      ...FRACTIONS.map((share) => portion(others, share)),
    ],
    (line) => console.error(line),
  );
  const readGold = (parts: Parts) =>
    reports.map((id, i) => measure(gold, id, models[i] as Uint8Array, parts));
  const readWith = (set: MeasuredSet, model: Uint8Array, parts: Parts = ALL_PARTS) =>
    documentsOf(set).map((id) => measure(set, id, model, parts));
  const goldFigures = readGold(ALL_PARTS);
  const wildFigures = readWith(wild, shipped);

  const goldGiven = reports.map((id, i) =>
    measureGiven(gold, id, sourceOf(goldSources, id), models[i] as Uint8Array),
  );
  const wildSources = readSet(data, 'wild');
  const wildGiven = documentsOf(wild).map((id) => measureGiven(wild, id, sourceOf(wildSources, id), shipped));

  const ablations = ABLATIONS.map(([name, parts]) => {
    const a = strict(readGold(parts));
    const b = strict(readWith(wild, shipped, parts));
    return row(
      name,
      ...[a, b].flatMap((scores) =>
        (['core', 'extended'] as const).map((g) => f(ratesOfGroup(scores, g).f1)),
      ),
    );
  });
  const curve = FRACTIONS.map((share, i) => {
    const sources = portion(others, share);
    const model = models[reports.length + i] as Uint8Array;
    const a = strict(readWith(gold, model));
    const b = strict(readWith(wild, model));
    return row(
      sources.length,
      sources.reduce((n, s) => n + s.text.length, 0),
      ...[a, b].flatMap((scores) =>
        (['core', 'extended'] as const).map((g) => f(ratesOfGroup(scores, g).f1)),
      ),
    );
  });

  const hash = createHash('sha256').update(shipped).digest('hex').slice(0, 16);
  const lines = [
    '# Quality',
    '',
    'Made by `npm run quality` with the folder of annotated reports in `ZHENTU_DATA`; not written by hand.',
    `Model: \`data/model.bin\`, ${shipped.length} bytes, sha256 \`${hash}\`.`,
    '',
    '**Gold**: three whole reports read by hand, scored from the files as they arrived. Each is read by a model that was',
    'trained on everything else but not on it (leave-one-report-out). **Wild**: 18 short excerpts from other provinces,',
    'never trained on, read by the model that ships. Strict: type and name are right. Relaxed: the name may differ at its',
    'edges. Core: Region, Town, Village, Company, Project, Park, Honour, Program; extended: the other types.',
    '',
    '## Gold, leave-one-report-out',
    '',
    ...groupTable(goldFigures),
    '',
    ...typeTable(goldFigures),
    '',
    '## Wild',
    '',
    ...groupTable(wildFigures),
    '',
    ...typeTable(wildFigures),
    '',
    '## Relations',
    '',
    'Strict: both ends, the relation and its status are right. As read from the text:',
    '',
    ...relationTable(['gold', 'wild'], [goldFigures, wildFigures]),
    '',
    'By themselves, with the annotated entities given:',
    '',
    ...relationTable(['gold', 'wild'], [goldGiven, wildGiven]),
    '',
    'Of the relations and indicators that match (relaxed), how many have the rest right, where it is annotated:',
    '',
    ...accuracyTable(
      ['gold', 'wild', 'gold, entities given', 'wild, entities given'],
      [goldFigures, wildFigures, goldGiven, wildGiven],
    ),
    '',
    '## What each part adds',
    '',
    'Strict F1 with one part left out at reading. Knowledge: finders by place list and lexicon. Model: tagger and scorer.',
    'Document evidence: lists, repetition, the same name elsewhere in the report.',
    '',
    ...head('', 'gold core', 'gold extended', 'wild core', 'wild extended'),
    ...ablations,
    '',
    '## Learning curve',
    '',
    'Strict F1 of models trained on a part of the material other than gold.',
    '',
    ...head('texts', 'characters', 'gold core', 'gold extended', 'wild core', 'wild extended'),
    ...curve,
    '',
  ];
  writeFileSync(packageFile('docs/quality.md'), lines.join('\n'));
  console.log('docs/quality.md');
  return 0;
};

process.exitCode = await main();
