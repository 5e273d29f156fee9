import { describe, expect, test } from 'vitest';
import { at, indexData } from '../../../viz/data.js';
import { discAround, type Screen, spotsOnScreen } from '../../../viz/spots.js';
import { fact, made } from './made.js';

const whole = made([
  fact('Town:甲镇 实施 Program:和美乡村', '甲镇'),
  fact('Town:甲镇 实施 Program:河长制', '甲镇'),
]);
/** Side by side, a step of ten apart. */
const data = indexData({ ...whole, nodes: whole.nodes.map((node, i) => ({ ...node, x: 10 * i, y: 0 })) });
/** Seen from twice as near and upside down; a disc is drawn three times its size. */
const screen = {
  graphToViewport: ({ x, y }: { x: number; y: number }) => ({ x: 20 + 2 * x, y: 50 - 2 * y }),
  scaleSize: (size = 1) => size * 3,
  getDimensions: () => ({ width: 50, height: 100 }),
} as Screen;
const LARGEST = 5;
const never = (_index: number): boolean => false;

describe('the disc around a point', () => {
  const around = (x: number, y: number, sizeOf: (index: number) => number | null, isAbove = never) =>
    discAround(screen, data, { x, y }, sizeOf, isAbove, LARGEST);
  test.each([
    ['its middle', 40, 50, 1],
    ['near its edge', 45, 50, 1],
    ['above it', 40, 44, null],
    ['beside all', 0, 0, null],
  ])('%s', (_, x, y, index) => expect(around(x, y, () => 2 - 0.1)).toBe(index));

  test('of two that overlap, the one above', () => {
    const sizes = (): number => 5;
    expect(around(30, 50, sizes, (index) => index === 1)).toBe(1);
    expect(around(30, 50, sizes)).toBe(0);
  });

  test('not one that is hidden', () => {
    expect(around(30, 50, (index) => (index === 0 ? null : 5))).toBe(1);
  });
});

test('what is on the screen even in part, in the order asked for, at most so many', () => {
  const order = [2, 1, 0];
  const indexes = (most: number, sizeOf: (index: number) => number | null = () => 4) =>
    spotsOnScreen(screen, data, order, sizeOf, most, LARGEST).map(({ index }) => index);
  expect(at(data.nodes, 2).x).toBe(20);
  expect(indexes(9)).toEqual([2, 1, 0]);
  expect(indexes(2)).toEqual([2, 1]);
  // The third stands ten pixels outside.
  expect(indexes(9, () => 3)).toEqual([1, 0]);
  expect(indexes(9, (index) => (index === 1 ? null : 4))).toEqual([2, 0]);
});
