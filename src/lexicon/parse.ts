/**
 * YAML text → entries. Every entry is checked: unknown keys, types and relations, missing examples and duplicate
 * ids are refused with file:line, so that a slip of the pen never ships.
 */
import { isMap, isScalar, isSeq, LineCounter, parseDocument, type YAMLMap } from 'yaml';
import { LexiconError } from '../errors.js';
import { say } from '../messages.js';
import {
  ENTITY_TYPES,
  type EntityType,
  RELATION_TYPES,
  type RelationType,
  STATUSES,
  type Status,
} from '../schema.js';
import { expand } from './expand.js';
import { type Entry, MEASURES } from './types.js';

export interface LexiconFile {
  /** Relative to the lexicon folder, with `/`. */
  readonly path: string;
  readonly text: string;
}

const KEYS: Readonly<Record<Entry['kind'], readonly string[]>> = {
  name: ['name', 'aliases', 'scope', 'grantor', 'level'],
  title: ['title', 'aliases', 'level', 'grantor', 'program'],
  head: ['head', 'level'],
  suffix: ['suffix', 'min', 'max', 'needs', 'alt', 'score'],
  trade: ['trade'],
  collective: ['collective', 'alt'],
  quoted: ['quoted', 'keep'],
  trigger: ['triggers', 'relation', 'status', 'object'],
  words: ['words'],
  indicator: ['indicator'],
  unit: ['unit', 'measure'],
};
const LEADING: Readonly<Record<string, Entry['kind']>> = {
  name: 'name',
  title: 'title',
  head: 'head',
  suffix: 'suffix',
  trade: 'trade',
  collective: 'collective',
  quoted: 'quoted',
  triggers: 'trigger',
  words: 'words',
  indicator: 'indicator',
  unit: 'unit',
};
const COMMON = ['id', 'why', 'examples', 'not'];

type Fields = Readonly<Record<string, unknown>>;

const fail = (where: string, zh: string, en: string): never => {
  throw new LexiconError(say(`${where}：${zh}`, `${where}: ${en}`));
};

/** `a b c` or a YAML list of strings. */
const words = (value: unknown): string[] =>
  value === undefined || value === null
    ? []
    : Array.isArray(value)
      ? value.map(String)
      : String(value).split(/\s+/).filter(Boolean);

/** Examples stand one per line; a single one may stand beside its key. */
const lines = (value: unknown): string[] =>
  value === undefined || value === null ? [] : Array.isArray(value) ? value.map(String) : [String(value)];

const typeOfFile = (path: string): EntityType | undefined => {
  const topic = path.match(/(?:^|\/)names\/([a-z]+)[./]/)?.[1];
  return ENTITY_TYPES.find((t) => t.toLowerCase() === topic);
};

const choice = <T extends string>(
  where: string,
  key: string,
  value: unknown,
  allowed: readonly T[],
  fallback?: T,
): T => {
  if (value === undefined && fallback !== undefined) return fallback;
  const found = allowed.find((a) => a === value);
  return (
    found ??
    fail(
      where,
      `${key} 的值“${String(value)}”不认识，应为 ${allowed.join('、')} 之一`,
      `${key} is “${String(value)}”, expected one of ${allowed.join(', ')}`,
    )
  );
};

const typesOf = (where: string, value: unknown): EntityType[] =>
  words(value).map((t) => choice(where, 'alt', t, ENTITY_TYPES));

