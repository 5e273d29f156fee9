/**
 * Whose report is it? The reporting town (or county, or city) and what lies above it, from title, issuer, the names
 * in the text and the national place list. Which villages occur together settles which of several towns of one
 * name it is.
 */
import type { Place, ReportingUnit } from '../model.js';
import type { PlaceList } from '../places/index.js';
import type { Gazetteer } from '../text/gazetteer.js';

export interface UnitClues {
  readonly title: string;
  readonly issuer: string | null;
  /** Clean text, width folded. */
  readonly text: string;
  readonly reportId: string;
}

const TOWN_TAIL = /镇|乡|街道|苏木/g;
const HAN = /^\p{Script=Han}+$/u;
/** 东区, 城区: common words as well. */
const SHORT_REGION = 2;

interface Weighted<T> {
  readonly value: T;
  readonly weight: number;
}

const best = <T>(list: readonly Weighted<T>[]): Weighted<T> | undefined =>
  list.reduce<Weighted<T> | undefined>((a, b) => (a && a.weight >= b.weight ? a : b), undefined);

const count = (text: string, name: string): number => text.split(name).length - 1;

/** How much the places of a text speak for a name: in the title most, then issuer, beginning, anywhere. */
const weigh = (clues: UnitClues, name: string): number =>
  (clues.title.includes(name) ? 20 : 0) +
  (clues.issuer?.includes(name) ? 12 : 0) +
  (clues.text.slice(0, 40).includes(name) ? 8 : clues.text.slice(0, 300).includes(name) ? 4 : 0) +
  Math.min(count(clues.text, name), 8);

/** What a name may follow; within a run of other characters it is part of a longer word: 示|范镇, 振|兴镇, 诸|葛店镇. */
const BEFORE_NAME =
  /^(?:|\P{Script=Han}|[省市县区州旗盟年月日在于到至是与和及由向从对为给把将让令经进入往的了来])$/u;
const beginsName = (text: string, at: number): boolean =>
  BEFORE_NAME.test(text.slice(Math.max(0, at - 1), at));

/** Town names of the place list that occur in the text, longest at each place. */
const townNames = (clues: UnitClues, places: PlaceList): string[] => {
  const found = new Set<string>();
  for (const text of [clues.title, clues.issuer ?? '', clues.text]) {
    for (const m of text.matchAll(TOWN_TAIL)) {
      const end = m.index + m[0].length;
      // 花园|乡村
      if (m[0] === '乡' && text[end] === '村') continue;
      for (let length = 9; length > m[0].length; length--) {
        const name = text.slice(Math.max(0, end - length), end);
        if (name.length === length && HAN.test(name) && places.townsNamed(name).length > 0) {
          if (beginsName(text, end - length)) found.add(name);
          break;
        }
      }
    }
  }
  return [...found];
};

/** Evidence in the text for one of several towns of the same name: its parents' names and its villages. */
const support = (
  town: Place,
  clues: UnitClues,
  regions: ReadonlyMap<string, number>,
  places: PlaceList,
): number => {
  const above = places
    .parentsOf(town.path)
    .reduce(
      (n, p) =>
        n + Math.min(regions.get(p.path) ?? 0, 3) * (p.level === 'county' ? 3 : p.level === 'city' ? 2 : 1),
      0,
    );
  const villages = places
    .villagesOf(town.path)
    .filter((v) => v.name.length >= 3 && clues.text.includes(v.name)).length;
  return above + Math.min(villages, 12) * 2;
};

const ABOVE = '(?:\\p{Script=Han}{2,7}?(?:省|自治区|市|州|盟|县|区|旗)){1,3}';
const STATED_UNIT = new RegExp(
  `(?:^|[\\s》—-]|年|(?:我|受)?代表)(?:关于|中共|中国共产党)?((?:${ABOVE})?)(?!现在|我|代表|受)(\\p{Script=Han}{1,5}?(?:镇|乡|街道))(?:人民政府|办事处|党委|党工委|委员会|20\\d\\d|上半年|政府|关于|工作)`,
  'u',
);

/** Region names in a run such as 浙江省云川市, outermost first; what stands before a province's name is no part. */
const regionsIn = (run: string, places: PlaceList): string[] => {
  const provinces = places.regions().filter((p) => p.level === 'province' && run.includes(p.name));
  const from = provinces.length > 0 ? run.indexOf(provinces[0]?.name ?? '') : 0;
  return [...run.slice(from).matchAll(/\p{Script=Han}{2,7}?(?:省|自治区|市|州|盟|县|区|旗)/gu)].map(
    (x) => x[0],
  );
};

