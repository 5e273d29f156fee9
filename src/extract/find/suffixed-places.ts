/** Towns and villages the place list does not know, by their last character and what stands on their left. */

import { anyOf } from '../any-of.js';
import { alternation, type Engine, perEngine } from '../engine.js';
import type { PlaceHit } from './place-hit.js';

const BORDER = /[,。;:!?、“”()《》\n\s]/;
const HAN = /^\p{Script=Han}+$/u;
// 东坝村民, 东坝村级, 无诈村居: the character belongs to the word behind it.
const NOT_AFTER =
  /^(?:级|民|庄|集体|经济|干部|务|卫|史|医|规|居|晚|组|屯|企|社(?!区)|厨|落|镇|容|貌|口|道|路|改|网|域|志|歌|超|播|味|情|风|嫂|咖|支|两委|委|党|老|间|内|里|外|头|尾|合|企|BA|长|办|工作|中心|建设|关怀|矫正|治理|服务|工厂|食堂|嵌入|营造|工作者|工|书记|文化|教育|医院|卫生|养老|警务|微|零|报|商业)/;
const JOINER = /[和与及、]/;
const TOWN_BEHIND = /[镇乡]$|街道$|[市县区旗]$/;

/** What tells a stem that is no name from one that is. */
export const stemPatterns = perEngine((engine) => ({
  general: new RegExp(
    `^(?:${alternation(engine.words['place.not-start'])})|(?:${alternation(engine.words['place.not-end'])})$`,
  ),
  verb: new RegExp(anyOf(engine.words['edge.verb']) || '$^'),
}));

/** 1 for every offset inside a place that is known already. */
const coverOf = (length: number, taken: readonly PlaceHit[]): Uint8Array => {
  const cover = new Uint8Array(length);
  for (const { span } of taken) cover.fill(1, ...span);
  return cover;
};

/** Names such as 东坝村 where the character before is a border, the end of a verb, or of a higher place's name. */
export const findSuffixedPlaces = (
  norm: string,
  verbEnds: Int32Array,
  taken: readonly PlaceHit[],
  engine: Engine,
): PlaceHit[] => {
  const { general, verb } = stemPatterns(engine);
  const covered = coverOf(norm.length, taken);
  const regionEnds = new Set(taken.filter((h) => h.type !== 'Village').map((h) => h.span[1]));
  return [...norm.matchAll(/村|社区|镇|乡|街道/g)].flatMap((m): PlaceHit[] => {
    const tail = m[0];
    const end = m.index + tail.length;
    if (covered[m.index] === 1 || NOT_AFTER.test(norm.slice(end, end + 3))) return [];
    const type = tail === '村' || tail === '社区' ? 'Village' : 'Town';
    for (const length of [2, 3, 4]) {
      const start = m.index - length;
      const stem = norm.slice(Math.max(0, start), m.index);
      if (start < 0 || !HAN.test(stem) || covered[start] === 1) return [];
      const left = norm.slice(Math.max(0, start - 2), start);
      const bordered = start === 0 || BORDER.test(left.slice(-1)) || /[和与及在]$/.test(left);
      const behindPlace = regionEnds.has(start) || (type === 'Village' && TOWN_BEHIND.test(left));
      // An unknown town is believed only behind its county's name, or beside a town: 甲县乙镇和|丙镇.
      const beside = JOINER.test(left.slice(-1)) && regionEnds.has(start - 1);
      const founded =
        type === 'Town'
          ? regionEnds.has(start) || beside
          : bordered || behindPlace || (verbEnds[start] ?? -1) >= 0;
      if (!founded || JOINER.test(stem[0] as string)) continue;
      if (general.test(stem) || verb.test(stem)) return [];
      return [
        {
          type,
          span: [start, end],
          name: stem + tail,
          place: null,
          rule: `place.${type.toLowerCase()}-suffix`,
        },
      ];
    }
    return [];
  });
};
