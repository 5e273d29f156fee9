/**
 * Whoever annotated the passages had habits of their own: what they left out, what they took for a plan or a place. How
 * evidence tells is learned twice, once for all and once for the passages alone, so that what is shared is not bent by
 * them (Daumé III, Frustratingly Easy Domain Adaptation, 2007). When reading, only what is shared counts.
 */
import { mix } from '../dist/text/hash.js';

const OF_PASSAGES = 0x7061;

/** Evidence of a case from the passages; `doubled`: what of it is learned apart as well. */
export const withHabits = (evidence: Int32Array, doubled = evidence): Int32Array =>
  Int32Array.from([...evidence, OF_PASSAGES, ...doubled.map((hash) => mix(hash, OF_PASSAGES))]);
