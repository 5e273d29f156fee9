/**
 * What the page calls things, in the two languages: types, relations, standings, properties.
 *
 * Every other wording stands where it is used, as a pair: say('…', '…'). A text in one language only fails
 * tests/view/viz/words.test.ts.
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

/** Each relation as a verb of its subject, and as what it makes of its object. */
const RELATION: Readonly<
  Record<EdgeType, { en: string; out?: string; into: string; outEn?: string; intoEn: string }>
> = {
  位于: { en: 'located in', into: '在此', intoEn: 'Located here' },
  获评: { en: 'awarded', into: '获评者', intoEn: 'Awarded to' },
  规划: { en: 'plans', into: '规划（主体）', intoEn: 'Planned by' },
  签约: { en: 'signs', into: '签约（主体）', intoEn: 'Signed by' },
  落户: { en: 'hosts', into: '落户（主体）', intoEn: 'Hosted by' },
  供地: { en: 'allots land to', into: '供地（主体）', intoEn: 'Land allotted by' },
  开工: { en: 'starts building', into: '开工（主体）', intoEn: 'Started by' },
  在建: { en: 'is building', into: '在建（主体）', intoEn: 'Being built by' },
  竣工: { en: 'completes', into: '竣工（主体）', intoEn: 'Completed by' },
  投产: { en: 'puts into operation', into: '投产（主体）', intoEn: 'Put into operation by' },
  验收: { en: 'accepts', into: '验收（主体）', intoEn: 'Accepted by' },
  实施: { en: 'carries out', into: '实施者', intoEn: 'Carried out by' },
  属于: { en: 'part of', into: '包含', intoEn: 'Comprises' },
  入驻: { en: 'settled in', into: '入驻者', intoEn: 'Settled here' },
  合作: { en: 'cooperates with', into: '合作', intoEn: 'Cooperates with' },
  举办: { en: 'holds', into: '举办者', intoEn: 'Held by' },
  拥有: { en: 'owns', into: '拥有者', intoEn: 'Owned by' },
  任职: { en: 'serves at', out: '任职于', into: '任职者', intoEn: 'Served by' },
  指标: { en: 'figure', into: '所属', intoEn: 'Figure of', outEn: 'Figures' },
};

export const relationName = (type: EdgeType, say: Say): string => say(type, RELATION[type].en);

/** Heading of a group of facts, seen from the subject or from the object. */
export const relationHeading = (type: EdgeType, side: 'subject' | 'object', say: Say): string => {
  const { en, out = type, into, outEn = en, intoEn } = RELATION[type];
  const first = side === 'subject' ? say(out, outEn) : say(into, intoEn);
  return first.charAt(0).toUpperCase() + first.slice(1);
};

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

const FIGURES = new Intl.NumberFormat('en-US');

export const figure = (value: number): string => FIGURES.format(value);
