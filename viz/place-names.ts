/**
 * Where names may stand on the canvas: the first free side of their disc, best supported first, none over another.
 *
 * Pure geometry in pixels; drawing is in labels.ts.
 */
import { at, type Data } from './data.js';

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** A disc on the screen. */
export interface Spot {
  readonly x: number;
  readonly y: number;
  readonly r: number;
}

export interface Candidate extends Spot {
  readonly width: number;
  readonly height: number;
  /** Stands even where there is no room: what is selected, and the towns. */
  readonly must: boolean;
}

export const boxOf = ({ x, y, r }: Spot): Box => ({ left: x - r, top: y - r, right: x + r, bottom: y + r });

/** Everything beyond the edges of the canvas: no name may be cut off there. */
export const outside = (width: number, height: number): readonly Box[] => {
  const far = 1e6;
  return [
    { left: -far, top: -far, right: 0, bottom: far },
    { left: width, top: -far, right: far, bottom: far },
    { left: -far, top: -far, right: far, bottom: 0 },
    { left: -far, top: height, right: far, bottom: far },
  ];
};

/** Order in which names are given room: towns, programmes that towns share, then by support. */
export const nameOrder = (data: Data): readonly number[] => {
  const towns = new Set(data.towns);
  const weight = (index: number): number => {
    const node = at(data.nodes, index);
    if (towns.has(index)) return 1e6 + node.support;
    const shared = node.towns.length > 1 && node.label === 'Program' ? 1e3 * node.towns.length : 0;
    return shared + node.support;
  };
  return data.nodes.map((_, index) => index).sort((a, b) => weight(b) - weight(a) || a - b);
};

/** For each candidate, in order, its box; null for one that finds no room beside `obstacles` and those before it. */
export const placeNames = (
  candidates: readonly Candidate[],
  obstacles: readonly Box[],
): readonly (Box | null)[] => {
  const taken = [...obstacles];
  return candidates.map((candidate) => {
    const boxes = sides(candidate);
    const free = boxes.find((box) => !taken.some((other) => overlaps(box, other)));
    const box = free ?? (candidate.must ? boxes[0] : undefined);
    if (box === undefined) return null;
    taken.push(box);
    return box;
  });
};

export const overlaps = (a: Box, b: Box): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

/** Right, left, below, above. */
const sides = ({ x, y, r, width, height }: Candidate): readonly Box[] => {
  const gap = r + 4;
  const box = (left: number, top: number): Box => ({ left, top, right: left + width, bottom: top + height });
  return [
    box(x + gap, y - height / 2),
    box(x - gap - width, y - height / 2),
    box(x - width / 2, y + gap),
    box(x - width / 2, y - gap - height),
  ];
};
