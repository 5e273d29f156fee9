/** Whose report it is where neither title nor issuer says so: told by the towns that are named. */
import { expect, test } from 'vitest';
import { openDocument } from '../../src/extract/document.js';
import { withUnit } from '../../src/extract/whose.js';
import type { Entity } from '../../src/model.js';
import { readText } from '../../src/read/index.js';
import { knowledge } from './reading.js';

/** The unit of a text whose towns, and nothing else, are found wherever they stand. */
const unitOf = (text: string, towns: readonly string[]): string | null => {
  const { engine, atlas } = knowledge;
  const document = openDocument(readText('a.txt', text, atlas), engine, atlas);
  const entities = towns.map((name): Entity => {
    const mentions = [...document.norm.matchAll(new RegExp(name, 'gu'))].map(({ index }) => ({
      type: 'Town' as const,
      name,
      span: [index, index + name.length] as const,
      sentence: document.sentences.findIndex(({ span }) => index >= span[0] && index < span[1]),
      rule: 'given',
      score: 100,
    }));
    return { id: `Town:${name}`, type: 'Town', name, aliases: [], mentions, props: {} };
  });
  return withUnit(document, entities).unit?.name ?? null;
};
const FURTHER = '全年新增企业3家，修复旧屋12处，'.repeat(4);

test.each<[what: string, text: string, towns: string[], unit: string | null]>([
  ['the town that acts', '青禾镇新增企业3家。与岚桥镇共建茶园，青禾镇出资。', ['岚桥镇', '青禾镇'], '青禾镇'],
  ['the town a text begins with', '陶瓷是青禾镇的家底。全年新增企业3家。', ['青禾镇'], '青禾镇'],
  ['not one named far on', `${FURTHER}向岚桥镇学习。`, ['岚桥镇'], null],
  ['nobody where no town is named', '全年新增企业3家。', [], null],
])('%s', (_, text, towns, unit) => {
  expect(unitOf(text, towns)).toBe(unit);
});
