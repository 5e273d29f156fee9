/**
 * What speaks for and against a partner at the other end of a relation: where it stands, and what stands between. Each
 * piece is a template and a value; the model knows a weight for each, by relation.
 */
import { hashText, mix } from '../../../text/hash.js';
import { relationCode, typeCode } from '../../codes.js';
import type { Sink } from '../../tagger/sink.js';
import type { Named } from '../scene.js';
import { chars, distance, few, moodCode, SEED, sureness, surest, verbCode } from './codes.js';
import type { Group } from './groups.js';
import { type Layout, type Opening, type Partner, subjectAndObject, WAYS, type Way } from './proposals.js';

/** Beyond the types. */
const UNIT = 15;

/** What of a partner's surroundings matters, by where partners were found. */
export const waysOf = (partners: readonly Partner[]): number =>
  partners.reduce((ways, { way }) => ways | (1 << WAYS.indexOf(way)), 0);

/** Path of an entity without its type: the path of a place leads on from that of the place it is in. */
const liesIn = (inner: string, outer: string): boolean => {
  const start = inner.indexOf(':') + 1;
  const path = outer.slice(outer.indexOf(':') + 1);
  return inner[start + path.length] === '/' && inner.startsWith(path, start);
};

/** Found in another clause than the name itself. */
const ELSEWHERE: ReadonlySet<Way> = new Set(['earlier', 'previous', 'inner', 'next', 'told']);

/** Adds what speaks for one partner. `ways`: where all partners of this opening were found. */
export const addPartnerEvidence = (
  layout: Layout,
  opening: Opening,
  partner: Partner,
  ways: number,
  sink: Sink,
): void => {
  const { relation, anchor, claims } = opening;
  const { clause, named } = anchor;
  const base = mix(SEED, 64 + relationCode(relation));
  sink.about(base);
  const way = WAYS.indexOf(partner.way);
  const anchorType = typeCode(named.entity.type);
  // A county that reports acts as a town that reports does.
  const isUnit = partner.entity === layout.scene.unit;
  const type = isUnit ? UNIT : typeCode(partner.entity.type);
  const types = type * 16 + anchorType;
  const how = way * 2 + (isUnit ? 1 : 0);
  const [subject, object] = subjectAndObject(opening, partner);
  const claimed =
    claims.length === 0 ? claims : claims.filter((c) => c.subject === subject.id && c.object === object.id);
  sink.add(60, how);
  sink.add(61, mix(how, types));
  sink.add(62, mix(how, ways));
  sink.add(63, claimed.length > 0 ? 1 : claims.length > 0 ? 2 : 0);
  sink.add(64, mix(how, claimed.length > 0 ? 1 : claims.length > 0 ? 2 : 0));
  for (const { rule } of claimed) sink.add(65, mix(hashText(rule), types));
  sink.add(66, types);
  sink.add(67, mix(mix(how, ways), types));
  sink.add(68, moodCode(clause) * 32 + how);
  const inside = liesIn(subject.id, object.id) ? 1 : liesIn(object.id, subject.id) ? 2 : 0;
  sink.add(69, mix(inside, types));
  if (relation === '位于') sink.add(70, few(named.entity.mentions.length) * 64 + how);
  // 示范村 is won by villages, 强镇 by towns.
  if (relation === '获评')
    sink.add(104, mix(types, hashText(object.name, Math.max(0, object.name.length - 1))));
  const pair: Pair = { layout, opening, partner, types, how };
  if (partner.at === null) addUnnamed(pair, sink);
  else {
    addBeside(pair, partner.at, sink);
    if (partner.way === 'within') addWithin(pair, partner.at, sink);
    else addBetween(pair, partner.at, sink);
  }
};

/** Two ends of a relation that is asked for, with what is told of them again and again. */
interface Pair {
  readonly layout: Layout;
  readonly opening: Opening;
  readonly partner: Partner;
  readonly types: number;
  readonly how: number;
}

/** Nobody named: what the clause begins with, and what stands before the list. */
const addUnnamed = ({ opening: { anchor }, types }: Pair, sink: Sink): void => {
  const { clause, group } = anchor;
  sink.add(71, chars(clause, clause.span[0], clause.span[0] + 1));
  sink.add(72, chars(clause, clause.span[0], clause.span[0] + 2));
  sink.add(73, distance(group.start - clause.span[0]));
  sink.add(74, chars(clause, group.start - 2, group.start));
  sink.add(75, chars(clause, group.end, group.end + 2));
  const { before, behind } = group;
  sink.add(76, mix(verbCode(before[0]) * 32 + verbCode(behind[0]), types));
};

