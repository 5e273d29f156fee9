/**
 * What a web page puts around a report (索引号 tables, breadcrumbs, buttons, licence lines) is no part of it.
 * Its lines are taken off, and what they say of issuer and date is kept.
 */
import type { MappedText } from '../model.js';
import { type Edit, edit } from '../text/mapped.js';
import { foldWidth } from '../text/width.js';

export interface Metadata {
  readonly issuer: string | null;
  readonly published: string | null;
}

export interface Unfurnished extends Metadata {
  readonly body: MappedText;
}

const ISSUER = /(?:发布|发文|公开|制发|制作|信息)?(?:机构|机关|来源|单位|主体)|来源|作者/;
const DATE = /(?:发布|发文|成文|生成|公开|公布|制发|更新|印发)(?:日期|时间)|日期|时间/;
const FIELD =
  /索引号?|索引|文号|文件编号|信息分类|组配分类|主题分类|主题词|体裁分类|公开(?:方式|形式|范围|程序|时限|类别|主体)|责任(?:部门|科室|编辑)|所属栏目|访问量|浏览(?:次数|量)|点击(?:次数|量|数|率)|阅读(?:次数|量)?|有效性|效力状态|信息名称|名称|标题|字号|字体|分享到?|打印|来稿|编辑|审核|生效日期|废止日期|主办(?:单位)?|承办(?:单位)?|网站标识码|关键词|语种|载体类型|服务对象/;
const KEY = new RegExp(`^(?:${ISSUER.source}|${DATE.source}|${FIELD.source})$`);

/** Lines that are buttons and navigation as a whole. */
const BUTTON =
  /^(?:首页|阅读辅助|(?:进入|退出)?(?:老年模式|无障碍|关怀版|长者模式)|无障碍(?:阅读|浏览)|智能问答|打印(?:本页)?|关闭(?:窗口|本页)?|返回(?:顶部|首页)?|收藏|分享|扫一扫.*|上一篇.*|下一篇.*|相关(?:链接|阅读|附件).*|附件下载.*|下载.*文档.*|版权所有.*|.*ICP备.*|.*公网安备.*|.*网站标识码.*|建议.*(?:分辨率|浏览器).*|主办单位.*|承办单位.*|技术支持.*|联系我们.*|站点地图.*|【?(?:大|中|小)】?(?:[\s|]*【?(?:大|中|小)】?)*|【?字(?:体|号).*|放大|缩小|语音播报|政府信息公开|政务公开)$/;

/** 「首页 > 政务公开 > …」, also broken over two lines. */
const isBreadcrumb = (line: string): boolean =>
  /^[^。]{0,80}$/.test(line) && (/^>|>$/.test(line) || (line.match(/[>›»]/g)?.length ?? 0) >= 2);

/** `key: value key: value` pairs of a line, or null where the line is more than that. */
const fieldsOf = (line: string): [string, string][] | null => {
  if (line.length > 160 || !line.includes(':')) return null;
  const parts = line.split(/([^\s:]+(?:\s+[^\s:]{1,2})*?)\s*:/).map((p) => p.trim());
  if (parts[0] !== '') return null;
  const pairs: [string, string][] = [];
  for (let i = 1; i < parts.length; i += 2) {
    const key = (parts[i] ?? '').replace(/\s+/g, '');
    const value = parts[i + 1] ?? '';
    // A clock time is cut at its own colon: 2025-01-27 12:31
    if (/^\d{1,2}$/.test(key) || /\d{1,2}$/.test(key) === true) {
      const last = pairs.at(-1);
      if (!last) return null;
      last[1] = `${last[1]} ${key}:${value}`.trim();
    } else pairs.push([key, value]);
  }
  return pairs.length > 0 && pairs.every(([key]) => KEY.test(key)) ? pairs : null;
};

const dateOf = (value: string): string | null => {
  const m = value.match(/((?:19|20)\d\d)[-/.年](\d{1,2})[-/.月](\d{1,2})/);
  return m ? `${m[1]}-${m[2]?.padStart(2, '0')}-${m[3]?.padStart(2, '0')}` : null;
};

/** Takes page furniture off the top (before the first long paragraph) and the bottom of a text. */
export const unfurnish = (input: MappedText): Unfurnished => {
  let issuer: string | null = null;
  let published: string | null = null;
  const edits: Edit[] = [];
  for (const m of input.text.matchAll(/[^\n]*\n?/g)) {
    const line = foldWidth(m[0]).trim();
    if (line === '') continue;
    const fields = fieldsOf(line);
    for (const [key, value] of fields ?? []) {
      if (ISSUER.test(key) && !/主办|承办/.test(key)) issuer ??= value.split(/\s+/)[0] || null;
      if (DATE.test(key)) published ??= dateOf(value);
    }
    if (fields || BUTTON.test(line) || isBreadcrumb(line)) {
      edits.push({ start: m.index, end: m.index + m[0].length, text: m[0].endsWith('\n') ? '\n' : '' });
    }
  }
  return { body: edit(input, edits), issuer, published };
};
