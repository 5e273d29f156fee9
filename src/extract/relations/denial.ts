/**
 * What a report says did not happen is no fact: 未能如期完成, 暂缓, 取消, 亟待加强; nor is what it lists among its
 * problems. Such clauses give no claims of deeds; where things are and what belongs to what still holds.
 */
import type { Report, Sentence } from '../../model.js';
import { anyOf } from '../any-of.js';
import { type Engine, perEngine } from '../engine.js';
import type { Clause } from './scene.js';

const denial = perEngine(({ words }) => new RegExp(anyOf(words['status.denied']) || '$^'));

const PROBLEMS = /问题|不足|困难|短板|差距/;
const CONFESSION = /清醒(?:地)?(?:看到|认识到)|存在.{0,10}(?:问题|不足|差距|短板)/;

/** Clauses in text order → those whose deeds are denied. A denial without a name of its own is of the clause before. */
export const deniedClauses = (
  report: Report,
  clauses: readonly Clause[],
  engine: Engine,
): ReadonlySet<Clause> => {
  const words = denial(engine);
  const denied = new Set<Clause>();
  const confesses = ({ section, span }: Sentence): boolean =>
    PROBLEMS.test(report.sections[section]?.heading ?? '') || CONFESSION.test(report.text.slice(...span));
  let confession = false;
  clauses.forEach((clause, i) => {
    const { sentence } = clause;
    if (sentence !== clauses[i - 1]?.sentence) confession = confesses(sentence);
    if (confession) denied.add(clause);
    if (!words.test(clause.text)) return;
    denied.add(clause);
    const before = clauses[i - 1];
    if (clause.named.length === 0 && before?.sentence === sentence) denied.add(before);
  });
  return denied;
};
