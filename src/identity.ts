/**
 * Ids of nodes and edges, derived from what makes two mentions the same thing: never random, never from order.
 * The same sources give the same ids on any machine, so graphs made apart merge by id.
 */
import type { Place, ReportingUnit } from './model.js';
import type { EntityType } from './schema.js';

/** A name as ids write it: NFKC, without spaces and quotation marks. */
export const idName = (name: string): string => name.normalize('NFKC').replace(/[\s“”"'‘’「」『』]/g, '');

const EDITION = /第[一二三四五六七八九十百\d]+(?:批次?|届|轮|期)|首批|(?:19|20)\d\d年?度?/g;

/** What an id leaves out of a title: edition and year stay on the edge. */
export const withoutEdition = (name: string): string => name.replace(EDITION, '');

/** Path of the unit's county, or what is known of it; `?<report>` where nothing is. */
export const countyPath = (unit: ReportingUnit | null, reportId: string): string => {
  if (unit === null) return `?${reportId.replace('Report:', '')}`;
  if (unit.type === 'Region') return unit.path;
  const above = unit.path.split('/').slice(0, -1).join('/');
  return above === '' ? unit.path : above;
};

const NATIONAL = /^(?:全国|国家|中国|国际|世界|亚洲)/;

type Above = Pick<Place, 'name' | 'path' | 'level'>;

// 市场监管, 县域商业, 区块链, 旗舰店 are words, not levels. 市级 is the city's; where there is none, that of a
// county-level city (浙江省/云川市) or of a municipality (上海市).
const LEVELS: readonly (readonly [RegExp, readonly Place['level'][]])[] = [
  [/^(?:省(?![心力])|自治区|全省|全区自治)/, ['province']],
  [/^(?:市(?![场民政域容])|州|盟|全市)/, ['city', 'county', 'province']],
  [/^(?:县(?!域)|区(?![域块])|旗(?!舰)|全县|全区)/, ['county', 'city']],
];

const levelOf = ({ name, parents }: ReportingUnit): Place['level'] =>
  parents.length === 0 ? 'province' : parents.length === 1 && /[市州盟]$/.test(name) ? 'city' : 'county';

/** Whose governments may grant a title to those of a reporting unit: what lies above it, and itself if a region. */
const grantors = (unit: ReportingUnit | null): readonly Above[] =>
  unit === null
    ? []
    : unit.type === 'Town'
      ? unit.parents
      : [...unit.parents, { name: unit.name, path: unit.path, level: levelOf(unit) }];

/** 洪江 of 洪江市; 城区 has no short form that could be told from a word. */
const shortForm = (name: string): string => (name.length > 2 ? name.replace(/[省市区县]$/, '') : name);

/**
 * Path of the level that grants a title, read off its first words: 省级… → 浙江省. Empty for national ones and those
 * that name no level, null where the level is named and its place is not known.
 */
export const grantingPath = (name: string, unit: ReportingUnit | null): string | null => {
  if (NATIONAL.test(name)) return '';
  const above = grantors(unit);
  const named = above.findLast((p) => name.startsWith(shortForm(p.name)));
  if (named) return named.path;
  const levels = LEVELS.find(([pattern]) => pattern.test(name))?.[1];
  if (!levels) return '';
  const city = levels[0] === 'city';
  const fits = (p: Above) => !city || p.level === 'city' || p.name.endsWith('市');
  return levels.map((level) => above.find((p) => p.level === level && fits(p))).find((p) => p)?.path ?? null;
};

const LEVEL_NAME: Readonly<Partial<Record<Place['level'], string>>> = {
  province: '省级',
  city: '市级',
  county: '县级',
};

/** 国家级, 省级, 市级 or 县级, as far as the first words of a title tell; undefined where they do not. */
export const honourLevel = (title: string, unit: ReportingUnit | null): string | undefined => {
  const name = withoutEdition(idName(title));
  if (NATIONAL.test(name)) return '国家级';
  const path = grantingPath(name, unit);
  const granting = path ? grantors(unit).find((p) => p.path === path) : undefined;
  const stated = LEVELS.find(([pattern]) => pattern.test(name))?.[1][0];
  const level = granting?.level ?? stated;
  return level && LEVEL_NAME[level];
};

const LEGAL = /(?:有限责任公司|股份有限公司|有限公司|集团公司|合作社|合伙企业|分公司)$/;

/** Id of a thing: its type, where it is at home, and its name. `path` is that of a place the list knows. */
export const entityId = (
  type: EntityType,
  name: string,
  unit: ReportingUnit | null,
  reportId: string,
  path?: string,
): string => {
  const plain = idName(name);
  const county = countyPath(unit, reportId);
  const town = unit?.path ?? county;
  switch (type) {
    case 'Region':
    case 'Town':
    case 'Village':
      return `${type}:${path ?? `${type === 'Village' ? town : county}/${plain}`}`;
    case 'Program':
      return `Program:${plain}`;
    case 'Company':
      return LEGAL.test(plain) ? `Company:${plain}` : `Company:${county}/${plain}`;
    case 'Honour': {
      const title = withoutEdition(plain) || plain;
      const granting = grantingPath(title, unit) ?? county;
      return granting === '' ? `Honour:${title}` : `Honour:${granting}/${title}`;
    }
    case 'Organization':
    case 'Facility':
    case 'Park':
    case 'Project':
      return `${type}:${county}/${plain}`;
    case 'Person':
    case 'Product':
    case 'Event':
      return `${type}:${town}/${plain}`;
  }
};

/** `<type>|<from>|<to>|<status>|<year>` with empty places for what is not stated. */
export const edgeId = (type: string, from: string, to: string, status?: string, year?: number): string =>
  `${type}|${from}|${to}|${status ?? ''}|${year ?? ''}`;
