/**
 * Whether the page draws with little: where a processor draws instead of a graphics card, a thousand broad lines take
 * half a second a frame. Then lines are thin and straight, names come under the pointer, nothing moves by itself.
 */
const SOFTWARE = /swiftshader|llvmpipe|softpipe|software|basic render|mesa offscreen/i;
/** Up to so many lines a processor keeps up. */
const FEW_LINES = 1500;

export const isReduced = (renderer: string, lines: number): boolean =>
  SOFTWARE.test(renderer) && lines > FEW_LINES;

/** What draws here, as the browser names it; '' where it does not say. */
export const rendererName = (): string => {
  const gl = document.createElement('canvas').getContext('webgl');
  if (gl === null) return '';
  const info = gl.getExtension('WEBGL_debug_renderer_info');
  const name = gl.getParameter(info === null ? gl.RENDERER : info.UNMASKED_RENDERER_WEBGL);
  // Browsers keep few contexts alive: this one was only asked.
  gl.getExtension('WEBGL_lose_context')?.loseContext();
  return String(name ?? '');
};
