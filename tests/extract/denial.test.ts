/** What did not happen is no fact, a step is not the end, and a stranger's title is not the town's. */
import { expect, test } from 'vitest';
import { facts, type Setting } from './reading.js';

const PROBLEMS: Setting = { heading: '三、存在的问题和不足' };

test.each<[string, string[], Setting?]>([
  // Denied, put off, lacking.
  ['东坝村未能获评省级卫生村。', []],
  ['柳河大桥新建工程未能如期竣工。', []],
  ['国家卫生镇创建工作未能如期完成。', []],
  ['推进柳河大桥新建工程，因故暂缓。', []],
  ['污水零直排区建设亟待加强。', []],
  ['污水零直排区建设成效不稳。', [], PROBLEMS],
  // 未来 is no denial.
  ['东坝村获评省级未来乡村。', ['省级未来乡村 属于 未来乡村', '东坝村 获评 省级未来乡村 done']],
  // A step on the way.
  ['柳河大桥新建工程完成选址论证。', ['青禾镇 规划 柳河大桥新建工程 done']],
  ['柳河大桥新建工程完成主体结构。', ['青禾镇 在建 柳河大桥新建工程 ongoing']],
  ['柳河大桥新建工程完成建设。', ['青禾镇 竣工 柳河大桥新建工程 done']],
  // Named, and nothing said of it.
  ['柳河大桥新建工程令人期待。', []],
  // Somebody won it, but not the town.
  ['叶师傅荣获浙江省劳动模范。', []],
  ['全镇先后荣获省级卫生镇。', ['青禾镇 获评 省级卫生镇 done']],
  ['成功入选省级卫生镇。', ['青禾镇 获评 省级卫生镇 done']],
])('%s', (sentence, expected, setting) => {
  expect(facts(sentence, setting), sentence).toEqual(expected);
});
