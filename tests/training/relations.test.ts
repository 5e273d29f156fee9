/** Annotated relations become cases for the judge of relations. */
import { describe, expect, test } from 'vitest';
import { openDocument } from '../../src/extract/document.js';
import { RULES_ALONE } from '../../src/extract/engine.js';
import { openKnowledge } from '../../src/knowledge.js';
import type { Entity } from '../../src/model.js';
import { readText } from '../../src/read/index.js';
import { RELATION_TYPES, type RelationType } from '../../src/schema.js';
import { type AnnotatedRelation, type Annotation, UNIT } from '../../training/compact.js';
import { annotatedAs, namesGiven } from '../../training/found.js';
import { givenOf } from '../../training/given.js';
import { relationCases } from '../../training/relations.js';

const knowledge = openKnowledge(undefined, RULES_ALONE);
const TEXT =
  '浙江省云川市青禾镇政府工作报告\n一、2024年工作回顾\n' +
  '恒远精工获评省级专精特新中小企业。青禾大桥拓宽工程竣工。\n二、2025年工作安排\n争创省级园林城镇。\n';

const entity = (type: Annotation['type'], ...forms: string[]): Annotation => ({
  type,
  forms,
  altTypes: [],
  optional: false,
});
const ANNOTATIONS = [
  entity('Town', '青禾镇', '青禾'),
  entity('Company', '恒远精工'),
  entity('Honour', '省级专精特新中小企业'),
  entity('Project', '青禾大桥拓宽工程'),
  entity('Honour', '省级园林城镇'),
];
const relation = (
  subject: number,
  type: AnnotatedRelation['relation'],
  object: number,
  more: Partial<AnnotatedRelation> = {},
): AnnotatedRelation => ({
  subject,
  relation: type,
  object,
  status: 'done',
  year: null,
  optional: false,
  evidence: '',
  ...more,
});

const document = openDocument(readText('a.txt', TEXT, knowledge.atlas), knowledge.engine, knowledge.atlas);
const named = (source: unknown) => namesGiven({ document, source } as never);
const casesOf = (
  relations: AnnotatedRelation[] | null,
  relationTypes: readonly RelationType[] = RELATION_TYPES,
) => {
  const source = { set: 'train', id: 'a', text: TEXT, annotations: ANNOTATIONS, relations, relationTypes };
  return relationCases({ document, source } as never, knowledge as never, named(source));
};
const trueOnes = (relations: AnnotatedRelation[]) => casesOf(relations).claims.filter((c) => c.isTrue).length;

test('what is found stands for what is annotated under one of its names, not under a near one', () => {
  const found = (type: Entity['type'], name: string, ...aliases: string[]): Entity => ({
    id: `${type} ${name}`,
    type,
    name,
    aliases,
    mentions: [],
    props: {},
  });
  const town = found('Town', '云川市青禾镇', '青禾镇');
  const title = found('Honour', '专精特新中小企业');
  const none = found('Project', '柳河村修路');
  const wrong = found('Project', '恒远精工');
  const annotationsOf = annotatedAs(ANNOTATIONS, [town, title, none, wrong]);
  expect(annotationsOf(town)).toEqual([0]);
  expect(annotationsOf(title)).toEqual([]);
  expect(annotationsOf(none)).toEqual([]);
  expect(annotationsOf(wrong)).toEqual([]);
});

describe('annotated entities', () => {
  const given = givenOf(document as never, ANNOTATIONS as never);
  test('stand where their names do, the longest first', () => {
    const spans = given.entities.flatMap((e) =>
      e.mentions.map((m) => `${m.type} ${document.norm.slice(...m.span)}`),
    );
    expect(spans).toContain('Town 青禾镇');
    expect(spans).toContain('Project 青禾大桥拓宽工程');
    expect(spans.filter((s) => s === 'Town 青禾')).toHaveLength(1);
  });
  test('and are those that were annotated', () => {
    for (const [e, indexes] of given.annotations)
      for (const i of indexes) expect(ANNOTATIONS[i]?.type).toBe(e.type);
  });
});

describe('cases', () => {
  const AWARD = relation(1, '获评', 2, { evidence: '恒远精工获评省级专精特新中小企业' });
  test('what is annotated is true, all else false', () => {
    expect(trueOnes([])).toBe(0);
    expect(trueOnes([AWARD])).toBe(1);
    expect(casesOf([AWARD]).claims.length).toBe(casesOf([]).claims.length);
  });
  test('what is debatable is left out', () => {
    const open = casesOf([{ ...AWARD, optional: true }]);
    expect(open.claims.filter((c) => c.isTrue)).toEqual([]);
    expect(open.claims.length).toBeLessThan(casesOf([]).claims.length);
  });
  test('a quotation that does not name what was got tells no place', () => {
    expect(trueOnes([{ ...AWARD, evidence: '青禾大桥拓宽工程竣工' }])).toBe(1);
    expect(trueOnes([{ ...AWARD, evidence: '没有这句话' }])).toBe(1);
  });
  test('plans are told from deeds', () => {
    const plan = relation(0, '获评', 4, { status: 'planned', evidence: '争创省级园林城镇' });
    expect(casesOf([AWARD, plan]).plans.map((c) => c.isTrue)).toEqual([false, true]);
    expect(casesOf([{ ...AWARD, status: null }]).plans).toEqual([]);
  });
  test('of relations that were not annotated nothing is known', () => {
    const some = casesOf([AWARD], ['获评']).claims;
    expect(some.filter((c) => c.isTrue)).toHaveLength(1);
    expect(some.length).toBeLessThan(casesOf([AWARD]).claims.length);
    expect(casesOf([AWARD], []).claims).toEqual([]);
  });
  test('the reporting unit need not be annotated', () => {
    const built = relation(UNIT, '竣工', 3);
    expect(trueOnes([built])).toBe(0);
    const nobody = ANNOTATIONS.map((a, i) => (i === 0 ? { ...a, forms: ['云川市'], type: 'Region' } : a));
    const source = {
      id: 'a',
      text: TEXT,
      annotations: nobody,
      relations: [built],
      relationTypes: RELATION_TYPES,
    };
    const { claims } = relationCases({ document, source } as never, knowledge as never, named(source));
    expect(claims.filter((c) => c.isTrue)).toHaveLength(1);
  });
  test('a text whose relations nobody annotated teaches nothing', () => {
    expect(casesOf(null)).toEqual({ claims: [], plans: [] });
  });
});
