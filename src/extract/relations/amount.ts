/**
 * The amount of a project, as written: 总投资5亿元的甲, 甲投资5亿元, 甲460亩, and 甲开工,总投资5亿元. What stands beside
 * another name is that one's.
 */
import type { Entity } from '../../model.js';
import type { Clause } from './scene.js';

const MONEY =
  '(?:总?投资|投入|资金|总?金额)额?(?:约|超|近|达|为)*((?:近|超|约)?\\d+(?:\\.\\d+)?(?:万亿|亿|万)?(?:元|美元|欧元))';
const STATED = new RegExp(MONEY);
const SIZED = /^”?((?:近|超|约)?\d+(?:\.\d+)?[余多]?万?(?:亩|公里|千米|平方米|平方公里))/;
/** The clause behind speaks of the last thing named: 甲开工,计划总投资5亿元. */
const GOES_ON = new RegExp(`^(?:项目|计划|预计|概算|估算|协议)*${MONEY}`);

export const amountOf = (clause: Clause, { id }: Entity): string | undefined => {
  const outer = clause.named.filter((n) => !n.nested);
  const at = outer.findIndex((n) => n.entity.id === id);
  const named = outer[at];
  if (!named) return undefined;
  const offset = clause.span[0];
  const [start, end] = named.mention.span;
  const tail = clause.text.slice(end - offset, (outer[at + 1]?.mention.span[0] ?? clause.span[1]) - offset);
  const size = SIZED.exec(tail)?.[1];
  // 甲、总投资5亿元的乙: behind a comma the next one begins.
  const money = STATED.exec(tail.split('、')[0] ?? '')?.[1];
  if (size !== undefined || money !== undefined) return money ?? size;
  const head = clause.text.slice((outer[at - 1]?.mention.span[1] ?? offset) - offset, start - offset);
  return STATED.exec(head)?.[1] ?? (outer[at + 1] ? undefined : GOES_ON.exec(clause.next)?.[1]);
};
