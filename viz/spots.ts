/**
 * Where the discs stand on the screen. Sigma would answer for one thing at a time, with a copy of all it knows of it;
 * names, marks and pictures ask for thousands in every frame, so its view is taken as three points and reckoned here.
 */
import type Sigma from 'sigma';
import type { Data } from './data.js';
import type { Spot } from './place-names.js';

/** What of Sigma is asked. */
export type Screen = Pick<Sigma, 'graphToViewport' | 'scaleSize' | 'getDimensions'>;

/** Straight lines stay straight, so three points say how places of the data come to the screen. */
interface Projection {
  readonly zero: { readonly x: number; readonly y: number };
  /** What one step to the right, or up, in the data is on the screen. */
  readonly right: { readonly x: number; readonly y: number };
  readonly up: { readonly x: number; readonly y: number };
}

const projectionOf = (screen: Screen): Projection => {
  const zero = screen.graphToViewport({ x: 0, y: 0 });
  const step = (to: { x: number; y: number }) => {
    const { x, y } = screen.graphToViewport(to);
    return { x: x - zero.x, y: y - zero.y };
  };
  return { zero, right: step({ x: 1, y: 0 }), up: step({ x: 0, y: 1 }) };
};

/** A disc on the screen, and whose it is. */
export interface Placed extends Spot {
  readonly index: number;
}

/**
 * In the order given, at most `most`; what is hidden (`sizeOf` null) or outside the canvas is left out. `largest`: what
 * no radius exceeds.
 */
export const spotsOnScreen = (
  screen: Screen,
  { places }: Pick<Data, 'places'>,
  order: readonly number[],
  sizeOf: (index: number) => number | null,
  most: number,
  largest: number,
): readonly Placed[] => {
  const { width, height } = screen.getDimensions();
  const { zero, right, up } = projectionOf(screen);
  const scale = screen.scaleSize(1);
  const reach = largest * scale;
  const spots: Placed[] = [];
  for (const index of order) {
    const across = places[2 * index] as number;
    const upward = places[2 * index + 1] as number;
    const x = zero.x + across * right.x + upward * up.x;
    const y = zero.y + across * right.y + upward * up.y;
    // Seen from near most things are outside: that is told before anything else is asked of them.
    if (x < -reach || y < -reach || x > width + reach || y > height + reach) continue;
    const size = sizeOf(index);
    if (size === null) continue;
    const r = size * scale;
    if (x > -r && y > -r && x < width + r && y < height + r) spots.push({ index, x, y, r });
    if (spots.length >= most) break;
  }
  return spots;
};

/** The disc around a point of the screen, of several the one that `isAbove` the others; null where there is none. */
export const discAround = (
  screen: Screen,
  { places }: Pick<Data, 'places'>,
  point: { readonly x: number; readonly y: number },
  sizeOf: (index: number) => number | null,
  isAbove: (index: number, other: number) => boolean,
  largest: number,
): number | null => {
  const { zero, right, up } = projectionOf(screen);
  const scale = screen.scaleSize(1);
  const reach = (largest * scale) ** 2;
  let found: number | null = null;
  for (let index = 0; 2 * index < places.length; index += 1) {
    const across = places[2 * index] as number;
    const upward = places[2 * index + 1] as number;
    const x = zero.x + across * right.x + upward * up.x - point.x;
    const y = zero.y + across * right.y + upward * up.y - point.y;
    const distance = x * x + y * y;
    if (distance > reach) continue;
    const size = sizeOf(index);
    if (size === null || distance > (size * scale) ** 2) continue;
    if (found === null || isAbove(index, found)) found = index;
  }
  return found;
};
