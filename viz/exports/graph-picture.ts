/** A picture of the canvas as it stands on the screen, from what Sigma last drew. */
import type Sigma from 'sigma';
import { at, type Data, nameOf } from '../data.js';
import { type NameCanvas, takeNotes } from './canvas-notes.js';
import type { ViewPicture } from './image.js';
import { type Picture, svg } from './svg.js';

/** `write`: writes names and marks on a canvas, as for the screen. `dashOf`: how the line of a link is broken. */
export const graphPicture = (
  sigma: Sigma,
  data: Data,
  paper: string,
  write: (canvas: NameCanvas) => void,
  dashOf: (link: number) => string,
): ViewPicture | null => {
  const real = document.createElement('canvas').getContext('2d');
  if (real === null) return null;
  const { width, height } = sigma.getDimensions();
  const notes = takeNotes(real);
  write(notes.canvas);
  const graph = sigma.getGraph();
  const spotOf = (key: string): readonly [number, number] | null => {
    const shown = sigma.getNodeDisplayData(key);
    if (shown === undefined || shown.hidden) return null;
    const { x, y } = sigma.framedGraphToViewport(shown);
    return [x, y];
  };
  const byDepth = <T extends { readonly z: number }>(items: readonly T[]): readonly T[] =>
    [...items].sort((a, b) => a.z - b.z);
  const lines = graph.mapEdges((key, _, from, to) => {
    const shown = sigma.getEdgeDisplayData(key);
    const ends = [spotOf(from), spotOf(to)] as const;
    if (shown === undefined || shown.hidden || ends[0] === null || ends[1] === null) return [];
    const { color, size, zIndex: z } = shown;
    return [
      { from: ends[0], to: ends[1], color, width: sigma.scaleSize(size), dash: dashOf(Number(key)), z },
    ];
  });
  const discs = graph.mapNodes((key) => {
    const shown = sigma.getNodeDisplayData(key);
    const spot = spotOf(key);
    if (shown === undefined || spot === null) return [];
    const name = nameOf(at(data.nodes, Number(key)));
    return [
      { x: spot[0], y: spot[1], r: sigma.scaleSize(shown.size), color: shown.color, name, z: shown.zIndex },
    ];
  });
  const { texts, rings } = notes;
  const picture: Picture = {
    width,
    height,
    paper,
    lines: byDepth(lines.flat()),
    discs: byDepth(discs.flat()),
    rings,
    texts,
  };
  return { svg: svg(picture), width, height };
};
