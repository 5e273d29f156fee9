/**
 * Plan or done: what the rules say of a clause, its frame, and the words around what is spoken of are weighed against
 * each other. Whether somebody is only in the running for a title is for the rules to say.
 */
import type { Status } from '../../../schema.js';
import { hashText, mix } from '../../../text/hash.js';
import { matchesOf } from '../../../text/matches.js';
import { relationCode } from '../../codes.js';
import { kept } from '../../kept.js';
import type { Model } from '../../tagger/model.js';
import type { Sink } from '../../tagger/sink.js';
import type { Clause } from '../scene.js';
import { statusAt } from '../status.js';
import { chars, moodCode } from './codes.js';
import { toldElsewhere } from './elsewhere.js';
import type { Layout, Opening } from './proposals.js';

const SEED = 0x51a7;
const OUTSET =
  /^(?:\d{4}年|今年|去年|明年|来年|上半年|下半年|年内|年底|[一二三四]季度|\d+月(?:底|份)?|目前|截至)/;
const WORDS =
  /力争|争取|拟|计划|谋划|即将|将|要|有望|确保|力促|预计|明年|来年|下半年|年底前|年内|尽早|尽快|早日|推动|推进|加快|启动|创建|争创|申报|已|已经|了|过|顺利|成功|圆满|完成|先后|相继|累计|新增|荣获|获评|获|正|正在|继续|深化|持续|全面|全力|着力|抓好|做好|实现|建成|打造|做强/g;

/** Odds it takes to go against the rules. */
const MARGIN = 0.7;

/** What the rules say, by number. */
const said = (opening: Opening): Status => {
  const { claims, anchor } = opening;
  const claimed = claims.find((c) => c.status !== undefined)?.status;
  if (claimed !== undefined) return claimed;
  const telling = toldElsewhere(opening);
  return telling
    ? statusAt(telling.later.clause, telling.verb.span[0])
    : statusAt(anchor.clause, anchor.named.mention.span[0]);
};
const STATUS_CODES: Readonly<Record<Status, number>> = { done: 0, ongoing: 1, planned: 2, candidate: 3 };

const wordsIn = (text: string): Set<number> => new Set(matchesOf(text, WORDS).map((m) => hashText(m[0])));
const wordsInClause = kept(({ text }: Clause) => wordsIn(text));

/** Adds what speaks for a plan and against it. */
export const addStatusEvidence = (layout: Layout, index: number, opening: Opening, sink: Sink): void => {
  const { scene, first } = layout;
  const { anchor, relation } = opening;
  const { clause, group } = anchor;
  const own = mix(SEED, relationCode(relation));
  sink.about(SEED);
  const rules = STATUS_CODES[said(opening)];
  const mood = moodCode(clause);
  const { report } = scene;
  const { year } = clause.frame;
  const when =
    year === null || report.year === null ? 3 : year < report.year ? 0 : year === report.year ? 1 : 2;
  sink.add(1, 0);
  sink.add(2, rules);
  sink.add(3, mood * 4 + rules);
  sink.add(4, when * 16 + mood * 4 + rules);
  sink.addAbout(own, 5, 0);
  sink.addAbout(own, 6, mood * 4 + rules);
  // Plans stand at the end.
  const tenth = Math.floor((10 * clause.span[0]) / Math.max(1, report.text.length));
  sink.add(7, tenth);
  sink.add(8, mix(tenth, mood * 4 + rules));
  sink.add(9, clause.sentence.section < 0 ? 0 : 1);
  const { start, end } = group;
  const local = (at: number) => at - clause.span[0];
  for (const word of wordsIn(clause.text.slice(0, local(start)))) {
    sink.add(10, word);
    sink.add(11, mix(word, mood));
  }
  for (const word of wordsIn(clause.text.slice(local(end)))) {
    sink.add(12, word);
    sink.add(13, mix(word, mood));
  }
  for (let i = first[index] as number; i < index; i++)
    for (const word of wordsInClause(scene.clauses[i] as Clause)) sink.add(14, word);
  const later = scene.clauses[index + 1];
  if (later?.sentence === clause.sentence) for (const word of wordsInClause(later)) sink.add(15, word);
  const telling = toldElsewhere(opening);
  if (telling) {
    const { clause: behind } = telling.later;
    for (const word of wordsInClause(behind)) sink.add(16, word);
    sink.add(17, moodCode(behind) * 4 + rules);
    sink.add(18, chars(behind, telling.verb.span[0] - 2, telling.verb.span[0]));
    const before = scene.clauses[behind.index - 1];
    if (before && before !== clause) for (const word of wordsInClause(before)) sink.add(19, word);
  }
  for (let n = 1; n <= 4; n++) {
    sink.add(20 + n, chars(clause, start - n, start));
    sink.add(30 + n, chars(clause, end, end + n));
  }
  for (let n = 1; n <= 3; n++) sink.add(40 + n, chars(clause, clause.span[0], clause.span[0] + n));
  const sentence = report.text.slice(...clause.sentence.span);
  sink.add(44, hashText(sentence, 0, 2));
  sink.add(45, hashText(sentence.match(OUTSET)?.[0].replace(/\d+/g, '0') ?? ''));
  const { before, behind } = group;
  sink.add(50, before[0] ? hashText(scene.doc.norm, ...before[0].span) : 0);
  sink.add(51, behind[0] ? hashText(scene.doc.norm, ...behind[0].span) : 0);
};

/** The status of a claim: what the rules say of a candidacy, else planned or done by weight. */
export const statusOf = (
  layout: Layout,
  index: number,
  opening: Opening,
  model: Model,
  sink: Sink,
): Status => {
  const rules = said(opening);
  if (rules === 'candidate') return rules;
  sink.clear();
  addStatusEvidence(layout, index, opening, sink);
  const odds = model.relations.sum(sink.hashes, 0, sink.length);
  const isPlan = odds > (rules === 'planned' ? -MARGIN : MARGIN);
  if (isPlan) return 'planned';
  return rules === 'planned' ? 'done' : rules;
};
