/** SourceFile → Report: decode, clean, find the title, the sections, the sentences and whose report it is. */
import { createHash } from 'node:crypto';
import type { Report, SourceFile } from '../model.js';
import { mapped } from '../text/mapped.js';
import { foldWidth } from '../text/width.js';
import type { Atlas } from './atlas.js';
import { dropPinyin, dropSpaces, simplify, unifyLines } from './clean.js';
import { decode } from './decode.js';
import { NO_FRAME } from './frame.js';
import { unfurnish } from './furniture.js';
import { withMoods } from './mood.js';
import { outline, paragraphsOf } from './outline.js';
import { repair } from './repair.js';
import { sentencesOf } from './sentences.js';
import { beginningOf, reviewYear, titleOf } from './title.js';
import { reportingUnit } from './unit.js';

export interface ReadOptions {
  /** Overrides the town read from the report. */
  readonly town?: string;
  /** Overrides the year the report looks back on. */
  readonly year?: number;
}

/** `Report:` and the first 16 hex digits of the sha256 of the decoded text. */
export const reportId = (source: string): string =>
  `Report:${createHash('sha256').update(source, 'utf8').digest('hex').slice(0, 16)}`;

/** Reads one file. Throws ReadError where it is empty or not text. */
export const read = (file: SourceFile, atlas: Atlas, options: ReadOptions = {}): Report =>
  readText(file.path, decode(file), atlas, options);

/** Reads a text that is already decoded, e.g. a line of a stream. */
export const readText = (path: string, source: string, atlas: Atlas, options: ReadOptions = {}): Report => {
  const { body, issuer, published, statedTitle } = unfurnish(
    simplify(dropPinyin(repair(unifyLines(mapped(source))))),
  );
  const map = dropSpaces(body);
  const { text } = map;
  const folded = foldWidth(text);
  const paragraphs = paragraphsOf(text);
  const title = titleOf(folded, paragraphs) || (statedTitle ?? '');
  const year = options.year ?? reviewYear(folded, title, published);
  const sections = outline(text, paragraphs, year);
  const half = /半年/.test(title);
  const start = {
    ...NO_FRAME,
    year,
    mood: year === null ? null : 'back',
    period: half ? '上半年' : null,
  } as const;
  const sentences = withMoods(text, sentencesOf(text, paragraphs, sections, start, year), sections);
  const id = reportId(source);
  const clues = {
    title: options.town ? `${options.town}人民政府工作报告` : title,
    issuer: options.town ?? issuer,
    text: folded,
    reportId: id,
  };
  const town = reportingUnit(clues, atlas.places, atlas.regions);
  return {
    id,
    path,
    title: title || beginningOf(folded),
    issuer,
    published,
    year,
    town,
    source,
    text,
    map,
    sections,
    sentences,
  };
};
