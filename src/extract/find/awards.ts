/** What stands behind an award verb is a title even where no stem is known: 荣获“…奖”, 入选…名单. */
import type { Mention } from '../../model.js';
import { matchesOf } from '../../text/matches.js';
import { anyOf } from '../any-of.js';
import type { Document } from '../document.js';
import { type Engine, perEngine } from '../engine.js';

const SCORE = 48;
// 新增甲企业等…: what stands before 等 are the winners; 首个, 一批 count and are no part of a title.
const LEAD =
  /^(?:[^“”]{2,}?等(?!称号|荣誉|表彰|殊荣|名单))?(?:(?:全|我|本)?[省市县区镇]?(?:首[个家批]|唯一|一批|一项|多类型|多项|多个|更多)(?:的)?)?/;
const TAIL = /(?:等)?(?:称号|荣誉称号|荣誉|表彰|殊荣|名单|\d+(?:家|个|项|名|人|件|次|所).*|\d.*)$/;

const awardVerbs = perEngine(
  (engine) => new RegExp(`${anyOf(engine.words['award.verb'])}(?:了|为|成为)?`, 'g'),
);

export const findAwarded = (doc: Document, engine: Engine): Mention[] => {
  const verbs = awardVerbs(engine);
  return doc.sentences.flatMap((sentence) =>
    (doc.clauses[sentence.index] ?? []).flatMap(([start, end]) => {
      const clause = doc.norm.slice(start, end);
      return matchesOf(clause, verbs).flatMap((m): Mention[] => {
        const from = m.index + m[0].length;
        const object = clause.slice(from);
        return objects(object).flatMap(([s, e]): Mention[] => {
          const raw = object.slice(s, e);
          const lead = raw.match(LEAD)?.[0].length ?? 0;
          const trimmed = raw.slice(lead).replace(TAIL, '');
          if (
            trimmed.replace(/[“”]/g, '').length < 4 ||
            trimmed.length > 36 ||
            /^[的了在将]|[的了]$/.test(trimmed)
          )
            return [];
          // 获评以来, 获得好评: an object of a title ends in a noun of titles or is quoted.
          if (
            !/(?:村|镇|乡|街道|社区|县|市|区|企业|单位|集体|个人|奖|杯|旗|基地|园|庭院|院|站|所|中心|点|街区|景区|河湖|城|家庭|案例|模式|试点|示范|品牌|名录|名单|榜|强|佳|工匠|能手|标兵|先锋|人物|称号|项目|平台|工厂|车间|计划|产品|学校|医院|库|级|”|\))$/.test(
              trimmed,
            )
          )
            return [];
          const at = start + from + s + lead;
          const balanced = (trimmed.match(/“/g)?.length ?? 0) === (trimmed.match(/”/g)?.length ?? 0);
          const span = [at + (balanced ? 0 : trimmed.startsWith('“') ? 1 : 0), at + trimmed.length] as const;
          return [
            {
              type: 'Honour',
              name: doc.report.text.slice(...span),
              span,
              sentence: sentence.index,
              rule: 'honour.award-object',
              score: SCORE,
            },
          ];
        });
      });
    }),
  );
};

/** Objects of one verb: 「“甲”“乙”」 and 「甲、乙」; a 、 inside quotation marks or brackets parts nothing. */
const objects = (text: string): [number, number][] => {
  const list: [number, number][] = [];
  let depth = 0;
  let from = 0;
  for (let i = 0; i <= text.length; i++) {
    const char = text[i] ?? '、';
    if ('“(《'.includes(char)) depth++;
    else if ('”)》'.includes(char)) depth = Math.max(0, depth - 1);
    const border = depth === 0 && (char === '、' || (char === '”' && '“'.includes(text[i + 1] ?? ' ')));
    if (border || i === text.length) {
      const to = char === '”' ? i + 1 : i;
      if (to > from) list.push([from, to]);
      from = char === '、' ? i + 1 : to;
    }
  }
  return list;
};
