/**
 * Runs the examples of the lexicon against the whole of it: what 【】 marks must be found, by the entry the example
 * stands under, and in a `not` sentence that entry must find nothing.
 */
import type { Engine } from '../extract/engine.js';
import { type Reading, readDocument } from '../extract/index.js';
import { say } from '../messages.js';
import type { Span } from '../model.js';
import type { Atlas } from '../read/atlas.js';
import { readText } from '../read/index.js';
import type { Entry } from './types.js';

export interface ExampleFailure {
  /** file:line */
  readonly where: string;
  readonly message: string;
}

/** Examples are read as a sentence of an invented town's report, in the entry's own province where it has one. */
const frame = (province: string): string => `${province}云川市青禾镇政府工作报告\n一、2024年工作回顾\n`;

export const readSentence = (sentence: string, engine: Engine, atlas: Atlas, province = '浙江省'): Reading =>
  readDocument(readText('', `${frame(province)}${sentence}\n`, atlas), engine, atlas);

const provinceOf = (entry: Entry, atlas: Atlas): string | undefined => {
  const scope = entry.kind === 'name' ? entry.scope[0] : undefined;
  return scope === undefined
    ? undefined
    : atlas.places.regionsNamed(scope).find((p) => p.level === 'province')?.name;
};

/** 【】 out of a sentence, and what they stood around. */
export const unmark = (marked: string): { text: string; spans: Span[] } => {
  const spans: Span[] = [];
  let text = '';
  let open = -1;
  for (const char of marked) {
    if (char === '【') open = text.length;
    else if (char === '】') spans.push([open, text.length]);
    else text += char;
  }
  return { text, spans };
};

const fold = (s: string): string => s.replace(/[“”\s]/g, '');

const checkExample = (entry: Entry, example: string, engine: Engine, atlas: Atlas): string | null => {
  const [sentence = '', statement] = example.split(/\s*=>\s*/);
  const { text, spans } = unmark(sentence);
  const reading = readSentence(text, engine, atlas, provinceOf(entry, atlas));
  const mentions = reading.decision.kept;
  for (const span of spans) {
    const name = fold(text.slice(...span));
    // A longer form of the same entry around the mark is the entry's own: 新时代“【枫桥经验】”
    const found = mentions.filter(
      (m) => fold(m.name) === name || (m.rule === entry.id && fold(m.name).includes(name)),
    );
    if (found.length === 0) {
      const near = mentions
        .filter((m) => fold(m.name).includes(name) || name.includes(fold(m.name)))
        .map((m) => `${m.name}（${m.rule}）`);
      return say(
        `没有找到“${name}”${near.length > 0 ? `，找到的是 ${near.join('、')}` : ''}`,
        `“${name}” was not found${near.length > 0 ? `; found instead: ${near.join(', ')}` : ''}`,
      );
    }
    if (entry.kind !== 'words' && entry.kind !== 'trigger' && !found.some((m) => m.rule === entry.id)) {
      return say(
        `“${name}”由别的条目 ${found[0]?.rule} 找到`,
        `“${name}” was found by another entry, ${found[0]?.rule}`,
      );
    }
  }
  return statement === undefined ? null : checkStatement(entry, statement, reading);
};

/** `甲 获评 乙` holds among the claims of the sentence. */
const checkStatement = (entry: Entry, statement: string, reading: Reading): string | null => {
  if (entry.kind !== 'trigger') return null;
  const [subject = '', relation = '', object = ''] = statement.trim().split(/\s+/);
  const named = (id: string, name: string) =>
    reading.entities.some((e) => e.id === id && [e.name, ...e.aliases].some((n) => fold(n) === fold(name)));
  const found = reading.relations.some(
    (r) => r.relation === relation && named(r.subject, subject) && named(r.object, object),
  );
  return found ? null : say(`没有读出“${statement.trim()}”`, `“${statement.trim()}” was not read`);
};

const checkNot = (entry: Entry, sentence: string, engine: Engine, atlas: Atlas): string | null => {
  const { decision, relations } = readSentence(
    unmark(sentence).text,
    engine,
    atlas,
    provinceOf(entry, atlas),
  );
  const hit =
    decision.kept.find((m) => m.rule === entry.id)?.name ??
    relations.find((r) => r.rule === entry.id)?.relation;
  return hit === undefined
    ? null
    : say(`反例里不该找到“${hit}”：${sentence}`, `“${hit}” must not be found in: ${sentence}`);
};

/** Failures in the order of the entries; empty when every example passes. */
export const checkExamples = (entries: readonly Entry[], engine: Engine, atlas: Atlas): ExampleFailure[] =>
  entries.flatMap((entry) => {
    const problems = [
      ...entry.examples.map((e) => checkExample(entry, e, engine, atlas)),
      ...entry.not.map((s) => checkNot(entry, s, engine, atlas)),
    ];
    return problems.flatMap((p) => (p === null ? [] : [{ where: entry.where, message: `${entry.id} ${p}` }]));
  });
