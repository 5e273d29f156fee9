/**
 * Which of its possible names a figure is told by: the likeliest, unless another is as good and more of what the figure may
 * well be called comes near to it. 规上工业产值 agrees with 工业产值 and with 全镇规上工业产值, of which each may be what
 * is meant (minimum Bayes risk: Kumar & Byrne 2004).
 */
import { fold, nearness } from '../../../text/nearness.js';
import type { Name } from './names.js';

/** A name with its odds among the others of its figure. */
export interface Weighed {
  readonly name: Name;
  readonly odds: number;
}

/** Weights are surer of themselves than they are right. */
const SURENESS = 0.7;
/** Names less likely than this have no say. */
const LEAST = 0.02;
const MOST = 8;
/**
 * What being likely itself counts beside being near to what is. Of 0.1, 1 and 100, figures held out: near names of the
 * training texts 1692, 1687 and 1683, the very names 1681, 1761 and 1766: with less, words that tell are dropped (农村|居民
 * 人均可支配收入).
 */
const OWN = 1;

export const chooseName = (names: readonly Weighed[]): Name | null => {
  const most = names.reduce((top, { odds }) => Math.max(top, odds), Number.NEGATIVE_INFINITY);
  const shares = names.map(({ name, odds }) => ({ name, share: Math.exp((odds - most) * SURENESS) }));
  const sum = shares.reduce((total, { share }) => total + share, 0);
  const likely = shares
    .filter(({ share }) => share >= LEAST * sum)
    .sort((a, b) => b.share - a.share)
    .slice(0, MOST)
    .map(({ name, share }) => ({ name, share, folded: fold(name.text) }));
  let best: Name | null = null;
  let agreed = Number.NEGATIVE_INFINITY;
  for (const { name, share, folded } of likely) {
    const near = likely.reduce((n, other) => n + (nearness(folded, other.folded) > 0 ? other.share : 0), 0);
    const value = (near + OWN * share) / sum;
    // Of two that agree with as much the likelier one, which comes first.
    if (value > agreed + Number.EPSILON * 8) {
      best = name;
      agreed = value;
    }
  }
  return best;
};
