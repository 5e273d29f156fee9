/** All views, in the order of the rail. */
import type { View } from '../view.js';
import { commonView } from './common.js';
import { graphView } from './graph.js';
import { honoursView } from './honours.js';
import { indicatorsView } from './indicators.js';
import { overviewView } from './overview.js';
import { projectsView } from './projects.js';
import { tableView } from './table.js';

export const VIEWS: readonly View[] = [
  overviewView,
  graphView,
  commonView,
  projectsView,
  honoursView,
  indicatorsView,
  tableView,
];
