/** Short names of what the report also names in full. */
import { expect, test } from 'vitest';
import { shortForms } from '../../src/extract/short-forms.js';
import type { Mention, ReportingUnit } from '../../src/model.js';
import type { EntityType } from '../../src/schema.js';

const unit = {
  type: 'Town',
  name: '青禾镇',
  path: '浙江省/云川市/青禾镇',
  code: null,
  parents: [{ level: 'county', name: '云川市', path: '浙江省/云川市', code: '' }],
} as const satisfies ReportingUnit;

const mentions = (...names: readonly string[]): Mention[] =>
  names.map((line, i) => {
    const [type, name] = line.split(' ') as [EntityType, string];
    return { type, name, span: [i * 20, i * 20 + name.length], sentence: 0, rule: 'x', score: 90 };
  });

const links = (...names: readonly string[]): string[] =>
  [...shortForms(mentions(...names), unit)].map(([m, { full, rule }]) => `${m.name} → ${full.name} ${rule}`);

test.each<[string, string[], string[]]>([
  ['a village', ['Village 东坝村', 'Village 东坝'], ['东坝 → 东坝村 short.place']],
  ['taken for a town', ['Town 东坝', 'Village 东坝村'], ['东坝 → 东坝村 short.place']],
  ['two that fit', ['Village 东坝村', 'Village 东坝社区', 'Village 东坝'], []],
  ['the unit and what lies above it', ['Village 青禾村', 'Town 青禾', 'Village 云川村', 'Region 云川'], []],
  ['no full name', ['Village 东坝', 'Village 柳河村'], []],
  [
    'a company',
    ['Company 云川恒远精工科技有限公司', 'Company 恒远精工'],
    ['恒远精工 → 云川恒远精工科技有限公司 short.company'],
  ],
  ['two companies', ['Company 云川恒远精工有限公司', 'Company 恒远精工销售有限公司', 'Company 恒远精工'], []],
  ['two characters are too few', ['Company 云川恒远精工有限公司', 'Company 恒远'], []],
])('%s', (_, names, expected) => {
  expect(links(...names)).toEqual(expected);
});
