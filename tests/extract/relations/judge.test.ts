/** What the model adds to the rules of relations, and how it gives its reasons. */
import { describe, expect, test } from 'vitest';
import { ALL_PARTS, RULES_ALONE } from '../../../src/extract/engine.js';
import { readDocument } from '../../../src/extract/index.js';
import { groupsOf } from '../../../src/extract/relations/judge/groups.js';
import { openingsOf, partnersOf, WAYS } from '../../../src/extract/relations/judge/proposals.js';
import { reasonsForClaim } from '../../../src/extract/relations/judge/reasons.js';
import {
  CLAIM_TEMPLATES,
  STATUS_TEMPLATES,
  WAY_NAMES,
} from '../../../src/extract/relations/judge/templates.js';
import { openKnowledge } from '../../../src/knowledge.js';
import { readText } from '../../../src/read/index.js';
import { RELATIONS } from '../../../src/schema.js';

const TEXT =
  '浙江省云川市青禾镇政府工作报告\n一、2024年工作回顾\n' +
  '恒远精工有限公司、禾丰食品有限公司获评省级专精特新中小企业，柳河村、东坝村和石桥村创成省级未来乡村。' +
  '青禾大桥拓宽工程竣工通车，青禾冷链物流园二期开工建设。深化“千万工程”，举办第三届青禾稻香文化节。\n' +
  '二、2025年工作安排\n加快青禾冷链物流园二期建设，谋划云川市第二水厂项目，争创省级园林城镇。\n';

const opened = openKnowledge();
const whole = readDocument(readText('a.txt', TEXT, opened.atlas), opened.engine, opened.atlas);
const { model } = opened.engine.tagger ?? { model: null };
const nameOf = (id: string) => whole.entities.find((e) => e.id === id)?.name ?? id;
const lines = whole.relations.map(
  (r) => `${nameOf(r.subject)} ${r.relation} ${nameOf(r.object)} ${r.status ?? ''}`,
);

describe('lists of names', () => {
  const lists = whole.layout.scene.clauses.map((clause) =>
    [...new Set(groupsOf(clause).values())].map((g) => g.names.map((n) => n.mention.name)),
  );
  test('are kept together, and end where something else stands between', () => {
    expect(lists).toContainEqual([['恒远精工有限公司', '禾丰食品有限公司'], ['省级专精特新中小企业']]);
    expect(lists).toContainEqual([['柳河村', '东坝村', '石桥村'], ['省级未来乡村']]);
  });
});

describe('a list announced in one sentence and told in the next', () => {
  const told = (next: string): readonly string[] => {
    const text = `浙江省云川市青禾镇工作简报\n省农业农村厅公布第三批省级文明村名单，云川市有2个村入选。${next}`;
    const { layout } = readDocument(readText('a.txt', text, opened.atlas), opened.engine, opened.atlas);
    const { clauses } = layout.scene;
    return clauses.flatMap((clause, index) =>
      clause.named
        .filter(({ entity }) => entity.type === 'Honour')
        .flatMap((named) => openingsOf(layout, index, named))
        .filter(({ relation }) => relation === '获评')
        .flatMap((opening) => partnersOf(layout, index, opening))
        .filter(({ way }) => way === 'next')
        .map(({ entity }) => entity.name),
    );
  };
  test('its items may have won it, where they are is no item', () => {
    expect(told('分别是青禾镇柳河村、东坝村。')).toEqual(['柳河村', '东坝村']);
  });
  test('who acts there, or has another title, is none', () => {
    expect(told('柳河村文化礼堂开工建设，青禾大桥拓宽工程竣工通车。')).toEqual([]);
    expect(told('柳河村获评市级卫生村。')).toEqual([]);
  });
});

