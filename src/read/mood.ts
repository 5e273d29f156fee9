/**
 * What a text without headings leaves open: whether a stretch of it tells what was done or what is to be done. Its words
 * tell, taken together: 2024年我镇办好五件事 … 力争开工 … 新增规上企业3家 is a plan to its last figure.
 */
import type { Section, Sentence } from '../model.js';

/** Words that stand four to a hundred times as often in annotated plans as in reviews. */
const TO_BE_DONE =
  /力争|力促|确保|冲刺|争创|争取|抓紧|尽早|尽快|早日|谋划|拟(?!定)|即将|有望|不低于|年底前|月底前|年内|下半年|明年|来年|办好|抓好|做好|继续|安排|推动|深化/g;
/** Words of reviews. */
const DONE =
  /已(?!经?绘就)|了(?!解)|获(?!取|得感)|被评|被命名|先后|相继|累计|一年来|同比|比上年|较上年|圆满|顺利|入选|去年(?!同期)/g;

/** A word of a review says as much as so many of a plan: plans speak of what was done now and then, too. */
const WEIGHT = 2;
/** One word of a plan makes none. */
const LEAST = 2;

const count = (text: string, words: RegExp): number =>
  new Set([...text.matchAll(words)].map(([word]) => word)).size;

interface Tone {
  readonly planned: number;
  readonly done: number;
}

const toneOf = (text: string): Tone => ({ planned: count(text, TO_BE_DONE), done: count(text, DONE) });

/** Where a plan begins behind what was done: where most words stand on their own side; at the end where there is none. */
const turnOf = (tones: readonly Tone[]): number => {
  let turn = tones.length;
  let most = 0;
  let sum = 0;
  let planned = 0;
  for (let i = tones.length - 1; i >= 0; i--) {
    const tone = tones[i] as Tone;
    sum += tone.planned - WEIGHT * tone.done;
    planned += tone.planned;
    if (planned >= LEAST && sum > most) {
      turn = i;
      most = sum;
    }
  }
  return turn;
};

/** Sentences in text order, those that tell a plan turned forward; where a heading says it, it is said. */
export const withMoods = (
  text: string,
  sentences: readonly Sentence[],
  sections: readonly Section[],
): readonly Sentence[] => {
  const open = sentences.filter(({ section }) => (sections[section]?.frame.mood ?? null) === null);
  const tones = open.map(({ span }) => toneOf(text.slice(...span)));
  const turn = turnOf(tones);
  const forward = new Set(
    open.filter((_, i) => i >= turn && (tones[i] as Tone).done <= (tones[i] as Tone).planned),
  );
  return sentences.map((s) => (forward.has(s) ? { ...s, frame: { ...s.frame, mood: 'forward' } } : s));
};
