/** What figures are judged in: a document with its quantities and the names in it. */
import type { Mention, Sentence } from '../../../model.js';
import type { Segmentation } from '../../../words/index.js';
import type { Document } from '../../document.js';
import type { Reading } from '../figures.js';
import type { Naming } from '../naming.js';

/** A quantity that may be a figure. */
export interface Candidate {
  readonly reading: Reading;
  /** What rules call the figure before it in its sentence; empty for none. */
  readonly previous: string;
  /** Where its name may begin: ahead of 10亿元以上 in 10亿元以上项目3个. */
  readonly from: number;
  /** Names around it, in text order; the outer one before what is inside it. */
  readonly near: readonly Mention[];
}

/** One sentence with quantities. */
export interface Line {
  readonly sentence: Sentence;
  readonly candidates: readonly Candidate[];
  /** Outermost names by where they start. */
  readonly opening: ReadonlyMap<number, Mention>;
}

export interface Scene {
  readonly doc: Document;
  readonly naming: Naming;
  readonly lines: readonly Line[];
  /** Quantities of the document. */
  readonly count: number;
  /** Null where no model judges. */
  readonly words: Segmentation | null;
}

const byPlace = ({ span: a }: Mention, { span: b }: Mention): number => a[0] - b[0] || b[1] - a[1];

/** How far ahead of a quantity names matter: a sentence may be a list of thousands. */
const REACH = 80;

/** Names that start around each reading in turn; asked in text order, so the list is walked once. */
const neighbours = (mentions: readonly Mention[]): ((reading: Reading) => readonly Mention[]) => {
  let low = 0;
  let high = 0;
  return ({ at: { quantity, right } }) => {
    while ((mentions[low]?.span[0] ?? Number.POSITIVE_INFINITY) < quantity.span[0] - REACH) low++;
    while ((mentions[high]?.span[0] ?? Number.POSITIVE_INFINITY) < right[1]) high++;
    return mentions.slice(low, high);
  };
};

/** How much of a name may stand ahead of the quantities within it: 由1亿元由2亿元由… is no name. */
const HELD = 40;

/** Rates of other figures are part of those. */
const candidatesOf = (readings: readonly Reading[], mentions: readonly Mention[]): Candidate[] => {
  const nearTo = neighbours(mentions);
  const candidates: Candidate[] = [];
  let previous = '';
  let held: Candidate | null = null;
  for (const reading of readings) {
    const { at, figures, part } = reading;
    if (part !== 'rate') {
      const begun = held !== null && held.reading.at.inside === at.inside ? held.from : at.left[0];
      const from = at.left[0] - begun <= HELD ? begun : at.left[0];
      const candidate: Candidate = { reading, previous, from, near: nearTo(reading) };
      candidates.push(candidate);
      held = part === 'name' ? candidate : null;
    }
    previous = figures[0]?.indicator ?? previous;
  }
  return candidates;
};

/** `mentions` in any order. */
export const openScene = (
  doc: Document,
  naming: Naming,
  read: readonly (readonly [Sentence, readonly Reading[]])[],
  mentions: readonly Mention[],
  words: Segmentation | null,
): Scene => {
  const bySentence = new Map<number, Mention[]>();
  for (const mention of [...mentions].sort(byPlace)) {
    const list = bySentence.get(mention.sentence);
    if (list) list.push(mention);
    else bySentence.set(mention.sentence, [mention]);
  }
  const lines = read
    .map(([sentence, readings]): Line => {
      const own = bySentence.get(sentence.index) ?? [];
      const opening = new Map([...own].reverse().map((m) => [m.span[0], m]));
      return { sentence, candidates: candidatesOf(readings, own), opening };
    })
    .filter(({ candidates }) => candidates.length > 0);
  return { doc, naming, lines, count: lines.reduce((n, { candidates }) => n + candidates.length, 0), words };
};
