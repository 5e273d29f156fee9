/**
 * Frames: which year a heading or a sentence speaks of, and whether it looks back or forward.
 *
 * A heading says it for its section (2024年工作回顾, 下半年工作安排); a sentence may say otherwise for itself
 * (去年…, 到2025年…, 力争…).
 */
import type { Frame } from '../model.js';

export const NO_FRAME: Frame = { year: null, mood: null, period: null };

const FORWARD = /安排|目标|计划|打算|思路|部署|展望|下半年|下一?步|明年|来年|今后|未来|举措|措施|要求|建议/;
const BACK = /回顾|总结|情况|成效|成绩|过去|一年来|以来|主要做法|亮点|存在.{0,4}(?:问题|不足|困难)|上半年/;

/** Words with which a text without headings turns from what was to what is to come. */
const AHEAD = /^(?:新的?一年|下一?步|接下来|今后(?:一|五|几|三)|未来(?:一|五|几|三))/;

/** 到2025年… is said by the way: what follows is not of that year. */
const IN_PASSING = /^到/;
export const isInPassing = (sentence: string): boolean => IN_PASSING.test(sentence);

const yearIn = (text: string): number | null => {
  const m = text.match(/(?<!\d)((?:19|20)\d\d)(?=年)/);
  return m ? Number(m[1]) : null;
};

const periodIn = (text: string): string | null => {
  const half = text.match(/上半年|下半年|前?[一二三四]季度|前三季度|1[-—~至]\d{1,2}月/);
  return half ? half[0] : null;
};

/**
 * The frame a heading gives its section. 回顾 and 安排 say it outright; a bare year says it by comparison with the
 * year the report looks back on; 「主要工作」 alone is what is left over from the part before it.
 */
export const headingFrame = (heading: string, parent: Frame, reviewYear: number | null): Frame => {
  const named = yearIn(heading);
  const period = periodIn(heading);
  const back = BACK.test(heading);
  const forward = FORWARD.test(heading) && !/存在/.test(heading);
  const mood = ((): Frame['mood'] => {
    // 「2023年工作情况和2024年打算」 is decided by the headings below it.
    if (back && forward) return parent.mood;
    if (back) return 'back';
    // Inside a review 「完善目标管理」 is a topic; only a heading with a year or 下半年 turns it round.
    if (forward && (parent.mood !== 'back' || named !== null || period !== null)) return 'forward';
    if (named !== null && reviewYear !== null) return named > reviewYear ? 'forward' : 'back';
    return parent.mood;
  })();
  const inherited = mood === parent.mood ? parent.year : null;
  const implied =
    reviewYear === null || mood === null
      ? null
      : mood === 'forward' && period === null
        ? reviewYear + 1
        : reviewYear;
  return {
    year: named ?? inherited ?? implied,
    mood,
    period: period ?? (mood === parent.mood ? parent.period : null),
  };
};

/**
 * The frame of one sentence within its section. `carried` is what was last said in a text whose headings say nothing;
 * a year is past or to come by comparison with the year the report looks back on, where that is known.
 */
export const sentenceFrame = (
  sentence: string,
  section: Frame,
  carried: Frame,
  reviewYear: number | null = null,
): Frame => {
  const base = section.mood === null && (section.year === null || carried.mood !== null) ? carried : section;
  const lead = sentence.slice(0, 14);
  const period = periodIn(lead) ?? section.period ?? base.period;
  // 2022年2月16日 is when it was said, not what it speaks of.
  const named = lead.match(/^(?:截至|到|预计|自)?((?:19|20)\d\d)年(?!度?工作(?:报告|安排|计划)|\d+月\d+日)/);
  if (named) {
    const year = Number(named[1]);
    const now = section.mood === null && reviewYear !== null ? reviewYear : base.year;
    const mood =
      IN_PASSING.test(lead) || (now !== null && year > now)
        ? 'forward'
        : now !== null && (year < now || section.mood === null)
          ? 'back'
          : (base.mood ?? 'back');
    return { year, mood, period };
  }
  if (/^(?:明年|来年)/.test(lead))
    return {
      year: base.year === null ? null : base.year + (base.mood === 'forward' ? 0 : 1),
      mood: 'forward',
      period,
    };
  if (/^去年/.test(lead)) return { year: base.year === null ? null : base.year - 1, mood: 'back', period };
  if (/^下半年/.test(lead) && section.mood !== 'back') return { ...base, mood: 'forward', period };
  if (AHEAD.test(lead) && section.mood !== 'back')
    return {
      year: base.year === null || base.mood === 'forward' || base.period !== null ? base.year : base.year + 1,
      mood: 'forward',
      period,
    };
  return { ...base, period };
};
