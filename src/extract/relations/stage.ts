/** Stages of projects: each project gets the verbs that speak of it, nearest first, behind it before those ahead. */
import type { Entity, RelationClaim } from '../../model.js';
import { type EntityType, PROJECT_STAGES, type ProjectStage } from '../../schema.js';
import { claim } from './claim.js';
import { actors, type Clause, type Named, type Scene, type Verb } from './scene.js';
import { statusAt } from './status.js';

const isStage = (r: string): r is ProjectStage => (PROJECT_STAGES as readonly string[]).includes(r);
const STAGED: readonly EntityType[] = ['Project'];
// These say more than that work goes on; 推进…建设并投入使用 is both.
const WEAK: readonly ProjectStage[] = ['在建', '规划'];
// Behind its object: 甲竣工投产, 甲开工建设. Ahead of it: 推进甲, 完成甲, 谋划甲.
const BEHIND =
  /^(?:成功|已|顺利|正式|全面|基本|如期|提前|即将|主体|完成)?(?:竣工|完工|结顶|封顶|落成|贯通|交付|投产|投用|投入|运营|通车|启用|开业|开园|对外开放|投运|达产|开放|开工|动工|施工|落户|落地|供地|拿地|验收|通过|完成|稳步|有序|顺利|持续|加快|加速|推进|签约|建成|合龙|方案|规划|前期|选址|立项|可研|奠基|破土|改造|建设|主体|正式|工程|实施)/;

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
  return projects.flatMap((n) => {
    const picked = stagesOf(scene, n, verbs);
    return picked.flatMap(({ stage, rule, at }) =>
      owners(scene, clause, n).flatMap((owner) =>
        claim(clause, owner, stage, n.entity, rule, { status: statusAt(clause, at) }),
      ),
    );
  });
};

interface Picked {
  readonly stage: ProjectStage;
  readonly rule: string;
  readonly at: number;
}

/** Verbs behind the (list of the) project if they close it, else the nearest one ahead. */
const stagesOf = (scene: Scene, n: Named, verbs: readonly Verb[]): Picked[] => {
  const end = n.mention.span[1];
  const behind = verbs.filter(
    (v) => v.span[0] >= end && BEHIND.test(scene.doc.norm.slice(v.span[0], v.span[1])),
  );
  const ahead = verbs.filter((v) => v.span[1] <= n.mention.span[0]);
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
  const picked = new Map<ProjectStage, Picked>();
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
