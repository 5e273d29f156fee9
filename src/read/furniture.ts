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
  /** As the table of the page states it; pages that do often leave it out above the text. */
  readonly statedTitle: string | null;
}

export interface Unfurnished extends Metadata {
  readonly body: MappedText;
}

const ISSUERS =
  '发布机构 发文机关 公开机构 制发机关 发布单位 信息来源 文章来源 来源 发布机关 公开主体 制作机构 作者 发布者 信息发布机构 发文单位 稿源'.split(
    ' ',
  );
const DATES =
  '发布日期 发文日期 成文日期 生成日期 公开日期 公布日期 制发日期 更新日期 发布时间 发文时间 成文时间 公开时间 更新时间 发稿时间 印发日期 日期 时间'.split(
    ' ',
  );
const TITLES = ['标题', '信息名称', '名称'];
const OTHERS =
  '索引号 索引 文号 文件编号 发文字号 信息分类 组配分类 主题分类 主题词 体裁分类 公开方式 公开形式 公开范围 公开程序 公开时限 公开类别 责任部门 责任科室 责任编辑 所属栏目 访问量 浏览次数 浏览量 点击次数 点击量 点击数 点击率 阅读次数 阅读量 阅读 有效性 效力状态 字号 字体 分享到 分享 打印 编辑 审核 生效日期 废止日期 主办单位 承办单位 网站标识码 关键词 语种 载体类型 服务对象 信息索引号 统一编号'.split(
    ' ',
  );

// 「访 问 量 :」 is spaced out to fill a column.
const spaced = (word: string): string => [...word].join('\\s*');
const KEYS = new RegExp(
  `(?<![\\p{Script=Han}])(${[...ISSUERS, ...DATES, ...TITLES, ...OTHERS]
    .sort((a, b) => b.length - a.length)
    .map(spaced)
    .join('|')})\\s*:`,
  'gu',
);

/** Lines that are buttons and navigation as a whole; a line with a full stop is text, whatever it begins with. */
const BUTTON =
  /^(?:首页|阅读辅助|(?:进入|退出)?(?:老年模式|无障碍|关怀版|长者模式)|无障碍(?:阅读|浏览)|智能问答|打印(?:本页)?|关闭(?:窗口|本页)?|返回(?:顶部|首页)?|收藏|分享|扫一扫.*|(?:上|下)一篇(?!章).*|相关(?:链接|阅读|附件).*|附件下载.*|下载.*文档.*|版权所有.*|.*ICP备.*|.*公网安备.*|.*网站标识码.*|建议.*(?:分辨率|浏览器).*|(?:主办|承办)单位[:\s].*|技术支持.*|联系我们.*|站点地图.*|【?(?:大|中|小)】?(?:[\s|]*【?(?:大|中|小)】?)*|【?字(?:体|号).*|放大|缩小|语音播报|政府信息公开|政务公开)$/;

/** 「首页 > 政务公开 > …」, also broken over two lines. */
const isBreadcrumb = (line: string): boolean =>
  /^[^。]{0,80}$/.test(line) && (/^>|>$/.test(line) || (line.match(/[>›»]/g)?.length ?? 0) >= 2);

/** 「阅读辅助  进入老年模式」 and 「【打印】【关闭】」 are rows of buttons. */
const isButton = (line: string): boolean => {
  if (line.length > 200 || (line.includes('。') && !/(?:分辨率|浏览器).{0,20}。$/.test(line))) return false;
  const parts = line.split(/[\s|【】[\]]+/).filter((part) => part !== '');
  return BUTTON.test(line) || (parts.length > 0 && parts.every((part) => BUTTON.test(part)));
};

/**
 * `key: value key: value` pairs of a line, or null where the line is more than that: 「时间:1月24日。」 and
 * 「来源:…,…,…」 are sentences of the body.
 */
const fieldsOf = (line: string): [string, string][] | null => {
  if (line.length > 200 || !line.includes(':') || /[。!?]/.test(line)) return null;
  const keys = [...line.matchAll(KEYS)];
  if (keys[0]?.index !== 0) return null;
  if (keys.length === 1 && line.length > 30 && (line.match(/[,;]/g)?.length ?? 0) >= 2) return null;
  return keys.map((m, i): [string, string] => [
    (m[1] ?? '').replace(/\s+/g, ''),
    line.slice(m.index + m[0].length, keys[i + 1]?.index ?? line.length).trim(),
  ]);
};

const dateOf = (value: string): string | null => {
  const m = value.match(/((?:19|20)\d\d)[-/.年](\d{1,2})[-/.月](\d{1,2})/);
  return m ? `${m[1]}-${m[2]?.padStart(2, '0')}-${m[3]?.padStart(2, '0')}` : null;
};

/** Takes the lines of page furniture off a text, wherever they stand. */
export const unfurnish = (input: MappedText): Unfurnished => {
  let issuer: string | null = null;
  let published: string | null = null;
  let statedTitle: string | null = null;
  const edits: Edit[] = [];
  for (const m of input.text.matchAll(/[^\n]*\n?/g)) {
    const line = foldWidth(m[0]).trim();
    if (line === '') continue;
    const fields = fieldsOf(line);
    for (const [key, value] of fields ?? []) {
      if (ISSUERS.includes(key)) issuer ??= value.split(/\s+/)[0] || null;
      if (DATES.includes(key)) published ??= dateOf(value);
      if (TITLES.includes(key)) statedTitle ??= value || null;
    }
    if (fields || isButton(line) || isBreadcrumb(line)) {
      edits.push({ start: m.index, end: m.index + m[0].length, text: m[0].endsWith('\n') ? '\n' : '' });
    }
  }
  return { body: edit(input, edits), issuer, published, statedTitle };
};
