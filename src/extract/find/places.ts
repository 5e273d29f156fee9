/**
 * Regions, towns and villages: by the place list around the reporting unit, by the chain of names in the text
 * (金华市|武义县|某某乡), and by their last character where the list does not know them.
 */
import type { Place, Report, Span } from '../../model.js';
import type { Atlas } from '../../read/atlas.js';
import { buildGazetteer, type Gazetteer } from '../../text/gazetteer.js';
import { alternation, type Engine } from '../engine.js';

export interface PlaceHit {
  readonly type: 'Region' | 'Town' | 'Village';
  readonly span: Span;
  /** Canonical name. */
  readonly name: string;
  /** Null where the place list does not know it. */
  readonly place: Place | null;
  readonly rule: string;
}

interface Local {
  readonly place: Place;
  readonly short: boolean;
}

/** Longest hit at each start, and none that starts inside another. */
const longest = <T extends { readonly start: number; readonly end: number }>(hits: readonly T[]): T[] => {
  const sorted = [...hits].sort((a, b) => a.start - b.start || b.end - a.end);
  const kept: T[] = [];
  for (const hit of sorted) if (hit.start >= (kept.at(-1)?.end ?? 0)) kept.push(hit);
  return kept;
};

/** Of several regions of one name, the one the report is about or the chain before it leads to. */
const chooseRegion = (
  options: readonly Place[],
  unitPath: string,
  before: Place | undefined,
  full: boolean,
): Place | null => {
  const chained = before && options.find((p) => p.path.startsWith(`${before.path}/`));
  if (chained) return chained;
  const above = options.find((p) => `${unitPath}/`.startsWith(`${p.path}/`));
  if (above) return above;
  const [province, city] = unitPath.split('/');
  const near =
    options.find((p) => p.path.startsWith(`${province}/${city}/`)) ??
    (full ? options.find((p) => p.path.startsWith(`${province}/`)) : undefined);
  const name = options[0]?.name ?? '';
  if (near && (full ? name.length >= 3 : near.level === 'county')) return near;
  if (full) return name.length >= 3 ? (options[0] ?? null) : null;
  return options.find((p) => p.level === 'province') ?? options.find((p) => p.level === 'city') ?? null;
};

const regionHits = (norm: string, unitPath: string, atlas: Atlas): PlaceHit[] => {
  const bySpan = new Map<string, { start: number; end: number; options: Place[] }>();
  for (const { start, end, value } of atlas.regions.find(norm)) {
    const key = `${start}-${end}`;
    const known = bySpan.get(key);
    if (known) known.options.push(value);
    else bySpan.set(key, { start, end, options: [value] });
  }
  const hits: PlaceHit[] = [];
  let before: { end: number; place: Place } | undefined;
  for (const { start, end, options } of longest([...bySpan.values()])) {
    const surface = norm.slice(start, end);
    const full = options.filter((p) => p.name === surface);
    const chain = before && before.end === start ? before.place : undefined;
    const place = chooseRegion(full.length > 0 ? full : options, unitPath, chain, full.length > 0);
    if (place === null) continue;
    hits.push({
      type: 'Region',
      span: [start, end],
      name: place.name,
      place,
      rule: full.length > 0 ? 'place.region' : 'place.region-short',
    });
    before = { end, place };
  }
  return hits;
};

const countyOf = (report: Report): string | null => {
  const unit = report.town;
  if (unit === null) return null;
  return unit.type === 'Region' ? unit.path : unit.path.split('/').slice(0, -1).join('/');
};

const localGazetteer = (report: Report, atlas: Atlas): Gazetteer<Local> => {
  const county = countyOf(report);
  const { places } = atlas;
  if (county === null) return buildGazetteer([]);
  const towns = places.townsOf(county);
  const villages = places.villagesOfCounty(county);
  const unit = report.town?.path ?? '';
  return buildGazetteer<Local>([
    ...towns.map((place) => [place.name, { place, short: false }] as const),
    ...villages
      .filter((v) => v.name.length >= 3)
      .map((place) => [place.name, { place, short: false }] as const),
    ...villages
      .filter((v) => v.path.startsWith(`${unit}/`))
      .flatMap((place) => {
        const short = place.name.replace(/(?:村|社区)$/, '');
        return short.length >= 2 && short !== place.name ? [[short, { place, short: true }] as const] : [];
      }),
  ]);
};

// 红旗、建胜、灵安村；中群等8村；联丰永红片区
const SHORT_VILLAGE_AFTER =
  /^(?:[、和及与]\p{Script=Han}{2,4}?)*(?:两?村|社区|等\d*[一二三四五六七八九十]*个?(?:行政)?(?:村|社区)|\p{Script=Han}{0,2}片区)/u;

/** Regions above the reporting unit that the place list does not know but the report states. */
const statedHits = (report: Report, norm: string): PlaceHit[] => {
  const unknown = (report.town?.parents ?? []).filter((p) => p.code === '' && p.name.length >= 3);
  return buildGazetteer(unknown.map((p) => [p.name, p] as const))
    .find(norm)
    .map(({ start, end, value }) => ({ type: 'Region', span: [start, end] as const, name: value.name, place: value, rule: 'place.region-stated' }));
};

