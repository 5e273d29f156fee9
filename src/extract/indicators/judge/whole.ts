/** Names that no weight makes good: cut through a word, or with the verb of what was reached left at their end. */
import type { Name } from './names.js';
import type { Candidate, Scene } from './scene.js';

/** 42家低效企业|完成整治: 整治低效企业, and not 整治低效企业完成. */
const LEFT_OVER = /(?:完成|实现|达到)$/;

/** Whether what it takes of the figure before it ends where a word does: 水稻|面积, and not 水稻面|积. */
const endsWithWord = ({ doc, words }: Scene, { previous }: Candidate, { text, second }: Name): boolean => {
  if (words === null || second === null) return true;
  const at = doc.norm.lastIndexOf(previous, second[0]);
  const end = at + text.length - (second[1] - second[0]);
  return at < 0 || words.starts[end] === end;
};

export const isWhole = (scene: Scene, candidate: Candidate, name: Name): boolean => {
  if (name.kind === 'joined') return endsWithWord(scene, candidate, name);
  return (name.kind !== 'turned' && name.kind !== 'behind') || !LEFT_OVER.test(name.text);
};
