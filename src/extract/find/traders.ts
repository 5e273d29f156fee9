/**
 * Short names of companies by their line of business (恒远|精工). Such words are common, so the name must stand between
 * borders and something that only companies do must stand right behind it or behind the list it is in.
 */
import type { Mention } from '../../model.js';
import { type Document, sentenceAt } from '../document.js';
import type { Engine } from '../engine.js';

const SCORE = 56;
const HAN = /^\p{Script=Han}+$/u;
// 恒远精工获评…, 恒远精工与…合作, 恒远精工二期, 恒远精工、禾丰食品等
const PROOF =
  /^(?:(?:、|和|及|与)[^,。;、]{3,9})*?(?:获|荣获|入选|入围|被|上榜|列入|通过|成为|创成|与[^,。]{2,14}(?:合作|签|共建)|[一二三四]期|公司|集团|研发|成功|顺利|自主|投资|投产|达产|新增|[^,。;、]{0,10}(?:生产线|扩产|技改|上市|总部|产业化|新厂|智能工厂|车间|投产|达产|竣工|开工|落户|签约|拿地|摘牌)|等\d*(?:余|多)?家?[^,。;]{0,6}企业|省级|市级|国家级|完成股改|上市|摘得|捧回)/;
// 云川市|农业 is the farming of a city.
const PLACE = /[省市县区镇乡村]$/;
const BORDER = /[,。;:、“(\s]/;

export const findTraders = (doc: Document, engine: Engine): Mention[] => {
  const notName = engine.words['not-name'];
  const generic = engine.words['generic.modifier'];
  return doc.hits.trades.flatMap(({ start: tradeStart, end, value }): Mention[] => {
    const sentence = sentenceAt(doc.sentences, tradeStart);
    const floor = doc.sentences[sentence]?.span[0];
    if (floor === undefined || !PROOF.test(doc.norm.slice(end, end + 40))) return [];
    for (const length of [2, 3, 4]) {
      const start = tradeStart - length;
      const brand = doc.norm.slice(start, tradeStart);
      if (start < floor || !HAN.test(brand)) return [];
      const bordered =
        start === floor ||
        BORDER.test(doc.norm[start - 1] ?? '') ||
        (doc.verbEnds[start] ?? -1) >= floor ||
        (doc.particleEnds[start] ?? -1) >= floor;
      if (!bordered) continue;
      if (
        PLACE.test(brand) ||
        generic.has(brand) ||
        notName.has(brand) ||
        notName.has(brand + doc.norm.slice(tradeStart, end)) ||
        (doc.leadStarts[start] ?? -1) > start
      )
        return [];
      return [
        {
          type: value.type,
          name: doc.report.text.slice(start, end),
          span: [start, end],
          sentence,
          rule: value.id,
          score: SCORE,
        },
      ];
    }
    return [];
  });
};