/** The reporting town's own short name (凤桥 for 凤桥镇) and full name. */
const unitHits = (report: Report, norm: string): PlaceHit[] => {
  const unit = report.town;
  if (unit?.type !== 'Town') return [];
  const short = unit.name.replace(/(?:镇|乡|街道|苏木)$/, '');
  const place: Place = { name: unit.name, path: unit.path, code: unit.code ?? '', level: 'town' };
  const names = short.length >= 2 ? [unit.name, short] : [unit.name];
  return longest(buildGazetteer(names.map((n) => [n, n] as const)).find(norm)).map(({ start, end }) => ({
    type: 'Town',
    span: [start, end] as const,
    name: unit.name,
    place,
    rule: end - start === unit.name.length ? 'place.town' : 'place.town-short',
  }));
};

const localHits = (report: Report, norm: string, atlas: Atlas): PlaceHit[] => {
  const unit = report.town?.path ?? '';
  const hits = localGazetteer(report, atlas)
    .find(norm)
    .filter(({ value, end }) => !value.short || SHORT_VILLAGE_AFTER.test(norm.slice(end, end + 30)));
  const own = hits.filter(
    ({ value }) => value.place.level === 'town' || value.place.path.startsWith(`${unit}/`),
  );
  // Another town's village of the same county needs that town's name before it.
  const chained = hits.filter(({ value, start }) => {
    const town = value.place.path.split('/').at(-2) ?? '';
    return (
      !own.some((h) => h.value === value) && norm.slice(Math.max(0, start - town.length), start) === town
    );
  });
  return longest([...own, ...chained]).map(({ start, end, value }) => ({
    type: value.place.level === 'town' ? 'Town' : 'Village',
    span: [start, end] as const,
    name: value.place.name,
    place: value.place,
    rule: value.place.level === 'town' ? 'place.town' : value.short ? 'place.village-short' : 'place.village',
  }));
};

/** Towns behind a region's name, villages behind a town's: 武义县|某某乡|某某村. */
const chainHits = (norm: string, known: readonly PlaceHit[], atlas: Atlas): PlaceHit[] => {
  const follow = (hit: PlaceHit): PlaceHit[] => {
    const { place, span } = hit;
    if (place === null || (place.level !== 'county' && place.level !== 'city' && place.level !== 'town'))
      return [];
    const options =
      place.level === 'town' ? atlas.places.villagesOf(place.path) : atlas.places.townsOf(place.path);
    const at = span[1];
    const next = options
      .filter((p) => p.name.length >= 2 && norm.startsWith(p.name, at))
      .sort((a, b) => b.name.length - a.name.length)[0];
    if (!next) return [];
    const type = place.level === 'town' ? 'Village' : 'Town';
    const found: PlaceHit = {
      type,
      span: [at, at + next.name.length],
      name: next.name,
      place: next,
      rule: `place.${type.toLowerCase()}`,
    };
    return [found, ...follow(found)];
  };
  return known.flatMap(follow);
};

const SUFFIXED =
  /(?<![\p{Script=Han}])(\p{Script=Han}{2,3})(镇|乡|街道|村|社区)(?!\p{Script=Han}{0,1}(?:级|民|庄|集体|经济|干部|务|卫|史|医|规))|(?<=[、和与及在市县区镇乡])(\p{Script=Han}{2,3}?)(镇|乡|街道|村|社区)(?!级|民|庄|集体|经济|干部|务|卫|史|医|规)/gu;

/** Names by their last character only, where nothing to the left could belong to them. */
const suffixHits = (norm: string, taken: readonly PlaceHit[], engine: Engine): PlaceHit[] => {
  const general = new RegExp(
    `^(?:${alternation(engine.words['place.not-start'])})|(?:${alternation(engine.words['place.not-end'])})$`,
  );
  return [...norm.matchAll(SUFFIXED)].flatMap((m) => {
    const stem = m[1] ?? m[3] ?? '';
    const tail = m[2] ?? m[4] ?? '';
    const span: Span = [m.index, m.index + m[0].length];
    if (general.test(stem) || taken.some((h) => h.span[0] < span[1] && span[0] < h.span[1])) return [];
    const type = tail === '村' || tail === '社区' ? 'Village' : 'Town';
    return [
      { type, span, name: stem + tail, place: null, rule: `place.${type.toLowerCase()}-suffix` } as const,
    ];
  });
};

/** All places named in a report, in text order, without overlaps. */
export const findPlaces = (report: Report, norm: string, engine: Engine, atlas: Atlas): PlaceHit[] => {
  const unitPath = report.town?.path ?? '';
  const known = [
    ...regionHits(norm, unitPath, atlas),
    ...statedHits(report, norm),
    ...unitHits(report, norm),
    ...localHits(report, norm, atlas),
  ];
  const settle = (hits: readonly PlaceHit[]) =>
    longest(hits.map((h) => ({ ...h, start: h.span[0], end: h.span[1] }))).map(
      ({ start: _s, end: _e, ...h }) => h as PlaceHit,
    );
  const settled = settle(known);
  const chained = settle([...settled, ...chainHits(norm, settled, atlas)]);
  return settle([...chained, ...suffixHits(norm, chained, engine)]);
};
