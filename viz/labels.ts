/**
 * Names and type marks on the canvas, drawn by us on a layer of their own.
 *
 * Sigma places labels by grid cell and lets Chinese names run into one another. Here the best supported come
 * first, each takes the first free side of its disc, and one that finds no room waits until the reader comes closer.
 */
import type Sigma from 'sigma';
import { LABEL_STYLE } from '../src/schema.js';
import { at, type Data, nameOf, shorten } from './data.js';

const FONT = '"PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Source Han Sans SC", sans-serif';
const PAPER = '#FAFAF7';
const INK = '#222222';
const LONGEST = 12;
/** Names at first sight; more with every step closer, never so many that drawing is felt. */
const FIRST = 36;
const MOST = 400;

interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export interface LabelView {
  /** Nodes that may be named now; null: all. */
  readonly focus: ReadonlySet<number> | null;
  readonly selected: ReadonlySet<number>;
  readonly hovered: number | null;
  readonly visible: (node: number) => boolean;
}

/** Order in which names are given room: towns, what towns share, then by support. */
export const labelOrder = (data: Data): readonly number[] => {
  const towns = new Set(data.towns);
  const weight = (index: number): number => {
    const node = at(data.nodes, index);
    if (towns.has(index)) return 1e6 + node.support;
    const shared = node.towns.length > 1 && node.label === 'Program' ? 1e3 * node.towns.length : 0;
    return shared + node.support;
  };
  return data.nodes.map((_, index) => index).sort((a, b) => weight(b) - weight(a) || a - b);
};

const overlaps = (a: Box, b: Box): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

/** Free places for a name of this size beside a disc: right, left, below, above. */
const sides = (x: number, y: number, r: number, width: number, height: number): readonly Box[] => {
  const gap = r + 3;
  const box = (left: number, top: number): Box => ({ left, top, right: left + width, bottom: top + height });
  return [
    box(x + gap, y - height / 2),
    box(x - gap - width, y - height / 2),
    box(x - width / 2, y + gap),
    box(x - width / 2, y - gap - height),
  ];
};

export const drawLabels = (
  context: CanvasRenderingContext2D,
  sigma: Sigma,
  data: Data,
  order: readonly number[],
  view: LabelView,
): void => {
  const { width, height } = sigma.getDimensions();
  context.clearRect(0, 0, width, height);
  context.textBaseline = 'middle';
  context.lineJoin = 'round';
  const towns = new Set(data.towns);
  const { ratio } = sigma.getCamera().getState();
  const budget = view.focus === null ? Math.min(MOST, FIRST / ratio ** 2) : MOST;
  const taken: Box[] = [];
  const place = (index: number): { x: number; y: number; r: number } | null => {
    const shown = sigma.getNodeDisplayData(String(index));
    if (shown === undefined || shown.hidden) return null;
    const { x, y } = sigma.framedGraphToViewport(shown);
    if (x < -20 || y < -20 || x > width + 20 || y > height + 20) return null;
    return { x, y, r: sigma.scaleSize(shown.size) };
  };
  // Discs large enough to bear a mark are read as well: no name may lie on one.
  for (const index of order) {
    const spot = place(index);
    if (spot === null || spot.r < 8) continue;
    taken.push({
      left: spot.x - spot.r,
      right: spot.x + spot.r,
      top: spot.y - spot.r,
      bottom: spot.y + spot.r,
    });
    const dimmed = view.focus !== null && !view.focus.has(index);
    context.font = `600 ${Math.round(spot.r * 1.05)}px ${FONT}`;
    context.textAlign = 'center';
    context.fillStyle = dimmed ? '#BBBBB4' : '#FFFFFF';
    context.fillText(LABEL_STYLE[at(data.nodes, index).label].mark, spot.x, spot.y + 0.5);
  }
  context.textAlign = 'left';
  let drawn = 0;
  const ranked = [...order].sort((a, b) => Number(view.selected.has(b)) - Number(view.selected.has(a)));
  for (const index of ranked) {
    if (drawn >= budget) break;
    if (index === view.hovered || (view.focus !== null && !view.focus.has(index))) continue;
    const spot = place(index);
    if (spot === null) continue;
    const strong = towns.has(index) || view.selected.has(index);
    const size = towns.has(index) ? 17 : 12.5;
    context.font = `${strong ? 700 : 400} ${size}px ${FONT}`;
    const text = strong ? nameOf(at(data.nodes, index)) : shorten(nameOf(at(data.nodes, index)), LONGEST);
    const wide = context.measureText(text).width;
    const box = sides(spot.x, spot.y, spot.r, wide, size + 3).find(
      (candidate) => !taken.some((other) => overlaps(candidate, other)),
    );
    drawn += 1;
    if (box === undefined) continue;
    taken.push(box);
    context.lineWidth = 3.5;
    context.strokeStyle = PAPER;
    context.strokeText(text, box.left, (box.top + box.bottom) / 2);
    context.fillStyle = strong ? LABEL_STYLE[at(data.nodes, index).label].color : INK;
    context.fillText(text, box.left, (box.top + box.bottom) / 2);
  }
  for (const index of view.selected) {
    const spot = place(index);
    if (spot !== null) drawRing(context, spot, LABEL_STYLE[at(data.nodes, index).label].color);
  }
  const hovered = view.hovered === null ? null : place(view.hovered);
  if (view.hovered !== null && hovered !== null)
    drawHover(context, hovered, nameOf(at(data.nodes, view.hovered)), width);
};

const drawRing = (
  context: CanvasRenderingContext2D,
  { x, y, r }: { x: number; y: number; r: number },
  color: string,
): void => {
  context.beginPath();
  context.arc(x, y, r + 3, 0, 2 * Math.PI);
  context.lineWidth = 2;
  context.strokeStyle = color;
  context.stroke();
};

/** The whole name in a box of its own, over everything, inside the canvas. */
const drawHover = (
  context: CanvasRenderingContext2D,
  { x, y, r }: { x: number; y: number; r: number },
  text: string,
  width: number,
): void => {
  context.font = `600 13px ${FONT}`;
  const wide = context.measureText(text).width + 16;
  const left = x + r + 6 + wide > width ? Math.max(4, x - r - 6 - wide) : x + r + 6;
  context.beginPath();
  context.roundRect(left, y - 14, wide, 28, 4);
  context.fillStyle = '#FFFFFF';
  context.fill();
  context.lineWidth = 1;
  context.strokeStyle = '#CFCFC8';
  context.stroke();
  context.fillStyle = INK;
  context.fillText(text, left + 8, y + 0.5);
};
