/** How a line looks: its standing is its tone and its stroke, its width the number of facts, what is derived is pale. */
import { mix, type Palette } from './colour.js';
import type { Dash } from './dash.js';
import { at, type Data, type Link } from './data.js';
import type { Standing } from './state.js';
import { standingOf, type Visible } from './visible.js';
import { STANDING_ORDER } from './words.js';

export const DASH_OF: Readonly<Record<Standing, Dash>> = {
  done: 'solid',
  ongoing: 'solid',
  planned: 'dashed',
  candidate: 'dotted',
  estimated: 'solid',
  target: 'dashed',
  none: 'solid',
};

/** What is only derived is as pale as this share of paper makes it. */
const DERIVED = 0.5;
const RANK = new Map(STANDING_ORDER.map((standing, rank) => [standing, rank]));

export interface LinkStyle {
  readonly color: string;
  readonly dash: Dash;
  readonly width: number;
  readonly standing: Standing;
}

/** Null for a link none of whose facts shows. The strongest standing rules. */
export const linkStyle = (data: Data, link: Link, shown: Visible, palette: Palette): LinkStyle | null => {
  let best: Standing | null = null;
  let stated = false;
  let count = 0;
  for (const index of link.edges) {
    if (shown.edges[index] !== 1) continue;
    const edge = at(data.edges, index);
    const standing = standingOf(edge);
    if (best === null || (RANK.get(standing) ?? 0) < (RANK.get(best) ?? 0)) best = standing;
    stated ||= !edge.derived;
    count += 1;
  }
  if (best === null) return null;
  const tone = palette.standing(best);
  const width = Math.min(3, 0.9 + 0.35 * count) * (best === 'ongoing' ? 0.8 : 1);
  return {
    color: stated ? tone : mix(tone, palette.paper, DERIVED),
    dash: DASH_OF[best],
    width,
    standing: best,
  };
};
