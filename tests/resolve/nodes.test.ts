/** Names, aliases, properties and mentions of one thing that several reports name; reports of a graph. */
import { describe, expect, test } from 'vitest';
import type { Mention } from '../../src/model.js';
import { resolve } from '../../src/resolve/index.js';
import { edit, mapped } from '../../src/text/mapped.js';
import { entity, extraction, PROJECT, report, TOWN } from './fixture.js';

const OLD = report('旧报告：青禾镇。', 2022);
const NEW = report('新报告：青禾镇。', 2023);

const mention = (span: Mention['span'], rule = 'place.town'): Mention => ({
  type: 'Town',
  name: '青禾镇',
  span,
  sentence: 0,
  rule,
  score: 90,
});

describe('one thing', () => {
  test('is called by its most frequent name, then the longer; the others are aliases', () => {
    const called = (...names: string[]) =>
      names.map((name, i) =>
        extraction(report(`第${i}份。`, 2020 + i), [], [], [entity(PROJECT, { name, aliases: ['冷链'] })]),
      );
    const [often] = resolve(called('物流中心', '物流中心', '青禾冷链物流中心')).nodes;
    expect([often?.name, often?.aliases]).toEqual(['物流中心', ['冷链', '青禾冷链物流中心']]);
    const [longer] = resolve(called('物流中心', '青禾冷链物流中心')).nodes;
    expect([longer?.name, longer?.aliases]).toEqual(['青禾冷链物流中心', ['冷链', '物流中心']]);
  });

  test('has the properties of all reports, the newest counts, keys in order', () => {
    const { nodes } = resolve([
      extraction(NEW, [], [], [entity(PROJECT, { props: { kind: '二期', amount: '3亿元' } })]),
      extraction(OLD, [], [], [entity(PROJECT, { props: { unit: '个', amount: '2亿元' } })]),
    ]);
    expect(JSON.stringify(nodes[0]?.props)).toBe('{"amount":"3亿元","kind":"二期","unit":"个"}');
  });

  test('keeps every mention, by report and place', () => {
    const { nodes } = resolve([
      extraction(OLD, [], [], [entity(TOWN, { mentions: [mention([4, 7]), mention([0, 2])] })]),
      extraction(NEW, [], [], [entity(TOWN, { mentions: [mention([4, 7])] })]),
    ]);
    const expected = [
      { report: OLD.id, start: 0, end: 2, rule: 'place.town' },
      { report: OLD.id, start: 4, end: 7, rule: 'place.town' },
      { report: NEW.id, start: 4, end: 7, rule: 'place.town' },
    ];
    expect(nodes[0]?.mentions).toEqual(
      expected.sort((a, b) => (a.report < b.report ? -1 : a.report > b.report ? 1 : a.start - b.start)),
    );
  });

  test('is shown where the source has it', () => {
    const source = '青(qīng)禾鎮。';
    const map = edit(mapped(source), [{ start: 1, end: 7, text: '' }]);
    const damaged = report(source, 2023, { text: map.text, map });
    const { nodes } = resolve([extraction(damaged, [], [], [entity(TOWN, { mentions: [mention([0, 3])] })])]);
    const [found] = nodes[0]?.mentions ?? [];
    expect(source.slice(found?.start, found?.end)).toBe('青(qīng)禾鎮');
  });
});

describe('reports', () => {
  test('one report under two paths is one, by the first path, in whatever order they come', () => {
    const twice = [
      extraction({ ...NEW, path: 'b/报告.txt' }, []),
      extraction({ ...NEW, path: 'a/报告.txt' }, []),
    ];
    for (const input of [twice, [...twice].reverse()]) {
      const graph = resolve(input);
      expect(graph.reports.map((r) => r.path)).toEqual(['a/报告.txt']);
      expect(graph).toEqual(resolve([twice[1] as (typeof twice)[0]]));
    }
  });

  test('name the unit they speak for, where it is a node', () => {
    expect(resolve([extraction(NEW, [])]).reports).toEqual([
      {
        id: NEW.id,
        path: '2023.txt',
        title: NEW.title,
        issuer: null,
        published: null,
        year: 2023,
        town: TOWN,
      },
    ]);
    expect(resolve([extraction(NEW, [], [], [])]).reports[0]?.town).toBeNull();
    expect(resolve([extraction({ ...NEW, town: null }, [])]).reports[0]?.town).toBeNull();
  });

  test('none at all make an empty graph', () => {
    expect(resolve([])).toEqual({ format: 'zhentu-graph', version: 1, reports: [], nodes: [], edges: [] });
  });
});
