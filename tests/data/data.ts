/** The real reports and what careful readers found in them. Not part of the repository: ZHENTU_DATA names the folder. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const given = process.env.ZHENTU_DATA;
if (!given || !existsSync(path.join(given, 'reports')))
  throw new Error(
    `ZHENTU_DATA ${given ? `is ${given}, which holds no reports/` : 'is not set'}: name the folder with reports/, gold/ and wild/ (see CONTRIBUTING.md)`,
  );

export const DATA = path.resolve(given);

/** Texts as they arrived, and the folder of annotations they are scored against. */
export const SETS = {
  gold: { texts: path.join(DATA, 'reports'), annotations: path.join(DATA, 'gold/annotations') },
  wild: { texts: path.join(DATA, 'wild/text'), annotations: path.join(DATA, 'wild/annotations') },
} as const;
export type SetName = keyof typeof SETS;
export const SET_NAMES = Object.keys(SETS) as SetName[];

export interface AnnotatedName {
  readonly set: SetName;
  readonly type: string;
  readonly name: string;
}

const SUFFIX = '.entities.jsonl';

/** Ids of the annotated documents of a set, e.g. of reports by town and year. */
export const documentsOf = (set: SetName): string[] =>
  readdirSync(SETS[set].annotations)
    .filter((file) => file.endsWith(SUFFIX))
    .map((file) => file.slice(0, -SUFFIX.length))
    .sort();

/** Names and aliases of every annotated entity, without quotation marks. */
export const annotatedNames = (): AnnotatedName[] =>
  SET_NAMES.flatMap((set) =>
    documentsOf(set).flatMap((doc) =>
      readFileSync(path.join(SETS[set].annotations, `${doc}${SUFFIX}`), 'utf8')
        .split('\n')
        .filter((line) => line.trim() !== '')
        .flatMap((line) => {
          const {
            type,
            name,
            aliases = [],
          } = JSON.parse(line) as {
            type: string;
            name: string;
            aliases?: string[];
          };
          return [name, ...aliases].map((form) => ({
            set,
            type,
            name: form.replace(/[“”"《》]/g, '').trim(),
          }));
        }),
    ),
  );
