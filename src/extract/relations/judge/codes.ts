/** What is seen in a clause, as numbers: evidence for and against relations is made of them. */
import type { Entity, Mention } from '../../../model.js';
import { hashText, mix } from '../../../text/hash.js';
import { relationCode } from '../../codes.js';
import { kept } from '../../kept.js';
import type { Clause, Verb } from '../scene.js';

export const SEED = 0x3c6e;
export const NOTHING = 1;

const MOODS = { back: 1, forward: 2 } as const;
export const moodCode = ({ frame }: Clause): number => (frame.mood === null ? 0 : MOODS[frame.mood]);

export const distance = (n: number): number => (n <= 3 ? n : n <= 6 ? 4 : n <= 10 ? 5 : n <= 18 ? 6 : 7);
export const few = (n: number): number => Math.min(n, 3);

/** How sure it is that a name is one, in steps. */
export const sureness = ({ score }: Mention): number =>
  score < 50 ? 0 : score < 60 ? 1 : score < 70 ? 2 : score < 80 ? 3 : score < 90 ? 4 : score < 97 ? 5 : 6;
/** Once an entity: one that is named ten thousand times is asked for at each of them. */
export const surest = kept(({ mentions }: Entity): number =>
  mentions.reduce((most, mention) => Math.max(most, sureness(mention)), 0),
);

/** Hash of the characters of a clause between two offsets of the text, with a sign for its borders. */
export const chars = ({ text, span }: Clause, from: number, to: number): number => {
  const start = Math.max(from, span[0]);
  const end = Math.min(to, span[1]);
  if (end <= start) return NOTHING;
  return mix(
    hashText(text, start - span[0], end - span[0]),
    (from < span[0] ? 1 : 0) + (to > span[1] ? 2 : 0),
  );
};

export const verbCode = (verb: Verb | undefined): number => (verb ? relationCode(verb.entry.relation) : 0);
