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
  const ground = createGround(movable.map(({ disc }) => disc.r));
  for (const disc of fixed) ground.put(disc);
  const placed = [...discs];
  for (const { disc, index } of movable) {
    const free = nearest(disc, ground.isFree);
    placed[index] = free;
    ground.put(free);
  }
  return placed;
};

const NONE: readonly Disc[] = [];

/** What is placed, looked up by square: every disc is listed in each square it may reach into. */
const createGround = (
  radii: readonly number[],
): { put: (disc: Disc) => void; isFree: (candidate: Disc) => boolean } => {
  const side = Math.max(1, radii.reduce((sum, r) => sum + r, 0) / Math.max(1, radii.length));
  const columns = new Map<number, Map<number, Disc[]>>();
  const squareOf = (value: number): number => Math.floor(value / side);
  return {
    put: (disc) => {
      for (let x = squareOf(disc.x - disc.r); x <= squareOf(disc.x + disc.r); x += 1) {
        const column = columns.get(x) ?? new Map<number, Disc[]>();
        columns.set(x, column);
        for (let y = squareOf(disc.y - disc.r); y <= squareOf(disc.y + disc.r); y += 1) {
          const square = column.get(y);
          if (square === undefined) column.set(y, [disc]);
          else square.push(disc);
        }
      }
    },
    isFree: (candidate) => {
      const { x, y, r } = candidate;
      for (let i = squareOf(x - r); i <= squareOf(x + r); i += 1) {
        const column = columns.get(i);
        if (column === undefined) continue;
        for (let j = squareOf(y - r); j <= squareOf(y + r); j += 1) {
          for (const disc of column.get(j) ?? NONE) if (overlap(disc, candidate)) return false;
        }
      }
      return true;
    },
  };
};

// Squares, not Math.hypot: it is asked millions of times.
const overlap = (a: Disc, b: Disc): boolean => (a.x - b.x) ** 2 + (a.y - b.y) ** 2 < (a.r + b.r) ** 2;

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
