/**
 * What a place is called without the word for its kind: 浙江省 → 浙江, 延边朝鲜族自治州 → 延边, 栗溪镇 → 栗溪.
 *
 * A name of one character says nothing (郊区 → 郊), so at least two remain; otherwise the name stays whole.
 */
import type { Place } from '../model.js';

// Autonomous units name their peoples, most with 族, some without: 伊犁哈萨克自治州, 龙胜各族自治县.
const LONG_PEOPLES = '蒙古|哈萨克|柯尔克孜|锡伯|塔吉克|维吾尔|鄂温克|达斡尔';
const PEOPLES_WITH_ZU =
  '仡佬|仫佬|佤|侗|保安|傈僳|傣|各|哈尼|回|土家|土|塔塔尔|壮|布依|布朗|彝|德昂|怒|拉祜|撒拉|普米|景颇|朝鲜|' +
  '毛南|水|满|独龙|瑶|畲|白|纳西|羌|苗|藏|裕固|赫哲|鄂伦春|门巴|阿昌|黎|东乡|京|基诺|珞巴|俄罗斯';
const TRAILING_PEOPLES = new RegExp(
  `^(..+?)(?:(?:${LONG_PEOPLES}|${PEOPLES_WITH_ZU})族|${LONG_PEOPLES})+$`,
  'u',
);

// Looked at first: the expression above is slow on the thousands of names it does not fit.
const ENDS_IN_PEOPLE = new RegExp(`(族|${LONG_PEOPLES})$`);

const KIND: Readonly<Record<Place['level'], RegExp>> = {
  province: /(自治区|省|市)$/,
  city: /(自治州|地区|盟|市)$/,
  // 神农架 and 六枝 are the only ones of their kinds: 万柏林区 is a district.
  county: /(自治县|自治旗|行政委员会|(?<=神农架)林区|(?<=六枝)特区|(?<=浦东|滨海|沈北)新区|县|区|市|旗)$/,
  town: /(街道|苏木|镇|乡)$/,
  village: /(社区|嘎查|村)$/,
};

// Counties whose names need their last word: 经济技术开发区, 镇江新区 (not 镇江), 察哈尔右翼前旗.
const UNSHORTENED =
  /((开发|园|示范|管理|实验|试验|合作|度假|保税)区|(?<!^清|浦东|^滨海|沈北)新区|[左右前后中]旗)$/;
// Districts that only look like zones: 绿园区, 下花园区.
const GARDEN_DISTRICT = /^.{1,2}园区$/;

/** The short form of a full name; the name itself where it has none. */
export const shortName = (name: string, level: Place['level']): string => {
  if (level === 'county' && UNSHORTENED.test(name) && !GARDEN_DISTRICT.test(name)) return name;
  const stem = name.replace(KIND[level], '');
  if ([...stem].length < 2) return name;
  if (level === 'village' || !ENDS_IN_PEOPLE.test(stem)) return stem;
  // 东乡族自治县 is called after its people alone.
  return (TRAILING_PEOPLES.exec(stem)?.[1] ?? stem).replace(/^(东乡|鄂温克)族$/, '$1');
};

const TOWN_OF_PEOPLE = new RegExp(`(?:族|${LONG_PEOPLES})(街道|苏木|镇|乡)$`);

/** What a town named after its peoples is mostly called, 青石彝族乡 → 青石乡; null for other towns. */
export const spokenTownName = (name: string): string | null => {
  const kind = TOWN_OF_PEOPLE.exec(name)?.[1];
  if (kind === undefined) return null;
  const stem = shortName(name, 'town');
  return stem === name || stem + kind === name ? null : stem + kind;
};
