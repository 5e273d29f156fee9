/**
 * Lines that can be dashed or dotted: Sigma's rectangles with a pattern along them, in pixels of the screen, so that
 * it looks the same at every zoom. Gaps can be pointed at like the line itself.
 */
import { EdgeRectangleProgram } from 'sigma/rendering';
import type { EdgeDisplayData, NodeDisplayData } from 'sigma/types';

/** Length of a stroke with its gap, and of the stroke, in pixels. */
export type Dash = 'solid' | 'dashed' | 'dotted';
export const DASHES: Readonly<Record<Dash, readonly [period: number, stroke: number]>> = {
  solid: [0, 0],
  dashed: [11, 7],
  dotted: [6, 2.4],
};

const CODE: Readonly<Record<Dash, number>> = { solid: 0, dashed: 1, dotted: 2 };

const VERTEX_HEAD = 'attribute float a_dash;\nvarying float v_dash;\nvarying float v_along;\n';
/** `u_correctionRatio` is one pixel in the units of positions. */
const VERTEX_BODY =
  '\n  v_dash = a_dash;\n  v_along = length(a_positionEnd - a_positionStart) * a_positionCoef / u_correctionRatio / 2.0;\n';
const FRAGMENT_HEAD = 'varying float v_dash;\nvarying float v_along;\n';
const stroke = ([period, length]: readonly [number, number]): string =>
  `mod(v_along, ${period.toFixed(1)}) > ${length.toFixed(1)}`;
const FRAGMENT_BODY = `
  #ifndef PICKING_MODE
  if (v_dash > 1.5 ? ${stroke(DASHES.dotted)} : v_dash > 0.5 && ${stroke(DASHES.dashed)}) discard;
  #endif
`;

const insert = (source: string, head: string, body: string): string =>
  source.replace('varying', `${head}varying`).replace(/void main\((?:void)?\) \{/, (main) => main + body);

export class DashedEdgeProgram extends EdgeRectangleProgram {
  override getDefinition() {
    const base = super.getDefinition();
    return {
      ...base,
      VERTEX_SHADER_SOURCE: insert(base.VERTEX_SHADER_SOURCE, VERTEX_HEAD, VERTEX_BODY),
      // Lengths along a line that reaches far beyond the screen need all the digits there are.
      FRAGMENT_SHADER_SOURCE: insert(base.FRAGMENT_SHADER_SOURCE, FRAGMENT_HEAD, FRAGMENT_BODY).replace(
        'mediump',
        'highp',
      ),
      ATTRIBUTES: [
        ...base.ATTRIBUTES,
        { name: 'a_dash', size: 1, type: WebGLRenderingContext.FLOAT as 5126 },
      ],
    };
  }

  override processVisibleItem(
    edge: number,
    start: number,
    source: NodeDisplayData,
    target: NodeDisplayData,
    data: EdgeDisplayData & { readonly dash?: Dash },
  ): void {
    super.processVisibleItem(edge, start, source, target, data);
    // Behind two positions, the normal, colour and number of the edge.
    this.array[start + 8] = CODE[data.dash ?? 'solid'];
  }
}
