/** Plan or done: the verb's surroundings first, then the frame of the sentence. */
import type { Status } from '../../schema.js';
import { anyOf } from '../any-of.js';
import { type Engine, perEngine } from '../engine.js';
import type { Clause } from './scene.js';

const candidate = perEngine((engine) => new RegExp(anyOf(engine.words['status.candidate']) || '$^'));

/** Strong signs of a promise, whatever the section says. */
const PROMISE =
  /力争|争取|拟(?=[^定])|计划(?!生育)|谋划|即将|有望|确保|力促|预计(?=将|于|到?20\d\d年|今年|\d{1,2}月|年底|[一二三四]季度)|明年|来年|下半年|年底前|年内|尽早|尽快|早日/;
const DONE = /已(?:经)?|顺利|成功|圆满|完成|建成|获评|荣获|入选|投产|竣工/;

/** Status of what a clause says about something at offset `at`. */
export const statusAt = (clause: Clause, at: number): Status => {
  const before = clause.text.slice(0, Math.max(0, at - clause.span[0]));
  const { mood } = clause.frame;
  if (mood === 'forward')
    return /^(?:去年|\d{4}年.{0,4}已)|已(?:经)?(?:完成|建成|竣工|投产|开工)/.test(clause.text)
      ? 'done'
      : 'planned';
  const promised = before.search(PROMISE);
  if (promised >= 0 && !/计划总?投资/.test(before))
    return mood === 'back' && DONE.test(before.slice(0, promised)) ? 'done' : 'planned';
  return 'done';
};

/** Being in the running for a title is neither having it nor planning for it. */
export const isCandidate = (engine: Engine, text: string): boolean => candidate(engine).test(text);
