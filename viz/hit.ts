/**
 * Which disc is under the pointer. Sigma reads that back from a picture of its own, for which the program waits until
 * all that is being drawn is drawn: without a graphics card several frames for each press of a button. Here it is
 * reckoned from the places, in a fraction of a millisecond for ten thousand.
 */
import type Sigma from 'sigma';
import type { Data } from './data.js';
import { largestRadius, radius, type Scene } from './looks.js';
import { discAround } from './spots.js';

/** Has Sigma ask here. It has no setting for that; should its own way get another name, it goes back to that one. */
export const hitByPlace = (sigma: Sigma, data: Data, now: () => Scene): void => {
  Object.assign(sigma, {
    getNodeAtPosition: (point: { readonly x: number; readonly y: number }): string | null => {
      const scene = now();
      const { nodes: standing } = scene.focus;
      const stands = (index: number): boolean => standing === null || standing.has(index);
      // As they are drawn: one after the other, what stands out last.
      const isAbove = (index: number, other: number): boolean => stands(index) || !stands(other);
      const sizeOf = (index: number): number | null => radius(scene, index);
      const index = discAround(sigma, data, point, sizeOf, isAbove, largestRadius(scene));
      return index === null ? null : String(index);
    },
  });
};
