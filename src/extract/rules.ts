/**
 * Rules that stand in code and not in the lexicon, with what each says. Whatever is found names its rule: the id of a
 * lexicon entry, or one of these.
 */
import { ENTITY_TYPES, LABEL_STYLE } from '../schema.js';

const byModel = Object.fromEntries(
  ENTITY_TYPES.map((type) => [`model.${type.toLowerCase()}`, `由模型认出的${LABEL_STYLE[type].zh}`]),
);

export const RULES: Readonly<Record<string, string>> = {
  ...byModel,
  'model.relation': '由模型读出的关系',
  'model.indicator': '由模型取名的指标',
  'place.region': '地名表里的省市区县，用全称',
  'place.region-short': '地名表里的省市区县，用简称，前后有依据',
  'place.region-stated': '报告标题或落款写明、地名表里没有的上级地名',
  'place.town': '报告所属的乡镇，或同县乡镇的全称，或区县名后面的乡镇',
  'place.town-short': '报告所属乡镇的简称',
  'place.town-suffix': '区县名后面、以镇乡街道结尾的名称',
  'place.village': '地名表里的村和社区，用全称',
  'place.village-short': '本镇村和社区的简称，后面有村、社区或片区',
  'place.village-list': '一串村名只在最后说一次村或社区：东坝、柳河、石桥三村',
  'place.village-suffix': '以村或社区结尾，左边有标点、动词或上级地名',
  'place.of-reporting-town': '报告里的村、企业、园区、设施和机构在报告所属乡镇',
  'place.list': '地名表里的上下级',
  'short.place': '报告里有全称的地名简称',
  'short.company': '报告里有全称的企业简称',
  'person.post': '职务后面的人名',
  'person.takes-office': '担任、当选等动词前面的人名',
  'person.speaker-line': '称呼之前单独一行的人名',
  'program.quoted-after-verb': '动词后面、加引号的提法',
  'project.staged-list': '后面一串的阶段动词：甲、乙相继竣工投产',
  'honour.award-object': '获评、入选等动词的宾语',
  'award.object': '由获评、入选等动词的宾语读出',
  'nesting.program': '名称里含有政策行动的名称',
  'nesting.village': '名称以村名开头',
  'own.named': '提到自有的产品品牌',
  'office.post': '人名前面的职务',
  'indicator.level': '数值前面的名称',
  'indicator.growth': '增幅前面的名称',
  'indicator.noun': '动词、数值和它后面的名词',
  'indicator.ahead': '数值后面的名词',
  'indicator.start': '数值开头，后面的名词',
  'indicator.same': '同一指标的另一个数值',
  'indicator.again': '下一分句里同一指标的实际数值',
  'indicator.shared': '与前一指标共用末尾的词',
  'indicator.part': '前一指标的一部分',
  'indicator.share': '占某项的比重',
  'indicator.dealt': '“分别”之后依次对应的数值',
  'indicator.both': '“均”“都”之后共同的数值',
};
