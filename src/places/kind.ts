/**
 * What the digits of a code say of a place beyond its name (编制规则 of the National Bureau of Statistics).
 */
import type { Place } from '../model.js';

/**
 * 村 or 社区: by the name where it says so, else by the code (001–199 and 400–499 residents, 200–399 and 500–599
 * villagers); null for what is not a village.
 */
export const villageKind = (place: Place): '村' | '社区' | null => {
  if (place.level !== 'village') return null;
  if (/(村|嘎查)$/.test(place.name)) return '村';
  if (place.name.endsWith('社区')) return '社区';
  return '014'.includes(place.code.charAt(9)) ? '社区' : '村';
};

/**
 * True for units that statistics count and that are no administrative towns or counties: development zones, state
 * farms, forest bureaus, parks, and towns that only hold the villages directly under a county (…198).
 */
export const isStatisticalUnit = (place: Place): boolean => {
  if (place.level === 'town')
    return place.code[6] === '4' || place.code[6] === '5' || place.code.endsWith('198');
  return place.level === 'county' && /7[1-9]$/.test(place.code);
};
