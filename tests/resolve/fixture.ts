/** Extractions written by hand: two villages of 青禾镇, and what reports of two years say of them. */
import type {
  Entity,
  Extraction,
  IndicatorClaim,
  RelationClaim,
  Report,
  ReportingUnit,
} from '../../src/model.js';
import { reportId } from '../../src/read/index.js';
import { mapped } from '../../src/text/mapped.js';

const PATH = '浙江省/云川市/青禾镇';
export const TOWN = `Town:${PATH}`;
export const DONGBA = `Village:${PATH}/东坝村`;
export const LIUHE = `Village:${PATH}/柳河村`;
export const PROGRAM = 'Program:未来乡村建设';
export const HONOUR = 'Honour:浙江省/省级未来乡村';
export const PROJECT = 'Project:浙江省/云川市/青禾冷链物流中心';

const UNIT: ReportingUnit = { type: 'Town', name: '青禾镇', path: PATH, code: null, parents: [] };

/** A report whose source is its clean text; each text is one of its own. */
export const report = (text: string, year: number | null, more: Partial<Report> = {}): Report => ({
  id: reportId(text),
  path: `${year}.txt`,
  title: '青禾镇政府工作报告',
  issuer: null,
  published: null,
  year,
  town: UNIT,
  source: text,
  text,
  map: mapped(text),
  sections: [],
  sentences: [],
  ...more,
});

export const entity = (id: string, more: Partial<Entity> = {}): Entity => ({
  id,
  type: id.slice(0, id.indexOf(':')) as Entity['type'],
  name: id.split(/[:/]/).at(-1) ?? '',
  aliases: [],
  mentions: [],
  props: {},
  ...more,
});

export const claim = (
  subject: string,
  relation: RelationClaim['relation'],
  object: string,
  more: Partial<RelationClaim> = {},
): RelationClaim => ({
  kind: 'relation',
  subject,
  relation,
  object,
  span: [0, 5],
  rule: 'test.rule',
  ...more,
});

export const figure = (more: Partial<IndicatorClaim> = {}): IndicatorClaim => ({
  kind: 'indicator',
  indicator: '固定资产投资',
  value: 7.9,
  unit: '亿元',
  yoy: null,
  year: 2023,
  period: '全年',
  status: 'done',
  span: [0, 5],
  rule: 'indicator.value',
  ...more,
});

const ENTITIES = [TOWN, DONGBA, LIUHE, PROGRAM, HONOUR, PROJECT].map((id) => entity(id));

export const extraction = (
  of: Report,
  relations: readonly RelationClaim[],
  indicators: readonly IndicatorClaim[] = [],
  entities: readonly Entity[] = ENTITIES,
): Extraction => ({ report: of, entities, relations, indicators });
