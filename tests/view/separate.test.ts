import { describe, expect, it } from 'vitest';
import { type Disc, separate } from '../../src/view/separate.js';

const disc = (x: number, y: number, r: number, fixed = false): Disc => ({ x, y, r, fixed });

describe('separate', () => {
  it.each<[string, readonly Disc[]]>([
    ['two on one spot', [disc(0, 0, 1), disc(0, 0, 1)]],
    ['one on a fixed one', [disc(0, 0, 5, true), disc(1, 0, 2)]],
    ['many on one spot', Array.from({ length: 12 }, () => disc(3, 3, 1))],
    ['one between two fixed ones', [disc(-4, 0, 3, true), disc(4, 0, 3, true), disc(0, 0, 2)]],
  ])('parts %s', (_, discs) => {
    const parted = separate(discs);
    for (const [i, a] of parted.entries()) {
      if (a.fixed) expect(a).toEqual(discs[i]);
      for (const b of parted.slice(i + 1)) {
        if (!a.fixed || !b.fixed) expect(Math.hypot(a.x - b.x, a.y - b.y)).toBeGreaterThan(a.r + b.r - 0.02);
      }
    }
  });

  it('leaves alone what does not overlap', () => {
    const discs = [disc(0, 0, 1), disc(5, 0, 1), disc(0, 5, 1, true)];
    expect(separate(discs)).toEqual(discs);
  });
});
