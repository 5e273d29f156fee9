// A made graph of any size that is like a real one: towns with villages, companies, projects and honours of their own,
// programmes that many towns share, a few busy things and many that are named once. The same size gives the same graph.
import { createHash } from 'node:crypto';

const FIRST = '青清柳白河兰王和云东西南北金银石松梅竹荷桂杏桃枫杨';
const SECOND = '溪桥塘亭坝湾岭山泉林沙田港浦渡庄坪洲湖川';
const BUSINESS = ['五金', '纺织', '生物', '新能源', '食品', '装备', '物流', '农业', '文旅', '电子'];
const WORKS = [
  '产业园',
  '改造提升工程',
  '冷链物流中心',
  '智能工厂',
  '文化礼堂',
  '污水管网工程',
  '综合服务中心',
];
const TITLES = ['文明村', '未来乡村', '示范企业', '民主法治村', '卫生村', '专精特新企业', '先进集体'];
const CAMPAIGNS = ['行动', '工程', '建设', '三年行动', '攻坚', '计划'];
const THEMES = ['和美乡村', '五水共治', '亩均论英雄', '共同富裕', '平安', '数字乡村', '千村示范', '绿色低碳'];
const LEVELS = ['国家级', '省级', '市级', '县级'];
const STAGES = ['签约', '开工', '在建', '竣工', '投产'];
const STATUSES = ['done', 'ongoing', 'planned', 'candidate'];
const YEARS = [2022, 2023, 2024, 2025];
/** What can act, of the types made here. */
const ACTORS = ['Town', 'Village', 'Company', 'Organization'];
/** Nodes a town has of its own, about. */
const TOWN_SIZE = 330;

/** Numbers between 0 and 1, the same for the same seed (mulberry32). */
export const numbers = (seed) => {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
};

/** `nodeCount` nodes and `edgeCount` edges, as graph.json has them. */
export const madeGraph = (nodeCount, edgeCount) => {
  const next = numbers(nodeCount + edgeCount);
  const pick = (list) => list[Math.floor(next() * list.length)];
  const townCount = Math.max(2, Math.round(nodeCount / TOWN_SIZE));
  const place = (i) => FIRST[i % FIRST.length] + SECOND[Math.floor(i / FIRST.length) % SECOND.length];
  const number = (i) => (i < 400 ? '' : `${Math.floor(i / 400)}号`);
  const nodes = [];
  const byTown = Array.from({ length: townCount }, () => []);
  const of = { Honour: [], Program: [] };
  const reportId = (town) => `Report:${createHash('sha256').update(String(town)).digest('hex').slice(0, 16)}`;
  const add = (label, path, name, town, props = {}) => {
    const node = {
      id: `${label}:${path}${name}`,
      label,
      name,
      aliases: label === 'Town' ? [name.slice(0, -1)] : [],
      props,
      mentions: [{ report: reportId(town), start: 0, end: name.length, rule: 'name.known' }],
    };
    nodes.push(node);
    return node;
  };
  const towns = Array.from({ length: townCount }, (_, i) =>
    add('Town', '云川省/云川市/云川县/', `${place(i * 7)}${number(i)}镇`, i),
  );
  const shared = Math.round(nodeCount * 0.06);
  for (let i = 0; i < shared; i += 1) {
    const honour = i % 3 === 0;
    const serial = Math.floor(i / 3);
    const name = honour
      ? `${pick(LEVELS)}${place(i)}${pick(TITLES)}${number(serial)}`
      : `${place(i)}${THEMES[i % THEMES.length]}${CAMPAIGNS[i % CAMPAIGNS.length]}${number(i)}`;
    const node = add(
      honour ? 'Honour' : 'Program',
      `${i}/`,
      name,
      i % townCount,
      honour ? { level: pick(LEVELS) } : {},
    );
    of[node.label].push(node);
  }
  for (let i = 0; nodes.length < nodeCount; i += 1) {
    const town = Math.floor(next() * townCount);
    const path = `${towns[town].name}/${i}/`;
    const kind = next();
    const node =
      kind < 0.2
        ? add('Village', path, `${place(i)}村`, town)
        : kind < 0.5
          ? add('Company', path, `${place(i)}${pick(BUSINESS)}有限公司`, town)
          : kind < 0.8
            ? add('Project', path, `${place(i)}${pick(WORKS)}`, town)
            : kind < 0.9
              ? add('Organization', path, `${place(i)}服务中心`, town)
              : add('Event', path, `${place(i)}${pick(['荷花节', '丰收节', '龙舟赛'])}`, town);
    byTown[town].push(node);
  }
  const edges = new Map();
  const evidence = (town, text) => {
    const start = Math.floor(next() * 20000);
    return { report: reportId(town), start, end: start + text.length, text, rule: 'made.fact' };
  };
  const join = (type, from, to, town, facts) => {
    const id = [type, from.id, to.id, facts.status ?? '', facts.year ?? ''].join('|');
    const text = `${facts.year ?? ''}年，${from.name}${type}${to.name}，各项工作按计划有序推进，取得阶段性成效。`;
    const known = edges.get(id);
    if (known) known.evidence.push(evidence(town, text));
    else edges.set(id, { id, type, from: from.id, to: to.id, ...facts, evidence: [evidence(town, text)] });
  };
  byTown.forEach((own, town) => {
    for (const node of own) if (edges.size < edgeCount) join('位于', node, towns[town], town, {});
  });
  while (edges.size < edgeCount) {
    const town = Math.floor(next() * townCount);
    const own = byTown[town];
    const chosen = next() < 0.25 ? towns[town] : pick(own);
    const actor = ACTORS.includes(chosen.label) ? chosen : towns[town];
    const facts = { status: pick(STATUSES), year: pick(YEARS) };
    const kind = next();
    // A square: a few programmes and honours are everybody's, most are of one or two.
    const popular = (list) => list[Math.floor(next() ** 2 * list.length)];
    if (kind < 0.35) join('实施', actor, popular(of.Program), town, facts);
    else if (kind < 0.55) join('获评', actor, popular(of.Honour), town, facts);
    else if (kind < 0.8) {
      const project = pick(own);
      if (project.label === 'Project' && project !== actor) join(pick(STAGES), actor, project, town, facts);
    } else {
      const partner = pick(byTown[next() < 0.9 ? town : Math.floor(next() * townCount)]);
      if (partner.label === 'Company' && partner !== actor) join('合作', actor, partner, town, facts);
    }
  }
  const byId = (a, b) => (a.id < b.id ? -1 : 1);
  return {
    format: 'zhentu-graph',
    version: 1,
    reports: towns
      .map(({ id, name }, i) => ({
        id: reportId(i),
        path: `made/${i}.txt`,
        title: `${name}2024年政府工作报告`,
        issuer: `${name}人民政府`,
        published: '2025-01-08',
        year: 2024,
        town: id,
      }))
      .sort(byId),
    nodes: nodes.sort(byId),
    edges: [...edges.values()].sort(byId),
  };
};
