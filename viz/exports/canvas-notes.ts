/**
 * A canvas that takes notes: what is written on it can be drawn again elsewhere.
 *
 * Names find their places in labels.ts alone; a picture of the canvas has them where the screen has them.
 */
import type { PictureDisc, PictureText } from './svg.js';

/** What labels.ts asks of a canvas. */
export type NameCanvas = Pick<
  CanvasRenderingContext2D,
  | 'arc'
  | 'beginPath'
  | 'clearRect'
  | 'fill'
  | 'fillStyle'
  | 'fillText'
  | 'font'
  | 'lineJoin'
  | 'lineWidth'
  | 'measureText'
  | 'roundRect'
  | 'stroke'
  | 'strokeStyle'
  | 'strokeText'
  | 'textAlign'
  | 'textBaseline'
>;

export interface Notes {
  readonly canvas: NameCanvas;
  readonly texts: PictureText[];
  readonly rings: Omit<PictureDisc, 'name'>[];
}

/** `real` measures the widths of texts. */
export const takeNotes = (real: CanvasRenderingContext2D): Notes => {
  const texts: PictureText[] = [];
  const rings: Omit<PictureDisc, 'name'>[] = [];
  let rim: readonly [string, number] | null = null;
  let arc: readonly [number, number, number] | null = null;
  const canvas: NameCanvas = {
    fillStyle: '#000000',
    strokeStyle: '#000000',
    font: '13px sans-serif',
    lineWidth: 1,
    lineJoin: 'round',
    textAlign: 'left',
    textBaseline: 'middle',
    measureText: (text) => {
      real.font = canvas.font;
      return real.measureText(text);
    },
    // A text is written twice: its rim, then itself.
    strokeText: () => {
      rim = [String(canvas.strokeStyle), canvas.lineWidth];
    },
    fillText: (text, x, y) => {
      const { font, fillStyle, textAlign } = canvas;
      texts.push({ x, y, text, font, color: String(fillStyle), middle: textAlign === 'center', rim });
      rim = null;
    },
    beginPath: () => {
      arc = null;
    },
    arc: (x, y, r) => {
      arc = [x, y, r];
    },
    stroke: () => {
      if (arc !== null) rings.push({ x: arc[0], y: arc[1], r: arc[2], color: String(canvas.strokeStyle) });
    },
    clearRect: () => {},
    fill: () => {},
    roundRect: () => {},
  };
  return { canvas, texts, rings };
};
