/**
 * Whether letters are a way to type a name: whole syllables, initials, or both mixed, from any syllable on.
 *
 * Each syllable gives a beginning of itself, at least one letter: qinghe, qhz and qingh all type 青禾镇.
 */

/** Two ways of cutting the letters double at every syllable of a name like “aa aa aa”: there it ends. */
const MOST_STEPS = 200;

type Way = 'whole' | 'initials' | 'mixed';

/** Which way the letters from `from` on are typed by the syllables from `at` on; `steps` counts down. */
const cut = (
  syllables: readonly string[],
  letters: string,
  at: number,
  from: number,
  soFar: { whole: boolean; initials: boolean },
  steps: { left: number },
): Way | null => {
  const syllable = syllables[at];
  steps.left -= 1;
  if (syllable === undefined || steps.left < 0) return null;
  let shared = 0;
  while (from + shared < letters.length && syllable[shared] === letters[from + shared]) shared += 1;
  for (let taken = shared; taken > 0; taken -= 1) {
    const initials = soFar.initials && taken === 1;
    if (from + taken === letters.length) return soFar.whole ? 'whole' : initials ? 'initials' : 'mixed';
    const whole = soFar.whole && taken === syllable.length;
    const rest = cut(syllables, letters, at + 1, from + taken, { whole, initials }, steps);
    if (rest !== null) return rest;
  }
  return null;
};

/** 0 and 1: whole syllables (the last may be begun) from the first, from a later one; 2 and 3: initials; 4: mixed. */
export const pinyinRank = (syllables: readonly string[], letters: string): number | null => {
  const initial = letters[0];
  let best: number | null = null;
  for (let start = 0; start < syllables.length && best !== 0; start += 1) {
    if (syllables[start]?.[0] !== initial) continue;
    const way = cut(syllables, letters, start, 0, { whole: true, initials: true }, { left: MOST_STEPS });
    if (way === null) continue;
    const later = start === 0 ? 0 : 1;
    const rank = way === 'whole' ? later : way === 'initials' ? 2 + later : 4;
    if (best === null || rank < best) best = rank;
    if (best === 1) break;
  }
  return best;
};
