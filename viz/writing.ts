/**
 * The writing on the canvas: a layer of names, and over it a layer of what is pointed at. Where the pointer alone has
 * moved, names stay as they are: to place them anew is most of what a frame costs.
 */
import type Sigma from 'sigma';
import type { Data } from './data.js';
import type { NameCanvas } from './exports/canvas-notes.js';
import { drawNames, type Written } from './labels.js';
import { lineLabels } from './line-labels.js';
import { dims, largestRadius, radius, type Scene } from './looks.js';
import { colorOf } from './node-style.js';
import { nameOrder } from './place-names.js';
import { drawPointed } from './pointed.js';
import { ifChanged } from './shell/if-changed.js';

export interface Writing {
  /** As the scene is now, on the screen. */
  readonly show: () => void;
  /** The same on another canvas, all on one. */
  readonly copy: (canvas: NameCanvas) => void;
}

/** `few`: names of towns and of what is selected only. */
export const createWriting = (sigma: Sigma, data: Data, few: boolean, now: () => Scene): Writing => {
  const order = nameOrder(data);
  const camera = sigma.getCamera();
  // On top, so that the hovered disc, which Sigma repeats above all others, keeps its mark and name.
  for (const name of ['names', 'pointed'])
    sigma.createCanvasContext(name, { style: { pointerEvents: 'none' } });
  sigma.resize(true);
  const layer = (name: string): CanvasRenderingContext2D | null =>
    sigma.getCanvases()[name]?.getContext('2d') ?? null;
  const [names, pointed] = [layer('names'), layer('pointed')];
  const hoveredOf = ({ state: { hover } }: Scene): number | null =>
    hover?.kind === 'node' ? hover.index : null;

  const writeNames = (canvas: NameCanvas, scene: Scene, unnamed: number | null): Written => {
    const { state, focus, palette } = scene;
    return drawNames(canvas, sigma, camera.ratio, data, order, {
      focus: dims(scene) ? focus.nodes : null,
      selected: focus.selected,
      unnamed,
      pinned: state.pinned,
      palette,
      colorOf: (index) => colorOf(data, index, state, palette),
      sizeOf: (index) => radius(scene, index),
      largest: largestRadius(scene),
      few,
    });
  };
  const writePointed = (canvas: NameCanvas, scene: Scene, written: Written): void => {
    const { state, focus, visible, palette } = scene;
    drawPointed(canvas, sigma.getDimensions().width, data, written, {
      hovered: hoveredOf(scene),
      ringed: [...focus.selected, ...state.pinned],
      lines: lineLabels(data, state, focus, visible, palette),
      palette,
      colorOf: (index) => colorOf(data, index, state, palette),
    });
  };

  let written: Written | null = null;
  const onNames = ifChanged();
  // A canvas that takes another size is blank.
  let sizes = 0;
  sigma.on('resize', () => {
    sizes += 1;
  });
  return {
    show: () => {
      if (names === null || pointed === null) return;
      const scene = now();
      const { state, visible, focus, palette, scale, sizeOf } = scene;
      const { x, y, ratio } = camera.getState();
      const hovered = hoveredOf(scene);
      const unnamed = hovered !== null && written?.named.has(hovered) ? hovered : null;
      const place = [x, y, ratio, sizes, sigma.getCustomBBox()];
      const looks = [
        visible,
        palette,
        scale,
        sizeOf,
        state.pinned,
        state.options,
        dims(scene) ? focus : null,
      ];
      onNames([...place, ...looks, [...focus.selected].join(), unnamed], () => {
        written = writeNames(names, scene, unnamed);
      });
      const { width, height } = sigma.getDimensions();
      pointed.clearRect(0, 0, width, height);
      if (written !== null) writePointed(pointed, scene, written);
    },
    copy: (canvas) => {
      const scene = now();
      writePointed(canvas, scene, writeNames(canvas, scene, hoveredOf(scene)));
    },
  };
};
