/**
 * Frames: which year a heading or a sentence speaks of, and whether it looks back or forward.
 *
 * A heading says it for its section (2024年工作回顾, 下半年工作安排); a sentence may say otherwise for itself
 * (去年…, 到2025年…, 力争…).
 */
import type { Frame } from '../model.js';

export const NO_FRAME: Frame = { year: null, mood: null, period: null };

const FORWARD =
  /安排|目标|任务|计划|打算|思路|部署|展望|下半年|下一?步|明年|来年|今后|未来|举措|措施|要求|建议|规划|工作要点|重点工作|重点任务/;
const BACK = /回顾|总结|情况|成效|成绩|过去|一年来|以来|主要做法|亮点|存在.{0,4}(?:问题|不足|困难)|上半年/;

const yearIn = (text: string): number | null => {
  const m = text.match(/(?<!\d)((?:19|20)\d\d)(?=年)/);
  return m ? Number(m[1]) : null;
};

const periodIn = (text: string): string | null => {
  const half = text.match(/上半年|下半年|前?[一二三四]季度|前三季度|1[-—~至]\d{1,2}月/);
  return half ? half[0] : null;
};

/** Year meant by a forward-looking heading that names none: the one after the review year, or the same (half-year). */
export const headingFrame = (heading: string, parent: Frame, reviewYear: number | null): Frame => {
  const year = yearIn(heading);
  const period = periodIn(heading);
  const back = BACK.test(heading);
  // 「过去一年主要工作」 and 「2023年工作情况和2024年打算」: what names both is not decided by the heading.
  const forward =
    FORWARD.test(heading) || (/主要工作|工作重点/.test(heading) && !back && parent.mood === null);
  const compares = back && forward && !/存在/.test(heading);
  const mood = compares
    ? parent.mood
    : back
      ? 'back'
      : forward && year === null && parent.mood === 'back'
        ? parent.mood
        : forward
          ? 'forward'
          : null;
  if (mood === null && year !== null && reviewYear !== null) {
    return { year, mood: year > reviewYear ? 'forward' : 'back', period: period ?? parent.period };
  }
  const settled = mood ?? parent.mood;
  const inherited = settled === parent.mood ? parent.year : null;
  const fromReview =
    reviewYear === null || settled === null
      ? null
      : settled === 'forward' && period === null
        ? reviewYear + 1
        : reviewYear;
  return {
    year: year ?? inherited ?? fromReview,
    mood: settled,
    period: period ?? (settled === parent.mood ? parent.period : null),
  };
};

/** The frame of one sentence within its section. `carried` is the year last named in a text without headings. */
export const sentenceFrame = (sentence: string, section: Frame, carried: Frame): Frame => {
  const base = section.mood === null && section.year === null ? carried : section;
  const lead = sentence.slice(0, 14);
  const period = periodIn(lead) ?? base.period;
  const named = lead.match(/^(?:截至|到|预计|自)?((?:19|20)\d\d)年(?!度?工作(?:报告|安排|计划))/);
  if (named) {
    const year = Number(named[1]);
    const later = base.year !== null && year > base.year;
    const mood =
      later || /^到/.test(lead)
        ? 'forward'
        : base.year !== null && year < base.year
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
  if (/^下半年/.test(lead) && base.mood !== 'back') return { ...base, mood: 'forward', period };
  return { ...base, period };
};
