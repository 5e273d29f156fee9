import { describe, expect, it } from 'vitest';
import { pageData } from '../../../src/view/payload.js';
import { indexData } from '../../../viz/data.js';
import { boxOf, type Candidate, nameOrder, placeNames } from '../../../viz/place-names.js';
import { graph } from '../fixture.js';

const candidate = (x: number, y: number, must = false): Candidate => ({
  x,
  y,
  r: 4,
  width: 60,
  height: 16,
  must,
});

describe('placeNames', () => {
  it('puts a lone name to the right of its disc', () => {
    expect(placeNames([candidate(100, 100)], [])).toEqual([{ left: 108, top: 92, right: 168, bottom: 108 }]);
  });

  it('goes to another side where the right is taken', () => {
    const [box] = placeNames([candidate(100, 100)], [boxOf({ x: 130, y: 100, r: 8 })]);
    expect(box).toMatchObject({ right: 92 });
  });

  it('lets no two names overlap, and gives up those without room', () => {
    const crowd = Array.from({ length: 80 }, (_, i) => candidate((i % 10) * 12, Math.floor(i / 10) * 12));
    const boxes = placeNames(crowd, []).filter((box) => box !== null);
    expect(boxes.length).toBeGreaterThan(1);
    expect(boxes.length).toBeLessThan(crowd.length);
    for (const [i, a] of boxes.entries()) {
      for (const b of boxes.slice(i + 1)) {
        expect(a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom).toBe(false);
      }
    }
  });

  it('names what must be named even without room', () => {
    const wall = [{ left: -1e3, top: -1e3, right: 1e3, bottom: 1e3 }];
    expect(placeNames([candidate(0, 0), candidate(0, 0, true)], wall).map((box) => box !== null)).toEqual([
      false,
      true,
    ]);
  });
});

describe('nameOrder', () => {
  it('begins with the towns, then the programme they share', () => {
    const data = indexData(pageData(graph));
    const names = nameOrder(data).map((index) => data.nodes[index]?.name);
    expect(names.slice(0, 3)).toEqual(['青禾镇', '柳溪镇', '和美乡村建设']);
  });
});