const entryOf = (fields: Fields, where: string, type: EntityType | undefined): Entry => {
  const kind = Object.keys(fields)
    .map((k) => LEADING[k])
    .find((k) => k !== undefined);
  if (kind === undefined) {
    return fail(
      where,
      `看不出是哪种条目，应有 ${Object.keys(LEADING).join('、')} 之一`,
      `no leading key, expected one of ${Object.keys(LEADING).join(', ')}`,
    );
  }
  const unknown = Object.keys(fields).find((k) => !COMMON.includes(k) && !KEYS[kind].includes(k));
  if (unknown !== undefined) {
    fail(
      where,
      `不认识的键“${unknown}”，此处可用 ${[...COMMON, ...KEYS[kind]].join('、')}`,
      `unknown key “${unknown}”, expected one of ${[...COMMON, ...KEYS[kind]].join(', ')}`,
    );
  }
  const examples = lines(fields.examples);
  if (examples.length === 0)
    fail(where, '缺少例句，请在 examples 下至少写一句', 'no example, write at least one under examples');
  const base = {
    where,
    examples,
    not: lines(fields.not),
    ...(fields.why === undefined ? {} : { why: String(fields.why) }),
  };
  const optional = (key: string) => (fields[key] === undefined ? {} : { [key]: String(fields[key]) });
  const typed = (): EntityType =>
    type ?? fail(where, '条目应放在 names/<类型>/ 下', 'the entry must stand in names/<type>/');
  const id = (fallback?: string): string =>
    fields.id !== undefined ? String(fields.id) : (fallback ?? fail(where, '缺少 id', 'id is missing'));
  const prefix = type?.toLowerCase() ?? '';
  switch (kind) {
    case 'name': {
      const name = String(fields.name);
      return {
        kind,
        type: typed(),
        id: id(`${prefix}.${name}`),
        name,
        aliases: words(fields.aliases),
        scope: words(fields.scope),
        ...optional('grantor'),
        ...optional('level'),
        ...base,
      };
    }
    case 'title': {
      const level = choice(where, 'level', fields.level, ['required', 'optional'] as const, 'optional');
      return {
        kind,
        type: typed(),
        id: id(`${prefix}.${words(fields.title).flatMap(expand)[0]}`),
        stems: words(fields.title).flatMap(expand),
        aliases: words(fields.aliases),
        level,
        ...optional('grantor'),
        ...optional('program'),
        ...base,
      };
    }
    case 'head': {
      const level = choice(where, 'level', fields.level, ['required', 'optional'] as const, 'required');
      return {
        kind,
        type: typed(),
        id: id(`${prefix}.…${words(fields.head).flatMap(expand)[0]}`),
        heads: words(fields.head).flatMap(expand),
        level,
        ...base,
      };
    }
    case 'suffix': {
      const needs =
        fields.needs === undefined
          ? {}
          : { needs: choice(where, 'needs', fields.needs, ['verb', 'place'] as const) };
      return {
        kind,
        type: typed(),
        id: id(),
        suffixes: words(fields.suffix).flatMap(expand),
        min: Number(fields.min ?? 2),
        max: Number(fields.max ?? 20),
        score: Number(fields.score ?? 50),
        altTypes: typesOf(where, fields.alt),
        ...needs,
        ...base,
      };
    }
    case 'trade':
      return { kind, type: typed(), id: id(), trades: words(fields.trade).flatMap(expand), ...base };
    case 'collective':
      return {
        kind,
        type: typed(),
        id: id(),
        nouns: words(fields.collective).flatMap(expand),
        altTypes: typesOf(where, fields.alt),
        ...base,
      };
    case 'quoted':
      return {
        kind,
        type: typed(),
        id: id(),
        nouns: words(fields.quoted).flatMap(expand),
        keep: fields.keep === true,
        ...base,
      };
    case 'trigger': {
      const relation: RelationType = choice(where, 'relation', fields.relation, RELATION_TYPES);
      const status =
        fields.status === undefined
          ? {}
          : { status: choice<Status>(where, 'status', fields.status, STATUSES) };
      return {
        kind,
        relation,
        ...status,
        id: id(),
        triggers: words(fields.triggers).flatMap(expand),
        object: choice(where, 'object', fields.object, ['after', 'before', 'either'] as const, 'after'),
        ...base,
      };
    }
    case 'indicator':
      return { kind, id: id(), names: words(fields.indicator).flatMap(expand), ...base };
    case 'unit':
      return {
        kind,
        id: id(),
        units: words(fields.unit).flatMap(expand),
        measure: choice(where, 'measure', fields.measure, MEASURES),
        ...base,
      };
    case 'words':
      return { kind, id: id(), words: words(fields.words).flatMap(expand), ...base };
  }
};

/** Entries of one file, in order. Throws LexiconError with file:line. */
export const parseLexiconFile = (file: LexiconFile): Entry[] => {
  const counter = new LineCounter();
  const doc = parseDocument(file.text, { lineCounter: counter });
  const problem = doc.errors[0];
  if (problem)
    fail(
      `${file.path}:${problem.linePos?.[0].line ?? 1}`,
      `不是合法的 YAML（${problem.message.split('\n')[0]}）`,
      `not valid YAML (${problem.message.split('\n')[0]})`,
    );
  if (doc.contents === null) return [];
  if (!isSeq(doc.contents))
    return fail(
      `${file.path}:1`,
      '应是条目列表（每条以 - 开头）',
      'expected a list of entries, each beginning with -',
    );
  const type = typeOfFile(file.path);
  return doc.contents.items.map((item) => {
    const at = (item as { range?: [number, number, number] }).range?.[0] ?? 0;
    const where = `${file.path}:${counter.linePos(at).line}`;
    if (!isMap(item)) return fail(where, '条目应由“键: 值”组成', 'an entry must consist of key: value pairs');
    return entryOf(plain(item), where, type);
  });
};

const plain = (map: YAMLMap): Fields =>
  Object.fromEntries(
    map.items.map(({ key, value }) => [
      isScalar(key) ? String(key.value) : String(key),
      isScalar(value)
        ? value.value
        : isSeq(value)
          ? value.items.map((i) => (isScalar(i) ? i.value : String(i)))
          : value,
    ]),
  );

/** Entries of all files; ids must be unique. */
export const parseLexicon = (files: readonly LexiconFile[]): Entry[] => {
  const entries = [...files].sort((a, b) => (a.path < b.path ? -1 : 1)).flatMap(parseLexiconFile);
  const seen = new Map<string, string>();
  for (const { id, where } of entries) {
    const first = seen.get(id);
    if (first !== undefined)
      fail(where, `条目“${id}”重复，已见于 ${first}`, `entry “${id}” is a duplicate of ${first}`);
    seen.set(id, where);
  }
  return entries;
};
