/** Lists that a stage verb closes are projects: 「甲、乙、丙相继竣工投产」. One name alone would prove too little. */
import type { Mention } from '../../model.js';
import { anyOf } from '../any-of.js';
import type { Document } from '../document.js';
import { alternation, type Engine, perEngine } from '../engine.js';
import { listedNames } from './list-items.js';

const SCORE = 52;
const LEAST_ITEMS = 2;
/** 「甲、乙等项目」 and 「甲、乙两家企业」 say what they are by their noun; see lists.ts. */
const COUNTED =
  /等|(?:[两二三四五六七八九十]|\d{1,2})(?:大|个|家|条|座|处|项|村|户|批|期)(?=\p{Script=Han}*$)/u;

const closing = perEngine(
  ({ words }) =>
    new RegExp(
      `(?:于?(?:\\d+月(?:\\d+日|底|初)?前?|[一二三四]季度)|${alternation(words['stage.adverb'])})*(?:${alternation(words['stage.closing'])})`,
      'u',
    ),
);

const closingWord = perEngine(({ words }) => new RegExp(anyOf(words['stage.closing'])));

/** Words that only say what kind of thing it is prove nothing: 道路、桥梁、管网建成投用. */
const general = perEngine(({ words }) => new RegExp(anyOf(words['generic.modifier']), 'g'));

export const findStaged = (doc: Document, engine: Engine): Mention[] =>
  doc.sentences.flatMap((sentence) =>
    (doc.clauses[sentence.index] ?? []).flatMap(([start, end]): Mention[] => {
      const clause = doc.norm.slice(start, end);
      const verb =
        clause.includes('、') && closingWord(engine).test(clause) ? clause.match(closing(engine)) : null;
      if (!verb?.index || COUNTED.test(clause.slice(0, verb.index))) return [];
      const names = listedNames(doc, start, start + verb.index, engine.words['not-name']).filter(
        (span) => doc.norm.slice(...span).replace(general(engine), '').length >= 2,
      );
      if (names.length < LEAST_ITEMS) return [];
      return names.map((span) => ({
        type: 'Project',
        name: doc.report.text.slice(...span),
        span,
        sentence: sentence.index,
        rule: 'project.staged-list',
        score: SCORE,
        altTypes: ['Company', 'Facility'],
      }));
    }),
  );
