/**
 * What changed from one report of a town to the next: new, continued, delivered, no longer mentioned.
 *
 * Two things joined by any fact are followed, whatever the relation: a project signed one year and started the next
 * goes on. Delivered is what was planned or under way in the earlier report and done in the later one.
 */
import { at, type Data } from './data.js';

export const CHANGES = ['new', 'continued', 'delivered', 'dropped'] as const;
export type Change = (typeof CHANGES)[number];

interface Said {
  readonly edges: number[];
  done: boolean;
  open: boolean;
}

/** Years of the reports, ascending. */
export const reportYears = (data: Data): readonly number[] =>
  [...new Set(data.reports.flatMap(({ year }) => (year === null ? [] : [year])))].sort((a, b) => a - b);

/** Edge → how it stands in the reports on `year` against each town's report before; edges of neither are left out. */
export const changesIn = (data: Data, year: number): ReadonlyMap<number, Change> => {
  const before = earlierYears(data, year);
  const said = { earlier: new Map<string, Said>(), later: new Map<string, Said>() };
  data.edges.forEach(({ from, to, status, evidence }, edge) => {
    for (const [sentence] of evidence) {
      const report = at(data.reports, at(data.sentences, sentence).report);
      const earlier = report.town === null ? undefined : before.get(report.town);
      if (earlier === undefined || (report.year !== year && report.year !== earlier)) continue;
      const side = report.year === year ? said.later : said.earlier;
      const key = `${report.town} ${Math.min(from, to)} ${Math.max(from, to)}`;
      const own = side.get(key) ?? { edges: [], done: false, open: false };
      own.edges.push(edge);
      if (status === 'done') own.done = true;
      if (status === 'planned' || status === 'ongoing') own.open = true;
      side.set(key, own);
    }
  });
  const changes = new Map<number, Change>();
  const note = (own: Said | undefined, change: Change): void => {
    for (const edge of own?.edges ?? []) changes.set(edge, change);
  };
  for (const [key, then] of said.earlier) {
    const now = said.later.get(key);
    const change = now === undefined ? 'dropped' : then.open && now.done ? 'delivered' : 'continued';
    note(then, change);
    note(now, change);
  }
  for (const [key, now] of said.later) if (!said.earlier.has(key)) note(now, 'new');
  return changes;
};

/** Town → the year of its report before that on `year`; only towns that have both. */
const earlierYears = (data: Data, year: number): ReadonlyMap<number, number> => {
  const years = new Map<number, number[]>();
  for (const report of data.reports) {
    if (report.town === null || report.year === null) continue;
    years.set(report.town, [...(years.get(report.town) ?? []), report.year]);
  }
  return new Map(
    [...years].flatMap(([town, own]) => {
      const earlier = own.filter((one) => one < year);
      return own.includes(year) && earlier.length > 0 ? [[town, Math.max(...earlier)] as const] : [];
    }),
  );
};