/** A town the place list does not know, as title and issuer write it, with the places written before it. */
const statedUnit = (clues: UnitClues, places: PlaceList): ReportingUnit | null => {
  const issuer = `${clues.issuer ?? ''}人民政府`;
  const m = [clues.title, issuer, clues.text.slice(0, 300)].map((t) => t.match(STATED_UNIT)).find((x) => x);
  if (!m) return null;
  const name = m[2] ?? '';
  const elsewhere = new RegExp(`(${ABOVE})${name}`, 'u');
  const before = m[1] || [issuer, clues.text].map((t) => t.match(elsewhere)?.[1]).find((x) => x) || '';
  const names = regionsIn(before, places);
  const parents = names.map((region, i): Place => {
    const path = names.slice(0, i + 1).join('/');
    const known = places.placeAt(path);
    const level = /(?:省|自治区)$/.test(region) ? 'province' : i === names.length - 1 ? 'county' : 'city';
    return known ?? { name: region, level, path, code: '' };
  });
  const above = names.length > 0 ? names.join('/') : `?${clues.reportId.replace('Report:', '')}`;
  return { type: 'Town', name, path: `${above}/${name}`, code: null, parents };
};

/** So much of a text is its beginning. */
const BEGINNING = 60;
const isHeaded = ({ title, issuer }: UnitClues, name: string): boolean =>
  title.includes(name) || (issuer?.includes(name) ?? false);
/** Named at the head of the report, at its beginning, or at that of a clause: a partner is named elsewhere. */
const isSpokenOf = (clues: UnitClues, name: string): boolean =>
  isHeaded(clues, name) ||
  clues.text.slice(0, BEGINNING).includes(name) ||
  new RegExp(`(?:^|[\\s。；，,;:：！？!?]|[省市县区州旗盟])${name}`, 'u').test(clues.text);

const OF_TOWN = /[全我本](?:镇|乡|街道?)|[镇乡](?:党委|政府)|街道(?:党工委|办)/;
/** A town's text names its county as well, and more often than itself; that of a county says nothing of 我镇. */
const mayBeRegion = (clues: UnitClues, name: string): boolean =>
  isHeaded(clues, name) || !OF_TOWN.test(clues.text);

const asUnit = (type: 'Town' | 'Region', place: Place, places: PlaceList): ReportingUnit => ({
  type,
  name: place.name,
  path: place.path,
  code: place.code,
  parents: places.parentsOf(place.path),
});

/** The reporting unit, or null where a text names no place at all. */
export const reportingUnit = (
  clues: UnitClues,
  places: PlaceList,
  regions: Gazetteer<Place>,
): ReportingUnit | null => {
  const counts = new Map<string, number>();
  const byPath = new Map<string, { place: Place; name: string }>();
  const whole = `${clues.title}\n${clues.issuer ?? ''}\n${clues.text}`;
  for (const { value, start, end } of regions.find(whole)) {
    const name = whole.slice(start, end);
    // 浦|东区域
    if (end - start <= SHORT_REGION && !beginsName(whole, start)) continue;
    counts.set(value.path, (counts.get(value.path) ?? 0) + (name === value.name ? 1 : 0.5));
    const known = byPath.get(value.path);
    if (!known || name.length > known.name.length) byPath.set(value.path, { place: value, name });
  }
  const town = best(
    townNames(clues, places)
      .filter((value) => isSpokenOf(clues, value))
      .map((value) => ({ value, weight: weigh(clues, value) })),
  );
  const region = best(
    [...byPath.values()]
      .filter(({ place, name }) => place.level !== 'province' && name === place.name)
      .map(({ place, name }) => ({
        value: place,
        weight: weigh(clues, name) + (place.level === 'county' ? 1 : 0),
      })),
  );
  const stated = statedUnit(clues, places);
  // Counties write reports too; but a town's title names its county before it: 东宝区栗溪镇政府工作报告
  const settled = stated && weigh(clues, stated.name) > (town?.weight ?? 0) + 4 ? undefined : town;
  if (settled && settled.weight + 3 >= (region?.weight ?? 0)) {
    const homonyms = places.townsNamed(settled.value);
    const chosen = best(homonyms.map((value) => ({ value, weight: support(value, clues, counts, places) })));
    if (chosen && (chosen.weight > 0 || homonyms.length === 1)) return asUnit('Town', chosen.value, places);
    return (
      stated ?? {
        type: 'Town',
        name: settled.value,
        path: `?${clues.reportId.replace('Report:', '')}/${settled.value}`,
        code: null,
        parents: [],
      }
    );
  }
  if (stated) return stated;
  return region && region.weight >= 5 && mayBeRegion(clues, region.value.name)
    ? asUnit('Region', region.value, places)
    : null;
};
