/** Evidence as `explain` tells it. */
import type { Weights } from './tagger/model.js';
import type { NotingSink } from './tagger/sink.js';

/** One piece of evidence, with the log-odds it adds. */
export interface Reason {
  readonly zh: string;
  readonly en: string;
  /** Whether it is the lack of it that weighs. */
  readonly lacking: boolean;
  readonly weight: number;
}

/** What kinds of evidence are called, by the number of their template. */
export type TemplateNames = Readonly<Record<number, readonly [zh: string, en: string]>>;

/** Heaviest first; what weighs nothing is left out. */
export const reasonsIn = (
  notes: NotingSink,
  weights: Weights,
  names: TemplateNames,
  isLacking: (template: number, value: number) => boolean = () => false,
): Reason[] =>
  Array.from({ length: notes.length }, (_, k): Reason => {
    const template = notes.templates[k] as number;
    const [zh, en] = names[template] ?? ['', ''];
    const lacking = isLacking(template, notes.values[k] as number);
    return { zh, en, lacking, weight: weights.of(notes.hashes[k] as number) };
  })
    .filter(({ weight }) => weight !== 0)
    .sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight));
