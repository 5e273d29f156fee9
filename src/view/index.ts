/** Graph → the viewer, one self-contained HTML page. */
import { readFile } from 'node:fs/promises';
import type { Graph } from '../model.js';
import { packageFile } from '../paths.js';
import { renderPage } from './page.js';
import { LARGE, openingPart } from './part.js';
import { pageData } from './payload.js';

/** The text of `index.html`. Reads the template the package ships; an installation without it is a fault of ours. */
export const buildPage = async (graph: Graph): Promise<string> => {
  const data = pageData(graph);
  const held = data.nodes.length > LARGE ? openingPart(data) : data;
  return renderPage(await readFile(packageFile('dist/viewer.html'), 'utf8'), held);
};