describe('proposals', () => {
  const { layout } = whole;
  const all = layout.scene.clauses.flatMap((clause, index) =>
    clause.named.flatMap((named) =>
      openingsOf(layout, index, named).map((opening) => ({
        opening,
        partners: partnersOf(layout, index, opening),
      })),
    ),
  );
  test('join only what the ontology joins, and nothing with itself', () => {
    expect(all.length).toBeGreaterThan(30);
    for (const { opening, partners } of all)
      for (const { entity } of partners) {
        const ends = [entity.type, opening.anchor.named.entity.type];
        const { from, to } = RELATIONS[opening.relation];
        expect(
          [ends, [...ends].reverse()].some(([a, b]) => from.includes(a as never) && to.includes(b as never)),
        ).toBe(true);
        expect(entity).not.toBe(opening.anchor.named.entity);
      }
  });
  test('each thing once', () => {
    for (const { partners } of all) expect(new Set(partners.map((p) => p.entity)).size).toBe(partners.length);
  });
  test('a project without a verb for a stage in its sentence gets none', () => {
    const text = '浙江省云川市青禾镇政府工作报告\n一、2024年工作回顾\n青禾冷链物流园二期位于柳河村。\n';
    const reading = readDocument(readText('a.txt', text, opened.atlas), opened.engine, opened.atlas);
    expect(reading.relations.filter((r) => r.relation === '竣工')).toEqual([]);
  });
});

describe('claims', () => {
  test.each([
    '恒远精工有限公司 获评 省级专精特新中小企业 done',
    '禾丰食品有限公司 获评 省级专精特新中小企业 done',
    '柳河村 获评 省级未来乡村 done',
    '石桥村 获评 省级未来乡村 done',
    '青禾镇 竣工 青禾大桥拓宽工程 done',
    '青禾镇 开工 青禾冷链物流园二期 done',
    '青禾镇 在建 青禾冷链物流园二期 planned',
    '青禾镇 获评 省级园林城镇 planned',
  ])('%s', (line) => expect(lines).toContain(line));

  test('what did not happen is no deed, whatever the model thinks', () => {
    const text =
      '浙江省云川市青禾镇政府工作报告\n一、2024年工作回顾\n' +
      '青禾大桥拓宽工程未能如期竣工，柳河村暂缓申报省级未来乡村，青禾冷链物流园二期取消建设。\n';
    const reading = readDocument(readText('a.txt', text, opened.atlas), opened.engine, opened.atlas);
    const deeds = reading.relations.filter((r) => !['位于', '属于'].includes(r.relation));
    expect(reading.entities.map((e) => e.name)).toContain('青禾大桥拓宽工程');
    expect(deeds).toEqual([]);
  });

  test('the same statement once', () => {
    expect(new Set(lines).size).toBe(lines.length);
  });

  test('where the model has no part, rules decide alone', () => {
    const { engine, atlas } = openKnowledge(undefined, RULES_ALONE);
    const alone = readDocument(readText('a.txt', TEXT, atlas), engine, atlas);
    expect(alone.relations.some((r) => r.rule.startsWith('model.'))).toBe(false);
    expect(openKnowledge(undefined, ALL_PARTS).engine.tagger).not.toBeNull();
  });
});

describe('reasons', () => {
  test('of every claim the model had a say in, heaviest first, each with a name', () => {
    expect(model).not.toBeNull();
    let explained = 0;
    for (const claim of whole.relations) {
      const reasons = model ? reasonsForClaim(whole.layout, model, claim) : null;
      if (reasons === null) {
        expect(claim.rule).toBe('place.list');
        continue;
      }
      explained++;
      for (const list of [reasons.claim, reasons.status]) {
        const weights = list.map((r) => Math.abs(r.weight));
        expect(weights).toEqual([...weights].sort((a, b) => b - a));
        for (const { zh, en } of list) expect([zh, en]).not.toContain('');
      }
      expect(reasons.claim.length).toBeGreaterThan(3);
    }
    expect(explained).toBeGreaterThan(8);
  });

  test('every way and template has a name in both languages', () => {
    expect(Object.keys(WAY_NAMES).sort()).toEqual([...WAYS].sort());
    for (const names of [WAY_NAMES, CLAIM_TEMPLATES, STATUS_TEMPLATES])
      for (const pair of Object.values(names)) expect(pair.every((name) => name !== '')).toBe(true);
  });
});
