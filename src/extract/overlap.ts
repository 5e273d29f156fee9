/**
 * The only place that decides between candidates. Candidates come from several finders with scores; names of
 * different kinds may nest (a company in its project, a town in a title), all else that overlaps competes.
 */
import type { Mention } from '../model.js';
import type { EntityType } from '../schema.js';
import type { Segmentation } from '../words/index.js';
import type { Reason } from './reasons.js';

const WHERE: readonly EntityType[] = ['Region', 'Town', 'Village'];

/** Which types may stand inside a name of a type, as things of their own. */
const NESTS: Readonly<Record<EntityType, readonly EntityType[]>> = {
  Region: [],
  Town: [],
  Village: [],
  Company: WHERE,
  Project: [...WHERE, 'Company', 'Program', 'Park', 'Facility', 'Organization'],
  Park: [...WHERE, 'Company', 'Program'],
  Honour: [...WHERE, 'Program', 'Product', 'Event'],
  Program: WHERE,
  Organization: [...WHERE, 'Company', 'Person'],
  Facility: [...WHERE, 'Company', 'Program'],
  Person: [],
  Product: [...WHERE, 'Company'],
  Event: [...WHERE, 'Program', 'Organization'],
};

/** By rules alone longer names win over their parts unless the part is much better founded. */
const weight = (m: Mention): number => m.score + Math.min(m.span[1] - m.span[0], 16) * 2;

const inside = (a: Mention, b: Mention): boolean =>
  a.span[0] >= b.span[0] && a.span[1] <= b.span[1] && a.span[1] - a.span[0] < b.span[1] - b.span[0];

const overlaps = (a: Mention, b: Mention): boolean => a.span[0] < b.span[1] && b.span[0] < a.span[1];

const compatible = (a: Mention, b: Mention): boolean =>
  !overlaps(a, b) ||
  (inside(a, b) && NESTS[b.type].includes(a.type)) ||
  (inside(b, a) && NESTS[a.type].includes(b.type));

interface Weighed {
  readonly mention: Mention;
  readonly weight: number;
}

const order = ({ mention: a, weight: wa }: Weighed, { mention: b, weight: wb }: Weighed): number =>
  wb - wa ||
  a.span[0] - b.span[0] ||
  b.span[1] - a.span[1] ||
  (a.type < b.type ? -1 : a.type > b.type ? 1 : a.rule < b.rule ? -1 : 1);

export interface Decision {
  readonly kept: readonly Mention[];
  /** Candidates that lost, with the one that beat them; null for those that were too unlikely by themselves. */
  readonly lost: readonly { readonly mention: Mention; readonly to: Mention | null }[];
  /** Why a mention is as likely as the model holds it, heaviest first; absent where rules decided alone. */
  readonly reasonsFor?: (mention: Mention) => readonly Reason[];
  /** The words of the document; absent where rules decided alone. */
  readonly words?: Segmentation;
}

/** Best-founded candidates first; each later one must be apart from, or properly nested with, all kept before it. */
export const decide = (candidates: readonly Mention[], weigh: (m: Mention) => number = weight): Decision => {
  const kept: Mention[] = [];
  const lost: { mention: Mention; to: Mention }[] = [];
  const bySentence = new Map<number, Mention[]>();
  const weighed = candidates.map((mention): Weighed => ({ mention, weight: weigh(mention) })).sort(order);
  for (const { mention } of weighed) {
    const rivals = bySentence.get(mention.sentence) ?? [];
    const to = rivals.find((k) => !compatible(mention, k));
    if (to) lost.push({ mention, to });
    else {
      kept.push(mention);
      rivals.push(mention);
      bySentence.set(mention.sentence, rivals);
    }
  }
  kept.sort((a, b) => a.span[0] - b.span[0] || b.span[1] - a.span[1]);
  return { kept, lost };
};
