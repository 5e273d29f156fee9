/**
 * Tables for a spreadsheet: things, and facts with a line for each sentence that states them.
 *
 * A cell that a spreadsheet would take for a formula is written as text: a report may begin a name with `=`. The
 * mark in front of all makes Excel read the file as UTF-8.
 */
import { at, type Data, edgeId, nameOf } from '../data.js';
import { BETWEEN_HEADINGS, headingsOf } from '../section.js';
import { standingOf } from '../visible.js';
import { type Say, standingName, typeName } from '../words.js';
import type { Part } from './part.js';

type Value = string | number | null | undefined;

const MARK = '\uFEFF';
/** What spreadsheets calculate, after any blanks, in half or full width; tab and line ends hide such a beginning. */
const FORMULA = /^[\s\u0000]*[=+\-@＝＋－＠|%]|^[\t\r\n]/u;

/** One cell. Numbers stay numbers, negative ones too. */
export const cell = (value: Value): string => {
  if (value === null || value === undefined) return '';
  if (typeof value === 'number') return String(value);
  const text = FORMULA.test(value) ? `'${value}` : value;
  return /[",\r\n]|^\s|\s$/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

const lines = (rows: readonly (readonly Value[])[]): string =>
  MARK + rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('');

export const thingsCsv = (data: Data, { nodes }: Part, say: Say): string =>
  lines([
    [
      say('类型', 'Type'),
      say('名称', 'Name'),
      say('又称', 'Also'),
      say('见于', 'Reported by'),
      say('依据句数', 'Sentences'),
      say('编号', 'Id'),
    ],
    ...nodes.map((index) => {
      const node = at(data.nodes, index);
      return [
        typeName(node.label, say),
        nameOf(node),
        (node.aliases ?? []).join('、'),
        node.towns.map((town) => at(data.nodes, town).name).join('、'),
        node.support,
        node.id,
      ];
    }),
  ]);

export const factsCsv = (data: Data, { edges }: Part, say: Say): string =>
  lines([
    [
      say('主体', 'Subject'),
      say('主体类型', 'Type of subject'),
      say('关系', 'Relation'),
      say('对象', 'Object'),
      say('对象类型', 'Type of object'),
      say('状态', 'Standing'),
      say('年份', 'Year'),
      say('金额', 'Amount'),
      say('级别', 'Level'),
      say('由下级推得', 'Derived'),
      say('原句', 'Sentence'),
      say('报告', 'Report'),
      say('发布单位', 'Issuer'),
      say('报告年份', 'Year of report'),
      say('章节', 'Section'),
      say('文件', 'File'),
      say('起', 'Start'),
      say('止', 'End'),
      say('规则', 'Rule'),
      say('编号', 'Id'),
    ],
    ...edges.flatMap((index) => {
      const edge = at(data.edges, index);
      const [from, to] = [at(data.nodes, edge.from), at(data.nodes, edge.to)];
      const standing = standingOf(edge);
      const fact: readonly Value[] = [
        nameOf(from),
        typeName(from.label, say),
        edge.type,
        nameOf(to),
        typeName(to.label, say),
        standing === 'none' ? '' : standingName(standing, say),
        edge.year,
        edge.amount,
        edge.level,
        edge.derived ? say('是', 'yes') : '',
      ];
      return edge.evidence.map(([number, rule]) => {
        const { text, start, end, report: from } = at(data.sentences, number);
        const report = at(data.reports, from);
        const { title, issuer, year, path } = report;
        return [
          ...fact,
          text,
          title,
          issuer,
          year,
          headingsOf(report, start).join(BETWEEN_HEADINGS),
          path,
          start,
          end,
          at(data.rules, rule),
          edgeId(data, edge),
        ];
      });
    }),
  ]);
