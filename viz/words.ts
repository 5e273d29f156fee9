/**
 * What the page calls things, in the two languages. Relations keep their Chinese names: they are the names of
 * the ontology, and the sentences are Chinese anyway.
 */
import { type EdgeType, INDICATOR_STATUS_ZH, LABEL_STYLE, type NodeLabel, STATUS_ZH } from '../src/schema.js';
import type { Language, Standing } from './state.js';

export type Say = (zh: string, en: string) => string;

export const speaker =
  (language: Language): Say =>
  (zh, en) =>
    language === 'zh' ? zh : en;

export const typeName = (label: NodeLabel, say: Say): string =>
  say(LABEL_STYLE[label].zh, LABEL_STYLE[label].en);

/** Standing of a fact: wording, and the tone of its line. Listed in the order in which they outrank one another. */
export const STANDINGS: Readonly<Record<Standing, { zh: string; en: string; color: string }>> = {
  done: { zh: STATUS_ZH.done, en: 'done', color: '#5E7FA8' },
  ongoing: { zh: STATUS_ZH.ongoing, en: 'under way', color: '#3E9C8F' },
  planned: { zh: STATUS_ZH.planned, en: 'planned', color: '#D08A2E' },
  candidate: { zh: STATUS_ZH.candidate, en: 'candidate', color: '#9B72BD' },
  estimated: { zh: INDICATOR_STATUS_ZH.estimated, en: 'estimated', color: '#7FA3A8' },
  target: { zh: INDICATOR_STATUS_ZH.target, en: 'target', color: '#C9A25E' },
  none: { zh: '未注明', en: 'not stated', color: '#9A9A94' },
};

export const STANDING_ORDER = Object.keys(STANDINGS) as readonly Standing[];

export const standingName = (standing: Standing, say: Say): string =>
  say(STANDINGS[standing].zh, STANDINGS[standing].en);

/** Headings that differ from the relation's own word; `into` is how it reads from the object. */
const OUT: Readonly<Partial<Record<EdgeType, string>>> = { 任职: '任职于' };
const INTO: Readonly<Partial<Record<EdgeType, string>>> = {
  位于: '在此',
  获评: '获评者',
  实施: '实施者',
  属于: '包含',
  入驻: '入驻者',
  合作: '合作',
  举办: '举办者',
  拥有: '拥有者',
  任职: '任职者',
  指标: '所属',
};

/** Heading of a group of facts, seen from the subject or from the object. */
export const relationHeading = (type: EdgeType, side: 'subject' | 'object'): string =>
  side === 'subject' ? (OUT[type] ?? type) : (INTO[type] ?? `${type}（主体）`);

/** Properties worth a line in the panel; what is not here (codes for machines) is not shown. */
export const PROPERTY: Readonly<Record<string, readonly [zh: string, en: string]>> = {
  level: ['级别', 'Level'],
  kind: ['类别', 'Kind'],
  amount: ['金额', 'Amount'],
  grantor: ['授予单位', 'Granted by'],
  code: ['区划代码', 'Code'],
};

/** Values that are words of the format, not of a report. */
export const VALUE: Readonly<Record<string, readonly [zh: string, en: string]>> = {
  province: ['省级', 'province'],
  city: ['市级', 'city'],
  county: ['县级', 'county'],
  town: ['乡级', 'town'],
  village: ['村级', 'village'],
  industrial: ['工业', 'industrial'],
  agricultural: ['农业', 'agricultural'],
  cultural: ['文化', 'cultural'],
  green: ['生态', 'green'],
};

export const figure = (value: number): string => value.toLocaleString('en-US');
