/**
 * Ids of nodes and edges, derived from what makes two mentions the same thing: never random, never from order.
 * The same sources give the same ids on any machine, so graphs made apart merge by id.
 */
import type { ReportingUnit } from './model.js';
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
const LEVELS: readonly (readonly [RegExp, number])[] = [
  [/^(?:省|自治区级?|全省|全区自治)/, 1],
  [/^(?:市|州|盟|全市)/, 2],
  [/^(?:县|区|旗|全县|全区)/, 3],
];

/** Path of the level that grants a title, read off its first words: 省级… → 浙江省. Empty for national ones. */
export const grantingPath = (
  name: string,
  unit: ReportingUnit | null,
  parents: readonly string[],
): string => {
  if (NATIONAL.test(name)) return '';
  const named = parents.findLast((p) => name.startsWith(p) || name.startsWith(p.replace(/[省市区县]$/, '')));
  if (named !== undefined) return unit?.parents.find((p) => p.name === named)?.path ?? named;
  const depth = LEVELS.find(([pattern]) => pattern.test(name))?.[1];
  const place = depth === undefined ? undefined : unit?.parents[Math.min(depth, unit.parents.length) - 1];
  return place?.path ?? (depth === undefined ? '' : 'unknown');
};

const LEGAL = /(?:有限责任公司|股份有限公司|有限公司|集团公司|合作社|合伙企业|分公司)$/;

/** Where a thing of this type is at home, for its id; see the table of ids in docs. */
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
      const granting = grantingPath(withoutEdition(plain), unit, unit?.parents.map((p) => p.name) ?? []);
      const title = withoutEdition(plain) || plain;
      return granting === ''
        ? `Honour:${title}`
        : `Honour:${granting === 'unknown' ? county : granting}/${title}`;
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
