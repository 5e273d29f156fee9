/** The reporting unit itself, the towns and villages of its county, and the chain of names behind other places. */
import type { Place, Report } from '../../model.js';
import { shortName } from '../../places/index.js';
import type { Atlas } from '../../read/atlas.js';
import { namesOf, nearby } from './nearby.js';
import { type PlaceHit, settle } from './place-hit.js';

// 东坝、柳河、上塘村；东坝等8村；东坝柳河片区
const SHORT_VILLAGE_AFTER =
  /^(?:[、和及与]\p{Script=Han}{2,4}?)*(?:两?村|社区|等\d*[一二三四五六七八九十]*个?(?:行政)?(?:村|社区)|\p{Script=Han}{0,2}片区)/u;

/** Towns and villages of the unit's county. A village may have changed its kind since the list: 东坝社区 of 东坝村. */
export const findLocalPlaces = (report: Report, norm: string, { places }: Atlas): PlaceHit[] => {
  if (report.town === null) return [];
  const unit = report.town.path;
  const hits = nearby(places).placesOf(unit).find(norm);
  const full = hits
    .filter(({ value }) => !value.short)
    .map(({ start, end, value: { place } }): PlaceHit => {
      const type = place.level === 'town' ? 'Town' : 'Village';
      return { type, span: [start, end], name: place.name, place, rule: `place.${place.level}` };
    });
  const short = hits
    .filter(({ value }) => value.short)
    .flatMap(({ start, end, value: { place } }): PlaceHit[] => {
      const rest = norm.slice(end, end + 30);
      if (!SHORT_VILLAGE_AFTER.test(rest)) return [];
      const kind = rest.match(/^(?:村|社区)/)?.[0] ?? '';
      const name = kind === '' ? place.name : norm.slice(start, end) + kind;
      const renamed = { ...place, name, path: `${unit}/${name}` };
      return [
        {
          type: 'Village',
          span: [start, end + kind.length],
          name,
          place: renamed,
          rule: 'place.village-short',
        },
      ];
    });
  return settle([...full, ...short]);
};

const startsOf = (text: string, name: string): number[] => {
  if (name === '') return [];
  const starts: number[] = [];
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) starts.push(at);
  return starts;
};

/** The reporting town's own full and short name: 青禾 for 青禾镇. */
export const findUnit = (report: Report, norm: string): PlaceHit[] => {
  const unit = report.town;
  if (unit?.type !== 'Town') return [];
  const place: Place = { name: unit.name, path: unit.path, code: unit.code ?? '', level: 'town' };
  const names = namesOf(place);
  const short = shortName(unit.name, 'town');
  const hit = (name: string, start: number): PlaceHit => ({
    type: 'Town',
    span: [start, start + name.length],
    name: unit.name,
    place,
    rule: names.includes(name) ? 'place.town' : 'place.town-short',
  });
  const full = names.flatMap((name) => startsOf(norm, name).map((start) => hit(name, start)));
  const brief = !names.includes(short) ? startsOf(norm, short).map((start) => hit(short, start)) : [];
  return settle([...full, ...brief]);
};

/** Towns behind a region's name, villages behind a town's: 云海县|白芦乡|上塘村. */
export const findChained = (norm: string, known: readonly PlaceHit[], { places }: Atlas): PlaceHit[] => {
  const { townsOf, villagesOf } = nearby(places);
  const follow = ({ place, span }: PlaceHit): PlaceHit[] => {
    if (place === null || !['county', 'city', 'town'].includes(place.level)) return [];
    const isTown = place.level === 'town';
    const at = span[1];
    const next = (isTown ? villagesOf : townsOf)(place.path)
      .flatMap((p) => namesOf(p).map((name) => ({ place: p, name })))
      .filter(({ name }) => name.length >= 2 && norm.startsWith(name, at))
      .reduce<{ place: Place; name: string } | undefined>(
        (a, b) => (a && a.name.length >= b.name.length ? a : b),
        undefined,
      );
    if (!next) return [];
    const type = isTown ? 'Village' : 'Town';
    const found: PlaceHit = {
      type,
      span: [at, at + next.name.length],
      name: next.place.name,
      place: next.place,
      rule: `place.${type.toLowerCase()}`,
    };
    return [found, ...follow(found)];
  };
  return known.flatMap(follow);
};
