/**
 * What speaks for and against a relation: first what a clause says of the name at its one end (verbs before and behind
 * its list, what rules claim, frame), then what speaks for a partner at the other end (where it stands, what stands
 * between). Each piece is a template and a value; the model knows a weight for each, by relation.
 */

import type { Entity, Mention } from '../../../model.js';
import { hashText, mix } from '../../../text/hash.js';
import { relationCode, typeCode } from '../../codes.js';
import { kept } from '../../kept.js';
import { Gathering, type Sink } from '../../tagger/sink.js';
import type { Clause, Verb } from '../scene.js';
import type { Group } from './groups.js';
import {
  type Layout,
  type Opening,
  type Partner,
  type Place,
  subjectAndObject,
  WAYS,
  type Way,
} from './proposals.js';

const SEED = 0x3c6e;
const NOTHING = 1;
/** Beyond the types. */
const UNIT = 15;

const MOODS = { back: 1, forward: 2 } as const;
export const moodCode = ({ frame }: Clause): number => (frame.mood === null ? 0 : MOODS[frame.mood]);

const distance = (n: number): number => (n <= 3 ? n : n <= 6 ? 4 : n <= 10 ? 5 : n <= 18 ? 6 : 7);
const few = (n: number): number => Math.min(n, 3);

/** How sure it is that a name is one, in steps. */
const sureness = ({ score }: Mention): number =>
  score < 50 ? 0 : score < 60 ? 1 : score < 70 ? 2 : score < 80 ? 3 : score < 90 ? 4 : score < 97 ? 5 : 6;
/** Once an entity: one that is named ten thousand times is asked for at each of them. */
const surest = kept(({ mentions }: Entity): number =>
  mentions.reduce((most, mention) => Math.max(most, sureness(mention)), 0),
);

/** Hash of the characters of a clause between two offsets of the text, with a sign for its borders. */
export const chars = ({ text, span }: Clause, from: number, to: number): number => {
  const start = Math.max(from, span[0]);
  const end = Math.min(to, span[1]);
  if (end <= start) return NOTHING;
  return mix(
    hashText(text, start - span[0], end - span[0]),
    (from < span[0] ? 1 : 0) + (to > span[1] ? 2 : 0),
  );
};

const verbCode = (verb: Verb | undefined): number => (verb ? relationCode(verb.entry.relation) : 0);

/** What a name and its clause say whichever relation is asked for: of most names a dozen are. */
const gathered: { anchor: Place | null; readonly evidence: Gathering } = {
  anchor: null,
  evidence: new Gathering(),
};

const anchorEvidence = (layout: Layout, index: number, anchor: Place): Gathering => {
  const { evidence } = gathered;
  if (gathered.anchor === anchor) return evidence;
  gathered.anchor = anchor;
  evidence.clear();
  const { named, clause, group } = anchor;
  const { entity, mention } = named;
  const type = typeCode(entity.type);
  evidence.add(1, 0);
  evidence.add(2, type);
  evidence.add(3, moodCode(clause) * 16 + type);
  // Words before and behind the list, and beside the name itself.
  const { start, end } = group;
  for (let n = 1; n <= 4; n++) {
    evidence.add(10 + n, chars(clause, start - n, start));
    evidence.add(20 + n, chars(clause, end, end + n));
  }
  evidence.add(25, chars(clause, end + 2, end + 4));
  evidence.add(26, mix(chars(clause, start - 2, start), chars(clause, end, end + 2)));
  if (group.names.length > 1) {
    const [from, to] = mention.span;
    evidence.add(27, chars(clause, from - 2, from));
    evidence.add(28, chars(clause, to, to + 2));
  }
  evidence.add(29, few(group.names.length) * 4 + few(group.names.indexOf(named)));
  // Verbs of relations before and behind.
  const { before, behind } = group;
  const [near, second] = before;
  const [next, afterNext] = behind;
  evidence.add(30, verbCode(near) * 8 + (near ? distance(start - near.span[1]) : 0));
  evidence.add(31, verbCode(next) * 8 + (next ? distance(next.span[0] - end) : 0));
  evidence.add(32, verbCode(near) * 32 + verbCode(second));
  evidence.add(33, verbCode(next) * 32 + verbCode(afterNext));
  evidence.add(34, verbCode(near) * 32 + verbCode(next));
  evidence.add(35, near ? hashText(near.entry.id) : NOTHING);
  evidence.add(36, next ? hashText(next.entry.id) : NOTHING);
  evidence.add(37, near ? hashText(layout.scene.doc.norm, ...near.span) : NOTHING);
  evidence.add(38, next ? hashText(layout.scene.doc.norm, ...next.span) : NOTHING);
  evidence.add(40, few(before.length) * 4 + few(behind.length));
  // The clause before and the one behind in the sentence.
  const { clauses } = layout.scene;
  const earlier = clauses[index - 1];
  const later = clauses[index + 1];
  const verbsOf = (c: Clause | undefined) => (c?.sentence === clause.sentence ? c.verbs : []);
  evidence.add(42, verbCode(verbsOf(earlier).at(-1)));
  evidence.add(43, verbCode(verbsOf(later)[0]) * 2 + (later?.named.length ? 1 : 0));
  evidence.add(44, chars(clause, clause.span[0], clause.span[0] + 2));
  evidence.add(45, index === layout.first[index] ? 1 : 0);
  // The name itself.
  const { name } = mention;
  evidence.add(50, named.nested ? 1 + typeCode(named.around.at(-1)?.entity.type ?? entity.type) : 0);
  evidence.add(51, hashText(name, Math.max(0, name.length - 2)));
  evidence.add(52, hashText(name));
  evidence.add(55, hashText(name, 0, 1));
  evidence.add(56, hashText(name, 0, 2));
  evidence.add(53, few(entity.mentions.length) * 2 + (entity.mentions[0] === mention ? 1 : 0));
  evidence.add(57, sureness(mention) * 16 + type);
  evidence.add(58, surest(entity));
  evidence.add(54, clause.text[mention.span[0] - 1 - clause.span[0]] === '“' ? 1 : 0);
  return evidence;
};

