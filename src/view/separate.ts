/**
 * Moves discs apart: fixed ones stay, each other one, in the order given, goes to the nearest place
 * where it overlaps none.
 *
 * graphology-layout-noverlap moves every disc and draws lots where two coincide; here towns must stay and
 * the same graph must give the same picture. Searching once outwards for a free place also ends sooner than pushing
 * hundreds of discs about in rounds.
 */
export interface Disc {
  readonly x: number;
  readonly y: number;
  readonly r: number;
  readonly fixed: boolean;
}

const GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5));

/** New positions in the order given. No two discs overlap, except where fixed ones did. */
export const separate = (discs: readonly Disc[]): readonly Disc[] => {
  const fixed = discs.filter((disc) => disc.fixed);
  const movable = discs.map((disc, index) => ({ disc, index })).filter(({ disc }) => !disc.fixed);
  // Movable discs are looked up by square: those that may touch lie in the same or a neighbouring one.
  const side = 2 * Math.max(1, ...movable.map(({ disc }) => disc.r));
  const squares = new Map<string, Disc[]>();
  const square = (x: number, y: number): readonly Disc[] => squares.get(`${x} ${y}`) ?? [];
  const isFree = (candidate: Disc): boolean => {
    const column = Math.floor(candidate.x / side);
    const row = Math.floor(candidate.y / side);
    for (let x = column - 1; x <= column + 1; x += 1) {
      for (let y = row - 1; y <= row + 1; y += 1) {
        if (square(x, y).some((disc) => overlap(disc, candidate))) return false;
      }
    }
    return !fixed.some((disc) => overlap(disc, candidate));
  };
  const placed = [...discs];
  for (const { disc, index } of movable) {
    const free = nearest(disc, isFree);
    placed[index] = free;
    const key = `${Math.floor(free.x / side)} ${Math.floor(free.y / side)}`;
    squares.set(key, [...(squares.get(key) ?? []), free]);
  }
  return placed;
};

const overlap = (a: Disc, b: Disc): boolean => Math.hypot(a.x - b.x, a.y - b.y) < a.r + b.r;

/** Tries the places of a sunflower head round `disc`, from the middle outwards; there is always one far enough. */
const nearest = (disc: Disc, isFree: (candidate: Disc) => boolean): Disc => {
  for (let step = 0; ; step += 1) {
    const distance = 0.5 * disc.r * Math.sqrt(step);
    const angle = step * GOLDEN_ANGLE;
    const candidate = {
      ...disc,
      x: disc.x + distance * Math.cos(angle),
      y: disc.y + distance * Math.sin(angle),
    };
    if (isFree(candidate)) return candidate;
  }
};
