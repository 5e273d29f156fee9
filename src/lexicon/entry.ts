/**
 * The keys of one entry → the entry. Its kind follows from its leading key; unknown keys, types and relations, a
 * missing example or counter-example are refused.
 */
import { ENTITY_TYPES, type EntityType, RELATION_TYPES, STATUSES, type Status } from '../schema.js';
import { choice, type Fields, fail, patterns, sentences, words } from './fields.js';
import { type Entry, MEASURES } from './types.js';

/** By kind, the keys beside the common ones; the first is the leading key. */
const KEYS: Readonly<Record<Entry['kind'], readonly [string, ...string[]]>> = {
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
const KINDS = Object.keys(KEYS) as Entry['kind'][];
const LEADING: ReadonlyMap<string, Entry['kind']> = new Map(KINDS.map((kind) => [KEYS[kind][0], kind]));
const COMMON = ['id', 'why', 'examples', 'not'];

const kindOf = (fields: Fields, where: string): Entry['kind'] => {
  const kind = Object.keys(fields)
    .map((k) => LEADING.get(k))
    .find((k) => k !== undefined);
  if (kind === undefined) {
    const leading = [...LEADING.keys()];
    return fail(
      where,
      `看不出是哪种条目，应有 ${leading.join('、')} 之一`,
      `no leading key, expected one of ${leading.join(', ')}`,
    );
  }
  const allowed = [...COMMON, ...KEYS[kind]];
  const unknown = Object.keys(fields).find((k) => !allowed.includes(k));
  return unknown === undefined
    ? kind
    : fail(
        where,
        `不认识的键“${unknown}”，此处可用 ${allowed.join('、')}`,
        `unknown key “${unknown}”, expected one of ${allowed.join(', ')}`,
      );
};

/** What every kind has, its id apart. An entry that nothing tests, or only from one side, is refused. */
const baseOf = (fields: Fields, where: string) => {
  const examples = sentences(fields.examples);
  if (examples.length === 0)
    fail(where, '缺少例句，请在 examples 下至少写一句', 'no example, write at least one under examples');
  const not = sentences(fields.not);
  if (not.length === 0)
    fail(
      where,
      '缺少反例，请在 not 下至少写一句容易误认的',
      'no counter-example, write at least one sentence under not that could mislead',
    );
  return { where, examples, not, ...(fields.why === undefined ? {} : { why: String(fields.why) }) };
};

/** `type` is that of the file, undefined outside names/; `where` is file:line. Throws LexiconError. */
export const entryOf = (fields: Fields, where: string, type: EntityType | undefined): Entry => {
  const kind = kindOf(fields, where);
  const base = baseOf(fields, where);
  const optional = (key: string) => (fields[key] === undefined ? {} : { [key]: String(fields[key]) });
  const typed = (): EntityType =>
    type ?? fail(where, '条目应放在 names/<类型>/ 下', 'the entry must stand in names/<type>/');
  const id = (fallback?: string): string =>
    fields.id !== undefined ? String(fields.id) : (fallback ?? fail(where, '缺少 id', 'id is missing'));
  const level = (fallback: 'required' | 'optional') =>
    choice(where, 'level', fields.level, ['required', 'optional'] as const, fallback);
  const altTypes = () => words(fields.alt).map((t) => choice(where, 'alt', t, ENTITY_TYPES));
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
      const stems = patterns(fields.title);
      return {
        kind,
        type: typed(),
        id: id(`${prefix}.${stems[0]}`),
        stems,
        aliases: words(fields.aliases),
        level: level('optional'),
        ...optional('grantor'),
        ...optional('program'),
        ...base,
      };
    }
    case 'head': {
      const heads = patterns(fields.head);
      return {
        kind,
        type: typed(),
        id: id(`${prefix}.…${heads[0]}`),
        heads,
        level: level('required'),
        ...base,
      };
    }
    case 'suffix':
      return {
        kind,
        type: typed(),
        id: id(),
        suffixes: patterns(fields.suffix),
        min: Number(fields.min ?? 2),
        max: Number(fields.max ?? 20),
        score: Number(fields.score ?? 50),
        altTypes: altTypes(),
        ...(fields.needs === undefined
          ? {}
          : { needs: choice(where, 'needs', fields.needs, ['verb', 'place'] as const) }),
        ...base,
      };
    case 'trade':
      return { kind, type: typed(), id: id(), trades: patterns(fields.trade), ...base };
    case 'collective':
      return {
        kind,
        type: typed(),
        id: id(),
        nouns: patterns(fields.collective),
        altTypes: altTypes(),
        ...base,
      };
    case 'quoted':
      return {
        kind,
        type: typed(),
        id: id(),
        nouns: patterns(fields.quoted),
        keep: fields.keep === true,
        ...base,
      };
    case 'trigger':
      return {
        kind,
        relation: choice(where, 'relation', fields.relation, RELATION_TYPES),
        ...(fields.status === undefined
          ? {}
          : { status: choice<Status>(where, 'status', fields.status, STATUSES) }),
        id: id(),
        triggers: patterns(fields.triggers),
        object: choice(where, 'object', fields.object, ['after', 'before', 'either'] as const, 'after'),
        ...base,
      };
    case 'indicator':
      return { kind, id: id(), names: patterns(fields.indicator), ...base };
    case 'unit':
      return {
        kind,
        id: id(),
        units: patterns(fields.unit),
        measure: choice(where, 'measure', fields.measure, MEASURES),
        ...base,
      };
    case 'words':
      return { kind, id: id(), words: patterns(fields.words), ...base };
  }
};
