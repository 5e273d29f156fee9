/** Everything the model is trained on: the data folder's gold and train sets, and the repository's own passages. */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { packageFile } from '../dist/paths.js';
import { type EntityType, RELATION_TYPES, type RelationType, type Status } from '../dist/schema.js';
import { type AnnotatedIndicator, type AnnotatedText, parseCompact } from './compact.js';

export type SetName = 'gold' | 'train' | 'passages' | 'wild';

export interface Source extends AnnotatedText {
  readonly set: SetName;
}

export const PASSAGES = packageFile('training/passages');

/** The data folder, or null where it is not given. */
export const dataFolder = (): string | null => {
  const given = process.env.ZHENTU_DATA;
  return given && existsSync(path.join(given, 'train')) ? path.resolve(given) : null;
};

interface ExchangeEntity {
  readonly id: string;
  readonly type: EntityType;
  readonly name: string;
  readonly aliases?: readonly string[];
  readonly alt_types?: readonly EntityType[];
  readonly optional?: boolean;
}

interface ExchangeRelation {
  readonly subj: string;
  readonly rel: RelationType;
  readonly obj: string;
  readonly status?: Status | null;
  readonly year?: number | null;
  readonly optional?: boolean;
  readonly evidence?: string;
}

const jsonLines = <T>(file: string): T[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as T);

/** Entities and relations of the exchange format; ids become places in the list. */
const readAnnotations = (
  entities: string,
  relations: string,
): Pick<Source, 'annotations' | 'relations' | 'relationTypes'> => {
  const all = jsonLines<ExchangeEntity>(entities);
  const indexes = new Map(all.map(({ id }, i) => [id, i]));
  return {
    relationTypes: RELATION_TYPES,
    annotations: all.map(({ type, name, aliases = [], alt_types = [], optional = false }) => ({
      type,
      forms: [...new Set([name, ...aliases])],
      altTypes: alt_types,
      optional,
    })),
    relations: jsonLines<ExchangeRelation>(relations).map(
      ({ subj, rel, obj, status = null, year = null, optional = false, evidence = '' }) => ({
        subject: indexes.get(subj) as number,
        relation: rel,
        object: indexes.get(obj) as number,
        status,
        year,
        optional,
        evidence,
      }),
    ),
  };
};

const filesOf = (folder: string, ending: string): string[] =>
  readdirSync(folder)
    .filter((file) => file.endsWith(ending))
    .sort();

/** A set of the data folder: `text/*.txt` and `annotations/*.entities.jsonl`. */
export const readSet = (data: string, set: 'gold' | 'train' | 'wild'): Source[] =>
  filesOf(path.join(data, set, 'text'), '.txt').map((file) => {
    const id = file.slice(0, -'.txt'.length);
    const annotated = (name: string) => path.join(data, set, 'annotations', name);
    return {
      set,
      id,
      text: readFileSync(path.join(data, set, 'text', file), 'utf8'),
      ...readAnnotations(annotated(`${id}.entities.jsonl`), annotated(`${id}.relations.jsonl`)),
      indicators: jsonLines<AnnotatedIndicator>(annotated(`${id}.indicators.jsonl`)).map(
        ({ indicator, value, unit, optional = false }) => ({ indicator, value, unit, optional }),
      ),
    };
  });

export const readPassages = (): Source[] =>
  filesOf(PASSAGES, '.md').flatMap((file) =>
    parseCompact(file, readFileSync(path.join(PASSAGES, file), 'utf8')).map((passage) => ({
      ...passage,
      set: 'passages' as const,
    })),
  );

/** What the shipped model is trained on, in a fixed order. Wild is not among it, ever. */
export const trainingSources = (data: string): Source[] => [
  ...readSet(data, 'gold'),
  ...readSet(data, 'train'),
  ...readPassages(),
];

/** sha256 of texts and annotations. */
export const fingerprint = (sources: readonly Source[]): string =>
  createHash('sha256').update(JSON.stringify(sources)).digest('hex');