/** Adds what speaks for a relation at all, whoever its partner may be. */
export const addOpeningEvidence = (layout: Layout, index: number, opening: Opening, sink: Sink): void => {
  const { relation, anchor, claims } = opening;
  const { named, clause, group } = anchor;
  const type = typeCode(named.entity.type);
  sink.about(mix(SEED, relationCode(relation)));
  sink.addAll(anchorEvidence(layout, index, anchor));
  if (claims.length === 0) sink.add(4, type);
  else
    for (const rule of new Set(claims.map((c) => c.rule))) {
      sink.add(5, hashText(rule));
      sink.add(6, type);
    }
  const has = (verbs: readonly Verb[]) => (verbs.some((v) => v.entry.relation === relation) ? 1 : 0);
  const verbs = has(group.before) * 2 + has(group.behind);
  sink.add(39, verbs);
  const others = group.names.length > 1 || clause.named.length > 1 ? 1 : 0;
  sink.add(41, verbs * 2 + others);
};

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
const ELSEWHERE: ReadonlySet<Way> = new Set(['earlier', 'previous', 'inner', 'next']);

/** Adds what speaks for one partner. `ways`: where all partners of this opening were found. */
export const addPartnerEvidence = (
  layout: Layout,
  opening: Opening,
  partner: Partner,
  ways: number,
  sink: Sink,
): void => {
  const { relation, anchor, claims } = opening;
  const { clause, group, named } = anchor;
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
  const { at } = partner;
  if (at === null) {
    // Nobody named: what the clause begins with, and what stands before the list.
    sink.add(71, chars(clause, clause.span[0], clause.span[0] + 1));
    sink.add(72, chars(clause, clause.span[0], clause.span[0] + 2));
    sink.add(73, distance(group.start - clause.span[0]));
    sink.add(74, chars(clause, group.start - 2, group.start));
    sink.add(75, chars(clause, group.end, group.end + 2));
    const { before, behind } = group;
    sink.add(76, mix(verbCode(before[0]) * 32 + verbCode(behind[0]), types));
    return;
  }
  const [start, end] = at.mention.span;
  const from = partner.group ?? { names: [at], start, end };
  const text = layout.scene.doc.norm;
  sink.add(99, mix(types, sureness(at.mention)));
  sink.add(100, surest(at.entity));
  sink.add(80, mix(how, few(from.names.length) * 4 + few(group.names.length)));
  const told = partner.group;
  if (partner.way === 'next' && told !== null) {
    // A list that is merely told has no verb of its own.
    sink.add(101, few(told.before.length) * 4 + few(told.behind.length));
    sink.add(102, mix(types, told.behind.length > 0 ? 1 : 0));
    const verbs = [...group.before, ...group.behind];
    sink.add(103, verbs.some((v) => v.entry.relation === relation) ? 1 : 0);
  }
  if (partner.way === 'within') {
    sink.add(81, (start === named.mention.span[0] ? 1 : 0) + (end === named.mention.span[1] ? 2 : 0));
    sink.add(82, mix(types, end - named.mention.span[0]));
    sink.add(83, hashText(text, end, Math.min(end + 2, named.mention.span[1])));
    sink.add(84, hashText(named.mention.name, Math.max(0, named.mention.name.length - 2)));
    sink.add(85, hashText(at.mention.name));
    return;
  }
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
