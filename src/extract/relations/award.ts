/** 获评: who holds, gets or strives for a title. */
import type { RelationClaim } from '../../model.js';
import type { EntityType, Status } from '../../schema.js';
import { COUNT, numeralValue } from '../../text/numerals.js';
import { claim } from './claim.js';
import { actors, type Clause, type Named, type Scene } from './scene.js';
import { isCandidate, statusAt } from './status.js';

const HOLDERS: readonly EntityType[] = [
  'Company',
  'Village',
  'Organization',
  'Park',
  'Person',
  'Town',
  'Facility',
  'Product',
  'Project',
  'Event',
];
const COUNTED = new RegExp(`^[”)]?(?:称号|荣誉)?(${COUNT})(?:家|个|项|名|人|件|所|条|处)`);
const STRIVE = /创建|争创|力争|争取|申报|培育|打造|推进|推动|加快|启动/;
const HELD = /成功|获|入选|被|创成|新增|新认定|通过|认定|命名|评为|巩固|保持|完成/;

export const awardClaims = (scene: Scene, clause: Clause): RelationClaim[] =>
  clause.named
    .filter((n) => n.entity.type === 'Honour' && !n.nested)
    .flatMap((n) => {
      const at = n.mention.span[0];
      const counted = scene.doc.norm.slice(n.mention.span[1], n.mention.span[1] + 8).match(COUNTED);
      const status = awardStatus(scene, clause, at);
      const rule = n.mention.rule.startsWith('honour.award-object') ? 'award.object' : 'award.receive';
      return winners(scene, clause, n).flatMap((winner) =>
        claim(clause, winner, '获评', n.entity, rule, {
          status,
          count: counted?.[1] ? numeralValue(counted[1]) : null,
        }),
      );
    });

const awardStatus = (scene: Scene, clause: Clause, at: number): Status => {
  const before = clause.text.slice(0, at - clause.span[0]);
  const after = clause.text.slice(at - clause.span[0]);
  const status = statusAt(clause, at);
  if (isCandidate(scene.engine, clause.text)) return status === 'planned' ? 'planned' : 'candidate';
  // 「推进甲村省级未来乡村创建」 in a review is still a plan; 「成功创建」 is not.
  if (status === 'done' && STRIVE.test(before) && !HELD.test(before) && !/验收|完成/.test(after))
    return 'planned';
  return status;
};

const WON =
  /^([^,。]{2,24}?)(?:荣获|获评|获得|喜获|入选|入围|被评为|被命名为|被认定为|被授予|被表彰为|当选|跻身|上榜)/;
// What may stand before the verb of a town's own honour: 今年先后, 全镇成功, 半年度和三季度.
const NO_SUBJECT =
  /^(?:成功|顺利|先后|相继|再次|再度|连续|首次|我|本|全|镇|乡|街道|市|县|区|党委|政府|共|又|并|还|均|双双|分别|已|也|一举|年度|全年|今年|去年|年来|以来|半|季度|[\d一二三四五六七八九十]|年|月|度|次|和|、|累计|同时|更|新|正式|如期|圆满|上|下|期间|其中|力争|争取|确保|计划|因此|由此|最终|蝉联|“|”)*$/;

const namesStranger = (scene: Scene, clause: Clause, at: number): boolean => {
  const subject = scene.doc.norm.slice(clause.span[0], at).match(WON)?.[1];
  return (
    subject !== undefined &&
    !NO_SUBJECT.test(subject) &&
    !(scene.unit && subject.includes(scene.unit.name.slice(0, 2)))
  );
};

/** 「甲、乙等国家高新技术企业3家」: the items before 等; otherwise who opens the clause. */
const winners = (scene: Scene, clause: Clause, honour: Named) => {
  const at = honour.mention.span[0];
  const before = clause.named.filter(
    (n) => n.mention.span[1] <= at && !n.nested && HOLDERS.includes(n.entity.type),
  );
  const last = before.at(-1);
  const between = last ? scene.doc.norm.slice(last.mention.span[1], at) : '';
  if (last && /^等(?:\d+家?|企业)?$/.test(between)) {
    return before.filter((n) => n.entity.type === last.entity.type).map((n) => n.entity);
  }
  // 「甲村省级未来乡村」: the holder stands right before its title.
  if (last && between === '') {
    const list = [last.entity];
    for (let i = before.length - 2; i >= 0; i--) {
      const n = before[i];
      const next = before[i + 1];
      if (!n || !next || !/^[、和与及]$/.test(scene.doc.norm.slice(n.mention.span[1], next.mention.span[0])))
        break;
      list.unshift(n.entity);
    }
    return list;
  }
  const winners = actors(scene, clause, at, HOLDERS);
  // 「三河大队荣获…」: somebody won it whom we do not know; that is not the town.
  const stranger = winners.length === 1 && winners[0] === scene.unit && namesStranger(scene, clause, at);
  return stranger ? [] : winners;
};
