/**
 * 甲、乙|等新兴产业项目, 甲|3个文旅项目, 甲产业园|5大园区: what a list is counted as, or told to be, is no part of its last
 * name. Of 121,000 annotated names and their forms none of a project, company or park ends so.
 */
import type { EntityType } from '../../schema.js';

const COUNT = '(?:\\d+|[两二三四五六七八九十]+)(?:个|大|家)';
const LISTED = new RegExp(
  `(?:(?<![一二三四特优中初高同])等(?!静压|离子|级)|${COUNT})[^、,“”]{0,8}(?:项目|企业|园区|产业)$`,
);
const COUNTED: Partial<Record<EntityType, RegExp>> = {
  Project: LISTED,
  Company: LISTED,
  Park: new RegExp(`(?<=园|基地)${COUNT}[^、,“”]{0,4}园区$`),
};

/** Where a name ends that tells what its list is counted as: offset in the name; -1 where it does not. */
export const countedFrom = (name: string, type: EntityType): number => {
  const counted = COUNTED[type];
  return counted === undefined ? -1 : name.search(counted);
};
