/** The menu that hands out what is shown: as picture, as tables, as graph, or all of it in one zip. */

import type { Data } from '../data.js';
import { h } from '../dom.js';
import { bundle } from '../exports/bundle.js';
import { factsCsv, thingsCsv } from '../exports/csv.js';
import { download } from '../exports/download.js';
import { gexf } from '../exports/gexf.js';
import { png, type ViewPicture } from '../exports/image.js';
import { type Part, partOf } from '../exports/part.js';
import type { Visible } from '../visible.js';
import { figure, type Say } from '../words.js';

/** What the page shows at this moment. */
export interface Showing {
  readonly data: Data;
  readonly shown: Visible;
  readonly say: Say;
  /** Word for the view in names of files. */
  readonly view: string;
  /** Null where there is nothing to take a picture of. */
  readonly picture: () => ViewPicture | null;
}

interface Offer {
  readonly key: string;
  readonly text: (say: Say) => string;
  readonly note: (say: Say) => string;
  readonly file: (view: string) => string;
  /** Null where it cannot be had. */
  readonly make: (showing: Showing, part: Part) => Promise<Blob> | Blob | null;
}

const textFile = (type: string, text: string): Blob => new Blob([text], { type: `${type};charset=utf-8` });

const OFFERS: readonly Offer[] = [
  {
    key: 'png',
    text: (say) => say('图片（PNG）', 'Picture (PNG)'),
    note: (say) => say('当前画面', 'what is on the screen'),
    file: (view) => `zhentu-${view}.png`,
    make: ({ picture }) => {
      const taken = picture();
      return taken === null ? null : png(taken);
    },
  },
  {
    key: 'svg',
    text: (say) => say('矢量图（SVG）', 'Drawing (SVG)'),
    note: (say) => say('当前画面，可放大', 'what is on the screen, at any size'),
    file: (view) => `zhentu-${view}.svg`,
    make: ({ picture }) => {
      const taken = picture();
      return taken === null ? null : textFile('image/svg+xml', taken.svg);
    },
  },
  {
    key: 'facts',
    text: (say) => say('事实及原句（CSV）', 'Facts with sentences (CSV)'),
    note: (say) => say('每句一行，可用表格软件打开', 'a line for each sentence, for a spreadsheet'),
    file: () => 'zhentu-facts.csv',
    make: ({ data, say }, part) => textFile('text/csv', factsCsv(data, part, say)),
  },
  {
    key: 'things',
    text: (say) => say('条目（CSV）', 'Things (CSV)'),
    note: (say) => say('名称、类型、所见的镇', 'names, types, towns'),
    file: () => 'zhentu-things.csv',
    make: ({ data, say }, part) => textFile('text/csv', thingsCsv(data, part, say)),
  },
  {
    key: 'gexf',
    text: (say) => say('图（GEXF）', 'Graph (GEXF)'),
    note: (say) => say('可用 Gephi 打开', 'for Gephi'),
    file: () => 'zhentu.gexf',
    make: ({ data, say }, part) => textFile('application/gexf+xml', gexf(data, part, say)),
  },
  {
    key: 'zip',
    text: (say) => say('全部打包（ZIP）', 'Everything (ZIP)'),
    note: (say) => say('Neo4j 导入语句、表格和图', 'Cypher for Neo4j, tables and graph'),
    file: () => 'zhentu.zip',
    make: ({ data, say }, part) => new Blob([bundle(data, part, say)], { type: 'application/zip' }),
  },
];

/** Made once; asks what is shown whenever it is opened. */
export const createExportMenu = (
  now: () => Showing,
): { readonly element: HTMLElement; readonly name: () => void } => {
  const summary = h('summary', { class: 'tool' });
  const list = h('div', { class: 'menu-list' });
  const menu = h('details', { class: 'menu', attributes: { 'data-testid': 'exports' } }, summary, list);

  const hand = async (offer: Offer, said: HTMLElement): Promise<void> => {
    const showing = now();
    const { say, data, shown, view } = showing;
    try {
      const made = await offer.make(showing, partOf(data, shown));
      if (made === null) {
        said.textContent = say('当前没有可导出的画面', 'There is no picture to export');
        return;
      }
      download(offer.file(view), made);
      said.textContent = say(`已导出 ${offer.file(view)}`, `Exported ${offer.file(view)}`);
    } catch (error) {
      // A browser may refuse to draw a page into a picture.
      said.textContent = say(
        `没有导出：${String(error instanceof Error ? error.message : error)}`,
        `Not exported: ${String(error instanceof Error ? error.message : error)}`,
      );
    }
  };
  // Before it opens: `toggle` is told afterwards, and for a moment the menu would stand there empty.
  summary.addEventListener('click', () => {
    if (menu.open) return;
    const { data, shown, say } = now();
    const part = partOf(data, shown);
    const said = h('p', { class: 'quiet note', attributes: { role: 'status', 'aria-live': 'polite' } });
    list.replaceChildren(
      h(
        'p',
        { class: 'quiet note' },
        say(
          `导出当前显示的 ${figure(part.nodes.length)} 个条目、${figure(part.edges.length)} 条事实`,
          `What is shown: ${figure(part.nodes.length)} things, ${figure(part.edges.length)} facts`,
        ),
      ),
      ...OFFERS.map((offer) =>
        h(
          'button',
          {
            class: 'menu-item',
            attributes: { 'data-export': offer.key },
            onClick: () => {
              void hand(offer, said);
            },
          },
          h('span', {}, offer.text(say)),
          h('span', { class: 'quiet' }, offer.note(say)),
        ),
      ),
      said,
    );
  });
  menu.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || !menu.open) return;
    menu.open = false;
    summary.focus();
    event.stopPropagation();
  });
  document.addEventListener('pointerdown', ({ target }) => {
    if (target instanceof Node && !menu.contains(target)) menu.open = false;
  });
  return {
    element: menu,
    name: () => {
      summary.textContent = now().say('导出', 'Export');
    },
  };
};
