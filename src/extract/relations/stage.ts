/** Stages of projects: each project gets the verbs that speak of it, nearest first, behind it before those ahead. */
import type { Entity, RelationClaim } from '../../model.js';
import { type EntityType, PROJECT_STAGES, type ProjectStage, type Status } from '../../schema.js';
import { claim } from './claim.js';
import { actors, type Clause, type Named, type Scene, type Verb } from './scene.js';
import { statusAt } from './status.js';

const isStage = (r: string): r is ProjectStage => (PROJECT_STAGES as readonly string[]).includes(r);
const STAGED: readonly EntityType[] = ['Project'];
// These say more than that work goes on; 推进…建设并投入使用 is both.
const WEAK: readonly ProjectStage[] = ['在建', '规划'];
/** 谋划甲 and 引进甲 are said ahead of what they are about; others stand behind it as well: 甲竣工投产. */
const standsBehind = ({ entry }: Verb): boolean => entry.object !== 'after';
const standsAhead = ({ entry }: Verb): boolean => entry.object !== 'before';

// 完成选址论证, 完成主体结构, 完成投资2000万元: a step on the way, not the end of it.
const STEP =
  /^(?:主体|设备|总?投资|工程量|第[一二三四五\d]+(?:阶段|期)|[^,。]{0,6}\d+(?:\.\d+)?%|桩基|基础|土方|征迁|征收|拆迁)/;
const PREPARATION = /^(?:选址|论证|规划|方案|设计|可研|立项|备案|招标|报批|前期|编制)/;

/** The stage a verb states; 完成 is the end only where no step of the work stands behind it. */
const stageOf = (scene: Scene, verb: Verb, object: Named): ProjectStage => {
  const stage = verb.entry.relation as ProjectStage;
  if (stage !== '竣工' || scene.doc.norm.slice(...verb.span) !== '完成') return stage;
  const after = verb.span[0] >= object.mention.span[1] ? verb.span[1] : object.mention.span[1];
  const rest = scene.doc.norm.slice(after, after + 16);
  return PREPARATION.test(rest) ? '规划' : STEP.test(rest) ? '在建' : stage;
};

const stageVerbs = (clause: Clause): Verb[] => {
  const all = clause.verbs.filter((v) => isStage(v.entry.relation));
  // 开工建设 is not 建设: a verb inside a longer one of another stage is not heard.
  return all.filter(
    (v) =>
      !all.some(
        (w) =>
          w !== v &&
          w.span[0] <= v.span[0] &&
          v.span[1] <= w.span[1] &&
          w.span[1] - w.span[0] > v.span[1] - v.span[0],
      ),
  );
};

export const stageClaims = (scene: Scene, clause: Clause): RelationClaim[] => {
  const projects = clause.named.filter((n) => !n.nested && STAGED.includes(n.entity.type));
  if (projects.length === 0) return [];
  const verbs = stageVerbs(clause);
  const last = clause.named.findLast((n) => !n.nested);
  return projects.flatMap((n) => {
    const picked = stagesOf(scene, n, verbs).map((p): Picked => ({ ...p, status: statusAt(clause, p.at) }));
    if (n === last) picked.push(...toldOf(scene, n, clause));
    return picked.flatMap(({ stage, rule, status }) =>
      owners(scene, clause, n).flatMap((owner) => claim(clause, owner, stage, n.entity, rule, { status })),
    );
  });
};

const DATED = /^(?:20\d\d年|今年|明年|次年|年底|\d{1,2}月|[一二三四]季度)/;

/** 甲项目,总投资3亿元,|3月开工,|目前主体已完工: stages told of a project by clauses that name no other. */
const toldOf = (scene: Scene, n: Named, clause: Clause): Picked[] => {
  let promised = false;
  return (scene.told[clause.index] ?? []).flatMap(({ clause: told }) =>
    stageVerbs(told)
      .filter((v) => !WEAK.includes(v.entry.relation as ProjectStage) && standsBehind(v))
      .map((v): Picked => {
        const at = v.span[0];
        // 预计3月开工,|12月竣工
        promised = statusAt(told, at) === 'planned' || (promised && DATED.test(told.text));
        return {
          stage: stageOf(scene, v, n),
          rule: v.entry.id,
          at,
          status: promised ? 'planned' : 'done',
        };
      }),
  );
};

/** A stage, the verb that tells it, and where. */
interface Heard {
  readonly stage: ProjectStage;
  readonly rule: string;
  readonly at: number;
}

interface Picked extends Heard {
  readonly status: Status;
}

/** Verbs behind the (list of the) project if they close it, else the nearest one ahead. */
const stagesOf = (scene: Scene, n: Named, verbs: readonly Verb[]): Heard[] => {
  const end = n.mention.span[1];
  const behind = verbs.filter((v) => v.span[0] >= end && standsBehind(v));
  const ahead = verbs.filter((v) => v.span[1] <= n.mention.span[0] && standsAhead(v));
  const strong = behind.filter((v) => !WEAK.includes(v.entry.relation as ProjectStage));
  // 完成甲|前期工作: what is done are the preparations.
  const prepared = behind.filter((v) => v.span[0] === end && v.entry.relation === '规划');
  const chosen =
    strong.length > 0
      ? strong
      : prepared.length > 0
        ? prepared
        : ahead.length > 0
          ? ahead.slice(-1)
          : behind.slice(0, 1);
  const picked = new Map<ProjectStage, Heard>();
  for (const v of chosen) {
    const stage = stageOf(scene, v, n);
    if (!picked.has(stage)) picked.set(stage, { stage, rule: v.entry.id, at: v.span[0] });
  }
  if (picked.size === 0) return [];
  return [...picked.values()];
};

/** The company in the project's name, the village it stands in, who opens the clause, else the reporting unit. */
const owners = (scene: Scene, clause: Clause, n: Named): Entity[] => {
  const within = clause.named.filter((m) => m.nested && m.mention.span[0] === n.mention.span[0]);
  const owner =
    within.find((m) => m.entity.type === 'Company') ??
    within.find((m) => m.entity.type === 'Village') ??
    within.find((m) => m.entity.type === 'Park');
  if (owner) return [owner.entity];
  return actors(scene, clause, n.mention.span[0], ['Company', 'Village', 'Organization', 'Town']);
};
