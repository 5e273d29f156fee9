/**
 * Where the discs stand on the screen. Sigma would answer for one thing at a time, with a copy of all it knows of it;
 * names, marks and pictures ask for thousands in every frame, so its view is taken as three points and reckoned here.
 */
import type Sigma from 'sigma';
import { at, type Data } from './data.js';
import type { Spot } from './place-names.js';

/** What of Sigma is asked. */
export type Screen = Pick<Sigma, 'graphToViewport' | 'scaleSize' | 'getDimensions'>;

/** From places of the data to the screen: straight lines stay straight, so three points say it all. */
export const projection = (
  screen: Screen,
): ((place: { x: number; y: number }) => { x: number; y: number }) => {
  const zero = screen.graphToViewport({ x: 0, y: 0 });
  const right = screen.graphToViewport({ x: 1, y: 0 });
  const up = screen.graphToViewport({ x: 0, y: 1 });
  const [xx, xy] = [right.x - zero.x, right.y - zero.y];
  const [yx, yy] = [up.x - zero.x, up.y - zero.y];
  return ({ x, y }) => ({ x: zero.x + x * xx + y * yx, y: zero.y + x * xy + y * yy });
};

/** A disc on the screen, and whose it is. */
export interface Placed extends Spot {
  readonly index: number;
}

/** In the order given, at most `most`; what is hidden (`sizeOf` null) or outside the canvas is left out. */
export const spotsOnScreen = (
  screen: Screen,
  data: Data,
  order: readonly number[],
  sizeOf: (index: number) => number | null,
  most: number,
): readonly Placed[] => {
  const { width, height } = screen.getDimensions();
  const place = projection(screen);
  const scale = screen.scaleSize(1);
  const spots: Placed[] = [];
  for (const index of order) {
    const size = sizeOf(index);
    if (size === null) continue;
    const { x, y } = place(at(data.nodes, index));
    const r = size * scale;
    if (x > -r && y > -r && x < width + r && y < height + r) spots.push({ index, x, y, r });
    if (spots.length >= most) break;
  }
  return spots;
};
