// Time per character of texts that grow: a list of names, and a sentence of many clauses. Flat where reading is linear.
const HEAD = '浙江省云川市青禾镇政府工作报告\n一、2024年工作回顾\n';
const SYLLABLES = ['恒远', '朗越', '柏瑞', '晨曜', '禾丰', '金穗', '海川', '云帆'];
const TRADES = ['精工', '传感', '密封', '光学', '食品', '包装', '新材料'];

const company = (i) =>
  `${SYLLABLES[i % 8]}${SYLLABLES[(i >> 3) % 8]}${TRADES[i % TRADES.length]}${i % 3 === 0 ? '' : '二期'}`;
const list = (items) =>
  `推进${Array.from({ length: items }, (_, i) => company(i * 7)).join('、')}等项目建设。`;
const repeated = (clause) => (length) => `${clause.repeat(Math.ceil(length / clause.length))}。`;

const SHAPES = [
  ['list of names', [1000, 3000, 10_000], list],
  ['sentence of names', [10_000, 30_000, 100_000], repeated('推进恒远精工二期建设，东坝村获评省级文明村，')],
  ['sentence of figures', [10_000, 30_000, 100_000], repeated('新增规上企业3家，完成投资2.1亿元，增长5%，')],
  ['list of quantities', [10_000, 30_000, 100_000], repeated('由1亿元')],
];

/** Rows of [what, characters, time, time per character]; every text is read three times, the best counts. */
export const lengths = ({ extract, openKnowledge, read }) => {
  const knowledge = openKnowledge();
  const timed = (text) => {
    const report = read({ path: 'long.txt', bytes: Buffer.from(HEAD + text) }, knowledge);
    return Math.min(
      ...Array.from({ length: 3 }, () => {
        const start = performance.now();
        extract(report, knowledge);
        return performance.now() - start;
      }),
    );
  };
  timed(list(500));
  return SHAPES.flatMap(([what, sizes, shape]) =>
    sizes.map((size) => {
      const text = shape(size);
      const took = timed(text);
      return [
        what,
        text.length.toLocaleString('en-US'),
        `${took.toFixed(0)} ms`,
        `${((took * 1000) / text.length).toFixed(2)} µs`,
      ];
    }),
  );
};