/** Lists at both ends, and how sure the partner is. */
const addBeside = ({ opening, partner, types, how }: Pair, at: Named, sink: Sink): void => {
  const {
    relation,
    anchor: { group },
  } = opening;
  sink.add(99, mix(types, sureness(at.mention)));
  sink.add(100, surest(at.entity));
  sink.add(80, mix(how, few(partner.group?.names.length ?? 1) * 4 + few(group.names.length)));
  const told = partner.group;
  if (partner.way === 'next' && told !== null) {
    // A list that is merely told has no verb of its own.
    sink.add(101, few(told.before.length) * 4 + few(told.behind.length));
    sink.add(102, mix(types, told.behind.length > 0 ? 1 : 0));
    const verbs = [...group.before, ...group.behind];
    sink.add(103, verbs.some((v) => v.entry.relation === relation) ? 1 : 0);
  }
};

/** A name inside the other: 甲 in 甲冷链二期. */
const addWithin = (
  {
    layout,
    opening: {
      anchor: { named },
    },
    types,
  }: Pair,
  at: Named,
  sink: Sink,
): void => {
  const { norm: text } = layout.scene.doc;
  const [start, end] = at.mention.span;
  sink.add(81, (start === named.mention.span[0] ? 1 : 0) + (end === named.mention.span[1] ? 2 : 0));
  sink.add(82, mix(types, end - named.mention.span[0]));
  sink.add(83, hashText(text, end, Math.min(end + 2, named.mention.span[1])));
  sink.add(84, hashText(named.mention.name, Math.max(0, named.mention.name.length - 2)));
  sink.add(85, hashText(at.mention.name));
};

/** What stands between the two, and beside them. */
const addBetween = (
  { layout, opening: { anchor }, partner, types, how }: Pair,
  at: Named,
  sink: Sink,
): void => {
  const { clause, group, named } = anchor;
  const [start, end] = at.mention.span;
  const from = partner.group ?? { names: [at], start, end };
  const text = layout.scene.doc.norm;
  const ahead = end <= named.mention.span[0];
  const gap = ahead ? named.mention.span[0] - end : start - named.mention.span[1];
  const groupGap = ahead ? group.start - from.end : from.start - group.end;
  sink.add(86, mix(how, distance(Math.max(0, groupGap))));
  sink.add(87, mix(types, distance(Math.max(0, gap))));
  const [low, high] = ahead ? [from.end, group.start] : [group.end, from.start];
  sink.add(88, high - low <= 6 ? hashText(text, low, Math.max(low, high)) : 0);
  sink.add(89, mix(how, hashText(text, from.end, from.end + 1)));
  sink.add(90, mix(how, hashText(text, from.end, from.end + 2)));
  sink.add(91, mix(how, hashText(text, Math.max(0, from.start - 1), from.start)));
  sink.add(92, mix(how, hashText(text, Math.max(0, from.start - 2), from.start)));
  sink.add(93, mix(how, hashText(text, Math.max(0, group.start - 1), group.start)));
  sink.add(94, mix(how, hashText(text, group.end, group.end + 2)));
  const placeOf = (list: Pick<Group, 'names'>, last: boolean): number => {
    const name = list.names.at(last ? -1 : 0);
    return (name && layout.places.get(name)) ?? 0;
  };
  // Of another clause all names before this list stand between.
  const sameClause = !ELSEWHERE.has(partner.way);
  const first = ahead ? (sameClause ? placeOf(from, true) + 1 : 0) : placeOf(group, true) + 1;
  const past = ahead ? placeOf(group, false) : sameClause ? placeOf(from, false) : anchor.outer.length;
  const between = anchor.outer
    .slice(first, Math.max(first, past))
    .filter(({ mention: { span } }) => span[0] >= low && span[1] <= high).length;
  sink.add(95, mix(how, few(between)));
  const verbs = clause.verbs.filter((v) => v.span[0] >= low && v.span[1] <= high);
  sink.add(96, mix(how, verbCode(verbs[0]) * 32 + verbCode(verbs.at(-1))));
  sink.add(97, mix(how, few(verbs.length)));
  sink.add(98, mix(types, verbCode(verbs[0])));
};
