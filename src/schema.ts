/**
 * The ontology, listed once: entity types, relations, statuses, and how a person sees them.
 *
 * Everything else (lexicon checks, DDL, constraints, exports, viewer legend and colours) is derived from
 * these tables. Browser-safe: no imports, no I/O.
 */

/** How one entity type is shown: Chinese and English name, one-character mark on a disc, colour on light ground. */
export interface TypeStyle {
  readonly zh: string;
  readonly en: string;
  readonly mark: string;
  readonly color: string;
}

/** Entity types a report can mention. The first eight are the core types, scored first. */
export const ENTITY_TYPES = [
  'Region',
  'Town',
  'Village',
  'Company',
  'Project',
  'Park',
  'Honour',
  'Program',
  'Organization',
  'Facility',
  'Person',
  'Product',
  'Event',
] as const;
export type EntityType = (typeof ENTITY_TYPES)[number];

export const CORE_TYPES = ENTITY_TYPES.slice(0, 8);

/** Every node label of the graph and of the stores. */
export const NODE_LABELS = [...ENTITY_TYPES, 'Indicator', 'Report'] as const;
export type NodeLabel = (typeof NODE_LABELS)[number];

export const LABEL_STYLE: Readonly<Record<NodeLabel, TypeStyle>> = {
  Region: { zh: '省市区县', en: 'Region', mark: '区', color: '#5B6C8F' },
  Town: { zh: '乡镇街道', en: 'Town', mark: '镇', color: '#1F4E8C' },
  Village: { zh: '村社区', en: 'Village', mark: '村', color: '#3F8F63' },
  Company: { zh: '企业', en: 'Company', mark: '企', color: '#C77F1A' },
  Project: { zh: '项目', en: 'Project', mark: '项', color: '#B8452F' },
  Park: { zh: '园区', en: 'Park', mark: '园', color: '#71902F' },
  Honour: { zh: '荣誉', en: 'Honour', mark: '誉', color: '#A67C00' },
  Program: { zh: '政策行动', en: 'Programme', mark: '策', color: '#74489B' },
  Organization: { zh: '机构', en: 'Organisation', mark: '构', color: '#2F7F96' },
  Facility: { zh: '设施', en: 'Facility', mark: '施', color: '#80604F' },
  Person: { zh: '人物', en: 'Person', mark: '人', color: '#B94A78' },
  Product: { zh: '产品品牌', en: 'Product', mark: '品', color: '#4E5BB0' },
  Event: { zh: '活动', en: 'Event', mark: '会', color: '#C65D4A' },
  Indicator: { zh: '指标', en: 'Indicator', mark: '标', color: '#6B6B6B' },
  Report: { zh: '报告', en: 'Report', mark: '报', color: '#777777' },
};

/** What a statement says of the world: it happened, is under way, is promised, or somebody is in the running for it. */
export const STATUSES = ['done', 'ongoing', 'planned', 'candidate'] as const;
export type Status = (typeof STATUSES)[number];
export const STATUS_ZH: Readonly<Record<Status, string>> = {
  done: '完成',
  ongoing: '进行中',
  planned: '计划',
  candidate: '入围',
};

/** Status of an indicator value. */
export const INDICATOR_STATUSES = ['done', 'estimated', 'target'] as const;
export type IndicatorStatus = (typeof INDICATOR_STATUSES)[number];
export const INDICATOR_STATUS_ZH: Readonly<Record<IndicatorStatus, string>> = {
  done: '实绩',
  estimated: '预计',
  target: '目标',
};

/** Life cycle of a project, in order. */
export const PROJECT_STAGES = [
  '规划',
  '签约',
  '落户',
  '供地',
  '开工',
  '在建',
  '竣工',
  '投产',
  '验收',
] as const;
export type ProjectStage = (typeof PROJECT_STAGES)[number];

/** Relations a sentence can state. `指标` (Town → Indicator) and `提及` (Report → node) join them in the graph. */
export const RELATION_TYPES = [
  '位于',
  '获评',
  ...PROJECT_STAGES,
  '实施',
  '属于',
  '入驻',
  '合作',
  '举办',
  '拥有',
  '任职',
] as const;
export type RelationType = (typeof RELATION_TYPES)[number];

/** Edge types of graph.json. */
export const EDGE_TYPES = [...RELATION_TYPES, '指标'] as const;
export type EdgeType = (typeof EDGE_TYPES)[number];

/** Edge types of the stores: graph.json's, and the derived mention counts. */
export const STORE_EDGE_TYPES = [...EDGE_TYPES, '提及'] as const;
export type StoreEdgeType = (typeof STORE_EDGE_TYPES)[number];

const PLACES: readonly EntityType[] = ['Region', 'Town', 'Village', 'Park'];
const ACTORS: readonly EntityType[] = ['Region', 'Town', 'Village', 'Park', 'Company', 'Organization'];

export interface RelationRule {
  readonly from: readonly EntityType[];
  readonly to: readonly EntityType[];
}

const stage: RelationRule = { from: [...ACTORS, 'Person'], to: ['Project', 'Park', 'Facility'] };

/** Which types a relation may join. Lexicon and relation stage refuse what is not in this table. */
export const RELATIONS: Readonly<Record<RelationType, RelationRule>> = {
  位于: { from: ENTITY_TYPES, to: PLACES },
  获评: { from: ENTITY_TYPES, to: ['Honour'] },
  规划: stage,
  签约: stage,
  落户: stage,
  供地: stage,
  开工: stage,
  在建: stage,
  竣工: stage,
  投产: stage,
  验收: stage,
  实施: { from: ACTORS, to: ['Program'] },
  属于: { from: ['Honour', 'Project', 'Park', 'Facility', 'Event'], to: ['Program'] },
  入驻: { from: ['Company', 'Organization'], to: ['Park', 'Town', 'Village'] },
  合作: { from: ACTORS, to: ACTORS },
  举办: { from: ACTORS, to: ['Event'] },
  拥有: { from: ACTORS, to: ['Product', 'Facility', 'Organization'] },
  任职: { from: ['Person'], to: ['Organization', 'Company', 'Town', 'Village', 'Region'] },
};

export const FORMAT = 'zhentu-graph';
export const FORMAT_VERSION = 1;
