/** One sentence read as part of an invented town's report: its names and what is claimed, one line each. */
import { RULES_ALONE } from '../../src/extract/engine.js';
import { type Reading, readDocument } from '../../src/extract/index.js';
import { type Knowledge, openKnowledge } from '../../src/knowledge.js';
import { readText } from '../../src/read/index.js';
import type { EntityType } from '../../src/schema.js';

/** Finders and relations are tested by themselves; what the model makes of them is tested in tagger.test.ts. */
export const knowledge: Knowledge = openKnowledge(undefined, RULES_ALONE);

export interface Setting {
  readonly title?: string;
  readonly heading?: string;
}

export const QINGHE = '浙江省云川市青禾镇政府工作报告';
export const REVIEW = '一、2024年工作回顾';
export const PLAN = '二、2025年工作安排';

export const reading = (sentence: string, { title = QINGHE, heading = REVIEW }: Setting = {}): Reading =>
  readDocument(
    readText('a.txt', `${title}\n${heading}\n${sentence}\n`, knowledge.atlas),
    knowledge.engine,
    knowledge.atlas,
  );

/** `Type name` of what was found in the sentence, in text order; of some types where they are given. */
export const names = (sentence: string, types: readonly EntityType[] = [], setting?: Setting): string[] =>
  reading(sentence, setting)
    .decision.kept.filter((m) => m.sentence >= 2 && (types.length === 0 || types.includes(m.type)))
    .map((m) => `${m.type} ${m.name}`);

/** `name relation name status`, and count, amount, role where stated; the places of things are left out. */
export const facts = (sentence: string, setting?: Setting): string[] => {
  const { report, entities, relations } = reading(sentence, setting);
  const name = (id: string) => entities.find((e) => e.id === id)?.name ?? id;
  return relations
    .filter((r) => r.span[0] >= (report.sentences[2]?.span[0] ?? 0) && r.relation !== '位于')
    .map((r) =>
      [name(r.subject), r.relation, name(r.object), r.status, r.count, r.amount, r.role]
        .filter((x) => x !== undefined)
        .join(' '),
    );
};
