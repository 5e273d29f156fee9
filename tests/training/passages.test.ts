/** Passages for training: their form, and how facts become what the tagger learns. */
import { describe, expect, test } from 'vitest';
import { beginOf, insideOf, LAYERS, labelCount, NONE } from '../../src/extract/tagger/labels.js';
import { parseCompact } from '../../training/compact.js';
import { readPassages } from '../../training/corpus.js';
import { allowedLabels, spansOf, verdictOf } from '../../training/truth.js';

const passage = (entities: string, text = '青禾镇引进恒远精工，恒远精工二期开工。') =>
  `# 浙江省/云川市/青禾镇 | 总结\n## text\n${text}\n## entities\n${entities}\n`;

describe('compact form', () => {
  test('names, forms, other types, debatable', () => {
    expect(
      parseCompact('a.md', passage('Town 青禾镇 = 青禾\nProject 恒远精工二期 /Park ?'))[0]?.annotations,
    ).toEqual([
      { type: 'Town', forms: ['青禾镇', '青禾'], altTypes: [], optional: false },
      { type: 'Project', forms: ['恒远精工二期'], altTypes: ['Park'], optional: true },
    ]);
  });

  test('figures and relations, where they are annotated', () => {
    const plain = passage('Town 青禾镇\nCompany 恒远精工');
    expect(parseCompact('a.md', plain)[0]).toMatchObject({ indicators: null, relations: null });
    const more =
      '## indicators\n新增规上企业 | 3 | 家\n厂房投资 | 2.1 | 亿元 ?\n## relations 入驻 合作\n恒远精工 入驻 青禾镇 done ?\n';
    expect(parseCompact('a.md', plain + more)[0]).toMatchObject({
      annotations: [{ forms: ['青禾镇'] }, { forms: ['恒远精工'] }],
      indicators: [
        { indicator: '新增规上企业', value: 3, unit: '家', optional: false },
        { indicator: '厂房投资', value: 2.1, unit: '亿元', optional: true },
      ],
      relationTypes: ['入驻', '合作'],
      relations: [{ subject: 1, relation: '入驻', object: 0, status: 'done', optional: true }],
    });
  });

  test.each([
    ['## indicators\n新增规上企业 3 家', /name \| value \| unit/],
    ['## relations 入驻\n恒远精工 住进 青禾镇 done', /not “name 关系 name status”/],
    ['## relations 入驻\n恒远精工 入驻 白芦镇 done', /白芦镇.* not annotated/],
  ])('%s is refused', (more, message) => {
    expect(() => parseCompact('a.md', passage('Town 青禾镇\nCompany 恒远精工') + more)).toThrow(message);
  });

  test('several passages in a file', () => {
    const two = `${passage('Town 青禾镇')}\n${passage('Company 恒远精工')}`;
    expect(parseCompact('x.md', two).map((p) => p.id)).toEqual(['x-01', 'x-02']);
  });

  test.each([
    ['Place 青禾镇', /Place 青禾镇.*type/],
    ['Town 青禾镇 /Place', /\/Place/],
    ['Town 白芦镇', /none of these names/],
  ])('%s is refused', (line, message) => {
    expect(() => parseCompact('a.md', passage(line))).toThrow(message);
  });

  test('all of the repository', () => {
    const all = readPassages();
    expect(all.length).toBeGreaterThan(500);
    expect(new Set(all.map((p) => p.id)).size).toBe(all.length);
    expect(new Set(all.map((p) => p.text)).size).toBe(all.length);
  });
});

describe('facts become spans', () => {
  const norm = '青禾镇引进恒远精工,“恒远精工”二期开工。';
  const spans = spansOf(norm, [
    { type: 'Company', forms: ['恒远精工'], altTypes: [], optional: false },
    { type: 'Project', forms: ['“恒远精工”二期'], altTypes: ['Facility'], optional: false },
    { type: 'Town', forms: ['青禾镇', '青禾'], altTypes: [], optional: true },
  ]);
  const [where, who, what] = allowedLabels(norm.length, spans) as [Int32Array, Int32Array, Int32Array];
  const typeIn = (layer: number, type: string) => (LAYERS[layer] as readonly string[]).indexOf(type);
  const begin = (layer: number, type: string) => 1 << beginOf(typeIn(layer, type));
  const inside = (layer: number, type: string) => 1 << insideOf(typeIn(layer, type));

  test('of every layer by itself, so that they may nest', () => {
    expect([who[5], who[6], who[8]]).toEqual([
      begin(1, 'Company'),
      inside(1, 'Company'),
      inside(1, 'Company'),
    ]);
    expect(who[11]).toBe(begin(1, 'Company'));
    expect(who[4]).toBe(1 << NONE);
    expect(what[10]).toBe(begin(2, 'Project') | begin(2, 'Facility'));
  });

  test('what is debatable is left open', () => {
    const everything = (1 << labelCount(3)) - 1;
    expect([...where.slice(0, 4)]).toEqual([everything, everything, everything, 1]);
  });

  test('a candidate is a name, none, or open', () => {
    expect(verdictOf(spans, 5, 9, 'Company')).toBe(true);
    expect(verdictOf(spans, 5, 8, 'Company')).toBe(false);
    expect(verdictOf(spans, 10, 18, 'Facility')).toBe(true);
    expect(verdictOf(spans, 0, 2, 'Town')).toBe(null);
  });
});
