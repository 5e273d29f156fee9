/**
 * Mentions → entities: one for each thing a report names, with everything it is called there. What links two
 * surface forms is stated in `LINKS`; nothing else does.
 */
import { entityId, idName, withoutEdition } from '../identity.js';
import type { Entity, Mention, Place, Report } from '../model.js';
import type { EntityType } from '../schema.js';
import type { PlaceHit } from './find/places.js';
import { type Link, shortForms } from './short-forms.js';

/** Tails that a name of this type may or may not carry: 清河净岸项目 ~ 清河净岸. */
const TAILS: Partial<Readonly<Record<EntityType, RegExp>>> = {
  Project: /(?:建设|改造|提升|新建)?(?:项目|工程|建设)$/,
  Program: /(?:工程|行动|活动|工作|建设|项目|机制|模式|改革|创建|计划|试点|体系)$/,
  Company: /(?:集团)?(?:股份|科技|实业|农业发展)?(?:有限(?:责任)?)?(?:公司|合作社|集团)$/,
};

/** What makes two mentions of a type the same thing within one report. */
const keyOf = (mention: Mention): string => {
  const name = idName(mention.canonical ?? mention.name);
  switch (mention.type) {
    case 'Honour':
      return withoutEdition(name) || name;
    case 'Program':
    case 'Project':
    case 'Company': {
      const short = name.replace(TAILS[mention.type] ?? /$^/, '');
      return mention.canonical === undefined && short.length >= 3 ? short : name;
    }
    default:
      return name;
  }
};

/** The fullest name of a group: the canonical one, else the longest, first in text order. */
const fullName = (group: readonly Mention[]): string => {
  const canonical = group.find((m) => m.canonical !== undefined)?.canonical;
  const strip = (n: string) => (/^[“"]/.test(n) ? n.replace(/^[“"](.*)[”"]$/u, '$1') : n);
  return canonical ?? group.map((m) => strip(m.name)).reduce((a, b) => (b.length > a.length ? b : a));
};

const QUOTED = /^“([^“”]{2,})”\p{Script=Han}{0,6}$/u;

/** Surface forms, with and without the quotation marks around a part of them. */
const aliasesOf = (name: string, group: readonly Mention[]): string[] => {
  const forms = new Set<string>();
  for (const m of group) {
    const inner = m.name.startsWith('“') ? m.name.match(QUOTED)?.[1] : undefined;
    if (m.name !== name) forms.add(m.name);
    if (inner !== undefined && inner !== name && m.type !== 'Honour') forms.add(inner);
  }
  return [...forms].sort();
};

/** Entities in order of first mention. */
export const entitiesOf = (
  report: Report,
  mentions: readonly Mention[],
  places: readonly PlaceHit[],
  links: ReadonlyMap<Mention, Link> = shortForms(mentions, report.town),
): Entity[] => {
  // Places do not overlap, so no two begin together.
  const placeAt = new Map(places.map((p) => [p.span[0], p]));
  const placeOf = ({ type, span: [start, end] }: Mention): Place | null => {
    const hit = placeAt.get(start);
    return hit?.type === type && hit.span[1] === end ? hit.place : null;
  };
  const groups = new Map<string, { path?: string; list: Mention[] }>();
  for (const mention of mentions) {
    // A short name goes where its full name goes.
    const named = links.get(mention)?.full ?? mention;
    const place = placeOf(named);
    const key = place ? `${named.type}:${place.path}` : `${named.type} ${keyOf(named)}`;
    const group = groups.get(key) ?? { ...(place ? { path: place.path } : {}), list: [] };
    group.list.push(mention);
    groups.set(key, group);
  }
  const entities = [...groups.values()].map(({ path, list }): Entity => {
    // The type is that of a full name: 灵溪 may have been taken for a town where 灵溪村 is meant.
    const own = list.filter((m) => !links.has(m));
    const first = own[0] as Mention;
    const name = fullName(own);
    const code = own.map((m) => placeOf(m)?.code).find((c) => c);
    const props: Record<string, string> = {};
    for (const m of own) if (m.props) Object.assign(props, m.props);
    if (code) props.code = code;
    return {
      id: entityId(first.type, name, report.town, report.id, path),
      type: first.type,
      name,
      aliases: aliasesOf(name, list),
      mentions: list,
      props,
    };
  });
  return mergeSameId(entities);
};

/** Two groups may turn out to be one by their ids (a title with and without its edition). */
const mergeSameId = (entities: readonly Entity[]): Entity[] => {
  const byId = new Map<string, Entity>();
  for (const e of entities) {
    const known = byId.get(e.id);
    byId.set(
      e.id,
      known
        ? {
            ...known,
            aliases: [...new Set([...known.aliases, e.name, ...e.aliases])]
              .filter((a) => a !== known.name)
              .sort(),
            mentions: [...known.mentions, ...e.mentions],
          }
        : e,
    );
  }
  return [...byId.values()];
};
