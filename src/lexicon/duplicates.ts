/**
 * What a lexicon may list once only: an id; and a name under two entries of one kind and type, because then chance
 * would choose between them. Verbs and word classes share words by right (竣工 completes and closes a list).
 */
import { fail } from './fields.js';
import type { Entry } from './types.js';

const namesOf = (entry: Entry): readonly string[] => {
  switch (entry.kind) {
    case 'name':
      return [entry.name, ...entry.aliases];
    case 'title':
      return [...entry.stems, ...entry.aliases];
    case 'head':
      return entry.heads;
    case 'suffix':
      return entry.suffixes;
    case 'trade':
      return entry.trades;
    case 'collective':
    case 'quoted':
      return entry.nouns;
    case 'indicator':
      return entry.names;
    case 'unit':
      return entry.units;
    case 'trigger':
    case 'words':
      return [];
  }
};

/** Throws LexiconError at the later of two entries, naming the earlier. */
export const refuseDuplicates = (entries: readonly Entry[]): void => {
  const ids = new Map<string, string>();
  const owners = new Map<string, Entry>();
  for (const entry of entries) {
    const { id, where, kind } = entry;
    const first = ids.get(id);
    if (first !== undefined)
      fail(where, `条目“${id}”重复，已见于 ${first}`, `entry “${id}” is a duplicate of ${first}`);
    ids.set(id, where);
    for (const name of namesOf(entry)) {
      const key = `${kind}\t${'type' in entry ? entry.type : ''}\t${name}`;
      const owner = owners.get(key);
      if (owner !== undefined && owner !== entry)
        fail(
          where,
          `“${name}”已列在 ${owner.where} 的条目“${owner.id}”里，请只留一处`,
          `“${name}” is listed already by entry “${owner.id}” at ${owner.where}, keep one of the two`,
        );
      owners.set(key, entry);
    }
  }
};
