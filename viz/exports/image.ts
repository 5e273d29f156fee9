/** SVG → PNG in the browser, and a view of the page → SVG. No request leaves the page: pictures go by data addresses. */
import { h } from '../dom.js';
import { completeRows } from '../views/table-rows.js';
import { figure, type Say } from '../words.js';
import { clean } from './gexf.js';

/** Canvases have an end; beyond it browsers give an empty picture. */
const LONGEST = 12_000;
/** Of a table, so that its picture does not reach that end. */
const MOST_ROWS = 350;

export interface ViewPicture {
  readonly svg: string;
  readonly width: number;
  readonly height: number;
}

/** Twice as sharp as the screen, where the canvas bears it. Rejects where the browser will not draw it. */
export const png = async ({ svg, width, height }: ViewPicture): Promise<Blob> => {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const scale = Math.min(2, LONGEST / Math.max(width, height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.ceil(width * scale);
  canvas.height = Math.ceil(height * scale);
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('no 2d canvas');
  context.scale(scale, scale);
  context.drawImage(image, 0, 0, width, height);
  return new Promise((resolve, reject) => {
    canvas.toBlob(
      (blob) => (blob === null ? reject(new Error('the canvas is empty')) : resolve(blob)),
      'image/png',
    );
  });
};

const styles = (): string =>
  [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules].map(({ cssText }) => cssText)).join('\n');

/** Rows of a table of which most is out of sight: as many as a picture has room for, and how many are left out. */
const completeTables = (view: HTMLElement, copy: HTMLElement, say: Say): void => {
  const copies = copy.querySelectorAll<HTMLElement>('.grid');
  view.querySelectorAll('.grid').forEach((grid, index) => {
    const own = copies[index];
    const left = own === undefined ? 0 : completeRows(grid, own, MOST_ROWS);
    if (left === 0) return;
    const [rest, drawn] = [figure(left), figure(MOST_ROWS)];
    const text = say(
      `图片只容得下前 ${drawn} 行，另有 ${rest} 行未画出；导出 CSV 可得全部。`,
      `The picture has room for the first ${drawn} rows; ${rest} more are left out. The CSV has all.`,
    );
    own?.after(h('p', { class: 'left-out' }, text));
  });
};

/** Everything in the view, also what is scrolled out of sight, laid out as wide as it is now or as it must be. */
export const viewPicture = (view: HTMLElement, say: Say): ViewPicture => {
  const copy = view.cloneNode(true);
  if (!(copy instanceof HTMLElement)) throw new Error('a view is an element');
  copy.removeAttribute('id');
  copy.classList.add('picture');
  completeTables(view, copy, say);
  copy.style.width = `${view.clientWidth}px`;
  document.body.append(copy);
  const width = Math.min(LONGEST, Math.ceil(copy.scrollWidth));
  const height = Math.min(LONGEST, Math.ceil(copy.scrollHeight));
  copy.remove();
  copy.style.width = `${width}px`;
  copy.classList.add('placed');
  const body = new XMLSerializer().serializeToString(copy);
  const style = styles().replaceAll(']]>', '');
  const theme = document.documentElement.dataset.theme ?? 'light';
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" data-theme="${theme}" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"><style><![CDATA[${style}]]></style><foreignObject width="100%" height="100%">${body}</foreignObject></svg>`;
  return { svg: clean(svg), width, height };
};
