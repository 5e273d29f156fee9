/** Everything the model is trained on: the data folder's gold and train sets, and the repository's own passages. */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { packageFile } from '../dist/paths.js';
import type { EntityType } from '../dist/schema.js';
import { type AnnotatedText, type Annotation, parseCompact } from './compact.js';

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
  readonly type: EntityType;
  readonly name: string;
  readonly aliases?: readonly string[];
  readonly alt_types?: readonly EntityType[];
  readonly optional?: boolean;
}

const readAnnotations = (file: string): Annotation[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const {
        type,
        name,
        aliases = [],
        alt_types = [],
        optional = false,
      } = JSON.parse(line) as ExchangeEntity;
      return { type, forms: [...new Set([name, ...aliases])], altTypes: alt_types, optional };
    });

const filesOf = (folder: string, ending: string): string[] =>
  readdirSync(folder)
    .filter((file) => file.endsWith(ending))
    .sort();

/** A set of the data folder: `text/*.txt` and `annotations/*.entities.jsonl`. */
export const readSet = (data: string, set: 'gold' | 'train' | 'wild'): Source[] =>
  filesOf(path.join(data, set, 'text'), '.txt').map((file) => {
    const id = file.slice(0, -'.txt'.length);
    return {
      set,
      id,
      text: readFileSync(path.join(data, set, 'text', file), 'utf8'),
      annotations: readAnnotations(path.join(data, set, 'annotations', `${id}.entities.jsonl`)),
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
