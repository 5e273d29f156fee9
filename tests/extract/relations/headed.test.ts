/** What heads a list. */
import { expect, test } from 'vitest';
import { headingsOf } from '../../../src/extract/relations/judge/headed.js';
import { reading } from '../reading.js';

test.each<[text: string, headings: (string | null)[]]>([
  ['已竣工投产:甲项目、乙项目;正在洽谈:丙项目,丁项目。', [null, '已竣工投产', null, '正在洽谈', '正在洽谈']],
  ['甲项目开工,乙项目竣工。', [null, null]],
  ['一是抓项目:开工3个。全年竣工2个。', [null, '一是抓项目', null]],
])('%s', (text, headings) => {
  const { scene } = reading(text).layout;
  const found = headingsOf(scene.doc.norm, scene.clauses);
  const said = scene.clauses.flatMap(({ sentence }, i) =>
    sentence.index < 2 ? [] : [found[i]?.text ?? null],
  );
  expect(said).toEqual(headings);
});
