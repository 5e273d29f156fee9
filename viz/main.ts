/** Reads the data and starts the page. */
import { start } from './app.js';
import { indexData } from './data.js';
import { byId, h } from './dom.js';
import { connect } from './served/server.js';
import { unpack } from './unpack.js';

const pack = byId('zhentu-data').textContent ?? '';
if (pack.trim() === '')
  byId('panel').append(
    h('p', {}, '这是空白模板：请用 zhentu build 生成页面 / an empty template: zhentu build makes the page'),
  );
else start(indexData(unpack(pack)), connect());
