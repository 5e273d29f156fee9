/** What is written on lines where few stand out: the relation, and standing and year where they are not plain. */
import type { Palette } from './colour.js';
import { at, type Data } from './data.js';
import type { Focus } from './focus.js';
import type { LineLabel } from './pointed.js';
import type { State } from './state.js';
import { standingOf, type Visible } from './visible.js';
import { relationName, speaker, standingName } from './words.js';

const FEW = 40;
/** Relations named on one line before the rest is an ellipsis. */
const NAMED = 2;

export const lineLabels = (
  data: Data,
  { language }: State,
  { links }: Focus,
  shown: Visible,
  palette: Palette,
): readonly LineLabel[] => {
  if (links === null || links.size > FEW) return [];
  const say = speaker(language);
  return [...links].flatMap((link) => {
    const { a, b, edges } = at(data.links, link);
    const facts = edges.filter((edge) => shown.edges[edge] === 1).map((edge) => at(data.edges, edge));
    const texts = [
      ...new Set(
        facts.map((fact) => {
          const standing = standingOf(fact);
          const plain = standing === 'none' || standing === 'done';
          const year = fact.year === undefined ? '' : ` ${fact.year}`;
          return relationName(fact.type, say) + (plain ? '' : `·${standingName(standing, say)}`) + year;
        }),
      ),
    ];
    if (texts.length === 0) return [];
    const text = texts.slice(0, NAMED).join(say('、', ', ')) + (texts.length > NAMED ? '…' : '');
    return [{ from: a, to: b, text, color: palette.ink }];
  });
};
