/** Provinces, cities and counties by the place list. Short names are common words, so they need a reason. */
import type { Place, Report, Span } from '../../model.js';
import type { Atlas } from '../../read/atlas.js';
import { buildGazetteer } from '../../text/gazetteer.js';
import { type PlaceHit, settle } from './place-hit.js';

/** Of several regions of one full name, the one the chain before it leads to, above the unit, or nearest to it. */
const chooseFull = (options: readonly Place[], unitPath: string, before: Place | undefined): Place | null => {
  const chained = before && options.find((p) => p.path.startsWith(`${before.path}/`));
  const above = options.find((p) => `${unitPath}/`.startsWith(`${p.path}/`));
  if (chained ?? above) return chained ?? above ?? null;
  // 郊区, 城区 are words before they are names.
  if ((options[0]?.name.length ?? 0) < 3) return null;
  const [province, city] = unitPath.split('/');
  const near = (path: string) => options.find((p) => p.path.startsWith(path));
  return near(`${province}/${city}/`) ?? near(`${province}/`) ?? options[0] ?? null;
};

// 与云川、白芦等地: a short name stands between separators.
const LISTED_BEFORE = /[、与和及到赴在向“]$|对接$|支援$|协作$|(?:^|[,。;])$/;
const LISTED_AFTER = /^(?:[、,。”]|和|与|及|等|两地|协作|对口)/;

const chooseShort = (
  options: readonly Place[],
  unitPath: string,
  left: string,
  right: string,
): Place | null => {
  const above = options.find((p) => `${unitPath}/`.startsWith(`${p.path}/`));
  if (above) return above;
  if (!LISTED_BEFORE.test(left) || !LISTED_AFTER.test(right)) return null;
  return (
    options.find((p) => p.level === 'province') ??
    options.find((p) => p.level === 'city') ??
    options[0] ??
    null
  );
};

interface Option {
  readonly span: Span;
  readonly places: Place[];
}

/** Regions named in the text, in order. */
export const findRegions = (norm: string, unitPath: string, atlas: Atlas): PlaceHit[] => {
  const bySpan = new Map<string, Option>();
  for (const { start, end, value } of atlas.regions.find(norm)) {
    const key = `${start}-${end}`;
    const known = bySpan.get(key);
    if (known) known.places.push(value);
    else bySpan.set(key, { span: [start, end], places: [value] });
  }
  const hits: PlaceHit[] = [];
  let before: { readonly end: number; readonly place: Place } | undefined;
  for (const { span, places } of settle([...bySpan.values()])) {
    const [start, end] = span;
    const surface = norm.slice(start, end);
    const full = places.filter((p) => p.name === surface);
    const place =
      full.length > 0
        ? chooseFull(full, unitPath, before?.end === start ? before.place : undefined)
        : chooseShort(places, unitPath, norm.slice(Math.max(0, start - 2), start), norm.slice(end, end + 2));
    if (place === null) continue;
    hits.push({
      type: 'Region',
      span,
      name: place.name,
      place,
      rule: full.length > 0 ? 'place.region' : 'place.region-short',
    });
    before = { end, place };
  }
  return hits;
};

/** Regions above the reporting unit that the place list does not know but the report states. */
export const findStatedRegions = (report: Report, norm: string): PlaceHit[] => {
  const unknown = (report.town?.parents ?? []).filter((p) => p.code === '' && p.name.length >= 3);
  if (unknown.length === 0) return [];
  return buildGazetteer(unknown.map((p) => [p.name, p] as const))
    .find(norm)
    .map(({ start, end, value }) => ({
      type: 'Region',
      span: [start, end],
      name: value.name,
      place: value,
      rule: 'place.region-stated',
    }));
};
