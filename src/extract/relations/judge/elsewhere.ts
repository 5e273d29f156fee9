/** Where a relation is told that the clause of the name itself has no verb for, and which sentence says it. */
import type { Span } from '../../../model.js';
import { IN_SENTENCE_BEHIND, tellingOf } from '../told.js';
import type { Layout, Opening, Partner } from './proposals.js';

export const toldElsewhere = ({
  relation,
  anchor: { group },
  told,
}: Opening): ReturnType<typeof tellingOf> =>
  [...group.before, ...group.behind].some((v) => v.entry.relation === relation)
    ? null
    : tellingOf(told, relation);

/** The sentence that says so: mostly that of the name, but 甲项目开工。|该项目位于东坝村, 目前已竣工。 */
export const sentenceOf = ({ scene: { doc } }: Layout, opening: Opening, { at, way }: Partner): Span => {
  const own = opening.anchor.clause.sentence.span;
  if (at !== null && way === 'told') return doc.sentences[at.mention.sentence]?.span ?? own;
  const telling = toldElsewhere(opening);
  return telling?.later.step === IN_SENTENCE_BEHIND ? telling.later.clause.sentence.span : own;
};
