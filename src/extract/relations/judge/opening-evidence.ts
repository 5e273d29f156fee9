/**
 * What a clause says of the name at one end of a relation: verbs before and behind its list, what rules claim, frame.
 * Each piece is a template and a value; the model knows a weight for each, by relation.
 */
import { hashText, mix } from '../../../text/hash.js';
import { relationCode, typeCode } from '../../codes.js';
import { Gathering, type Sink } from '../../tagger/sink.js';
import type { Clause, Verb } from '../scene.js';
import { tellingOf } from '../told.js';
import { chars, distance, few, moodCode, NOTHING, SEED, sureness, surest, verbCode } from './codes.js';
import type { Layout, Opening, Place } from './proposals.js';

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
  const { relation, anchor, claims, told } = opening;
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
  const heading = layout.headings[index];
  if (heading) {
    sink.add(7, chars(heading, heading.span[1] - 2, heading.span[1]));
    const verb = heading.verbs.find((v) => v.entry.relation === relation);
    sink.add(8, verb ? 4 + verbs : verbs);
    if (verb) sink.add(9, mix(verbs, hashText(layout.scene.doc.norm, ...verb.span)));
  }
  const telling = tellingOf(told, relation);
  if (telling === null) return;
  const { later, verb } = telling;
  sink.add(46, later.step * 4 + verbs);
  sink.add(47, mix(verbs, hashText(layout.scene.doc.norm, ...verb.span)));
  sink.add(48, chars(later.clause, verb.span[0] - 2, verb.span[0]));
  sink.add(49, chars(later.clause, verb.span[1], verb.span[1] + 2));
};
