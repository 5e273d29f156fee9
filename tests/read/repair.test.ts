/** Damage of mirror sites: a reading put one byte too early shifts everything behind it by one byte. */
import { expect, test } from 'vitest';
import { repair } from '../../src/read/repair.js';
import { mapped, sourceSpan } from '../../src/text/mapped.js';

// Made by putting the reading inside the GBK bytes and decoding them again; the right-hand side is what stood there.
const ROWS: readonly (readonly [damaged: string, mended: string])[] = [
  ['表?yè)P(yáng)', '表揚(yáng)'],
  ['水橋?qū)嵙εc擔(dān)當', '水橋實力與擔(dān)當'],
  ['鎮上各位,向?qū)︽?zhèn)政府', '鎮上各位,向對鎮政府'],
  // The reading is that of the other side of the strait: 績 jī.
  ['成量?jī)?yōu)良', '成量優良'],
  // No damage: a question, a bracket that is none of the kind, a reading in order.
  ['好吗?再见)', '好吗?再见)'],
  ['增长?(qū)', '增长?(qū)'],
  ['區(qū)', '區(qū)'],
  // Damage nothing explains stays as it is.
  ['木?qū)。', '木?qū)。'],
];

test.each(ROWS)('%s → %s', (damaged, mended) => {
  expect(repair(mapped(damaged)).text).toBe(mended);
});

test('a mended stretch points at the whole damaged one', () => {
  const source = '水橋?qū)嵙εc擔';
  const map = repair(mapped(source));
  const at = map.text.indexOf('實力與');
  expect(source.slice(...sourceSpan(map, [at, at + 3]))).toBe('?qū)嵙εc');
});
