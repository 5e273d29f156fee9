/**
 * Whom a title is for, by its last word: 示范村 is won by villages and 示范乡镇 by towns. Of 1,100 villages and towns that
 * win such a title in the training texts one is of the other kind. A town that reports counts its villages' titles as its
 * own: 新增省级示范村3个.
 */
import type { EntityType } from '../../../schema.js';

/** 示范村名单, 示范村创建单位, 示范乡(镇) */
const AFTER = '(?:[(（][^()（）]{1,12}[)）])?(?:创建|培育|试点)?(?:单位|对象)?(?:名单|称号|荣誉)?”?$';
/** 文明村镇 is for both. */
const FOR_VILLAGES = new RegExp(`(?:村|社区)${AFTER}`);
/** 茶乡 and 之乡 are no towns. */
const FOR_TOWNS = new RegExp(`(?:(?<!村)镇|(?:示范|文明|卫生|生态|强|名)乡(?:[(（]镇[)）])?|街道)${AFTER}`);

/** Whether a title is for others than a place of this type that does not itself report. */
export const isForOthers = (title: string, type: EntityType): boolean =>
  type === 'Town' ? FOR_VILLAGES.test(title) : type === 'Village' ? FOR_TOWNS.test(title) : false;
