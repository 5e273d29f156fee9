/**
 * Short names → the full names they stand for, within one report: 东坝 beside 东坝村, 恒远精工 beside 云川恒远精工科技
 * 有限公司. Only where exactly one full name fits; across reports nothing is linked by likeness.
 */
import type { Mention, ReportingUnit } from '../model.js';

export interface Link {
  readonly full: Mention;
  /** Why, for `explain`; a rule of rules.ts. */
  readonly rule: 'short.place' | 'short.company';
}

const PLACE_TYPES: readonly string[] = ['Region', 'Town', 'Village'];
const PLACE_TAIL = /(?:村|社区|镇|乡|街道|省|市|县|区)$/;
const LEGAL = /(?:有限(?:责任)?公司|股份(?:有限)?公司|集团|合作社|公司)$/;
const SHORTEST_COMPANY = 3;

/** 东坝 of 东坝村, 云川 of 云川市. */
export const stemOf = (name: string): string => name.replace(PLACE_TAIL, '');

/** Values by key; null where two different full names fit. */
const unique = (pairs: Iterable<readonly [key: string, mention: Mention]>): Map<string, Mention | null> => {
  const found = new Map<string, Mention | null>();
  for (const [key, mention] of pairs) {
    const known = found.get(key);
    if (known === undefined) found.set(key, mention);
    else if (known !== null && known.name !== mention.name) found.set(key, null);
  }
  return found;
};

const placeLinks = (mentions: readonly Mention[], unit: ReportingUnit | null): [Mention, Link][] => {
  const places = mentions.filter((m) => PLACE_TYPES.includes(m.type));
  const full = unique(
    places
      .filter((m) => stemOf(m.name).length >= 2 && PLACE_TAIL.test(m.name))
      .map((m) => [stemOf(m.name), m]),
  );
  // What lies above the unit, and the unit itself, is called by its short name without further ado.
  const above = new Set([...(unit?.parents ?? []), ...(unit ? [unit] : [])].map((p) => stemOf(p.name)));
  return places.flatMap((m): [Mention, Link][] => {
    const target = full.get(m.name);
    return !target || target === m || above.has(m.name) ? [] : [[m, { full: target, rule: 'short.place' }]];
  });
};

const companyLinks = (mentions: readonly Mention[]): [Mention, Link][] => {
  const companies = mentions.filter((m) => m.type === 'Company');
  const full = new Map(companies.filter((m) => LEGAL.test(m.name)).map((m) => [m.name, m]));
  if (full.size === 0) return [];
  return companies.flatMap((m): [Mention, Link][] => {
    if (LEGAL.test(m.name) || m.name.length < SHORTEST_COMPANY) return [];
    const fits = [...full.values()].filter((f) => f.name.replace(LEGAL, '').includes(m.name));
    return fits.length === 1 ? [[m, { full: fits[0] as Mention, rule: 'short.company' }]] : [];
  });
};

export const shortForms = (
  mentions: readonly Mention[],
  unit: ReportingUnit | null,
): ReadonlyMap<Mention, Link> => new Map([...placeLinks(mentions, unit), ...companyLinks(mentions)]);
