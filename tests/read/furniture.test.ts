/** Page furniture: lines that go, what they say of issuer and date, and lines of the body that only look like it. */
import { describe, expect, test } from 'vitest';
import { unfurnish } from '../../src/read/furniture.js';
import { mapped } from '../../src/text/mapped.js';

const BODY = '各位代表：我代表青禾镇人民政府作工作报告，请审议。';

describe('goes', () => {
  test.each([
    '索引号：YC0210-04-2023-0007',
    '索 引 号 ：YC0219-01-2024-0021        组配分类：工作报告',
    '索  引：YC0201-03/2024-30417   发文机关：云川市岚桥街道办事处',
    '公开方式：主动公开   发布时间：2023-02-20 09:16   浏览次数：',
    '文号：无  有效性：有效',
    '访 问 量：128',
    '时间：2024-02-02',
    '来源：云川市青禾镇人民政府',
    '关键词：农业，工业，旅游',
    '首页 > 政务公开 > 乡镇（街道）信息公开目录 > 青禾镇',
    '首页 >',
    '> 工作报告',
    '打印本页',
    '【大 中 小】',
    '大 | 中 | 小',
    '字体：[大 中 小]',
    '【字体：大 中 小】',
    '扫一扫在手机打开当前页',
    '上一篇：青禾镇2022年工作报告',
    '下一篇: 没有了',
    '附件下载：无',
    '版权所有：云川市人民政府  浙ICP备12345678号',
    '浙公网安备 33000000000000号',
    '主办单位：云川市人民政府办公室',
    '建议使用1024*768以上分辨率浏览。',
    '退出长者模式',
    '阅读辅助   进入老年模式',
    '扫一扫在手机打开当前页   打印   关闭',
    '【打印】【关闭】',
    '[打印本页] | [关闭窗口]',
  ])('%s', (line) => {
    const { body } = unfurnish(mapped(`${line}\n${BODY}\n${line}`));
    expect(body.text.trim()).toBe(BODY);
  });
});

describe('stays', () => {
  test.each([
    '主要目标是：地区生产总值增长6%，一般公共预算收入增长5%。',
    '时间：1月起全面启动，年底前完成验收。',
    '时间：全镇上下与时间赛跑，项目一个接着一个干，园区一片接着一片建，村庄一天一个样',
    '来源：村级集体经济来源更广，东坝村经营性收入超过80万元。',
    '阅读：新建农家书屋3家，办好全民阅读活动。',
    '审核：严把项目关。',
    '名称统一为“青禾香”的大米入选省级名录。',
    '时间过半、任务过半。',
    '分享改革红利，惠及村民426户。',
    '打印青禾名片，擦亮“青禾香”品牌。',
    '下一篇章，青禾将更加美好！',
    '上一篇章写满奋斗',
    '相关链接产业不断壮大，新增规上企业3家。',
    '扫一扫即可办理的事项达到120项。',
    '技术支持更加有力，新增国家高新技术企业4家。',
    '联系我们的群众越来越多，化解纠纷318件。',
    '承办单位由镇文化站担任，全年举办活动20场。',
    '主办单位更加多元',
    '版权所有人意识增强。',
    '政务公开扎实推进，全年公开信息300条。',
    '大中小企业融通发展',
    '打印 装订 邮寄',
    '【打印】政务公开目录',
    '完成ICP备案的企业有3家。',
    '收入>支出的村达到9个，占比超过80%。',
    '一、2023年工作回顾',
    '（一）经济运行：稳中有进',
    '',
  ])('%s', (line) => {
    const text = `${BODY}\n${line}\n${BODY}`;
    expect(unfurnish(mapped(text)).body.text).toBe(text);
  });

  test('a report that is one long line, with the licence line at its end', () => {
    const text = `${BODY.repeat(50)}版权所有 浙ICP备12345678号`;
    expect(unfurnish(mapped(text)).body.text).toBe(text);
  });
});

describe('issuer and date', () => {
  test.each<[lines: string, issuer: string | null, published: string | null]>([
    ['发布机构：云川市青禾镇人民政府\n发布日期：2023-02-20 09:16', '云川市青禾镇人民政府', '2023-02-20'],
    ['信 息 来 源：青禾镇  发 布 日 期：2024年2月2日', '青禾镇', '2024-02-02'],
    ['发文机关：云川市岚桥街道办事处  成文日期：2024/7/6', '云川市岚桥街道办事处', '2024-07-06'],
    ['公开日期：2024.11.30', null, '2024-11-30'],
    // The first one counts; what is not filled in says nothing.
    ['发布机构：甲镇人民政府\n来源：乙网', '甲镇人民政府', null],
    ['来源：  发布时间：', null, null],
    ['时间：近日', null, null],
    ['各位代表：发布机构：甲镇人民政府', null, null],
    ['时间：2024年1月24日起，全镇动员。', null, null],
  ])('%s', (lines, issuer, published) => {
    expect(unfurnish(mapped(`${lines}\n${BODY}`))).toMatchObject({ issuer, published });
  });
});
