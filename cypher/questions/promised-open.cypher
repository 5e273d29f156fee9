// 哪些承诺还没有看到落实？
// en: Which promises have not been seen kept (yet)?
// param name = "": 主体或对象名称中的字；空为所有承诺 | part of the name of who promised or of what; empty for all
// columns: 主体, 承诺, 对象, 类型, 计划年份, 依据
// en columns: Subject, Promised, Object, Type, Planned for, Evidence
// example: name=青禾 => ["青禾镇","在建","青禾大桥拓宽工程","Project",2023,["{\"report\":\"Report:dd3a0d8fdbd91965\",\"start\":1642,\"end\":1673,\"text\":\"实施青禾大桥拓宽工程，概算投资3600万元，着力缓解集镇拥堵。\",\"rule\":\"stage.build\",\"amount\":\"3600万元\"}"]]
//
// A project is one thing, whoever speaks of it: a promised stage is answered by the same or a later stage of the
// project, in that year or later, whoever it is said of. Programmes and titles are shared by many: there the same
// one must have done the same. What is only under way answers the promise of an earlier stage, or of work itself (开工, 在建,
// 实施): a title still sought, or a completion still to come, is none. A promise with a year needs a fact with one.
// `split` gives the place of a stage in the life cycle; other types stand after it.
MATCH (x)-[e:规划|签约|落户|供地|开工|在建|竣工|投产|验收|获评|实施|入驻|举办|合作|拥有]->(y)
WHERE e.id STARTS WITH (type(e) + '|') AND e.status IN ['planned', 'candidate'] AND ($name = '' OR x.name CONTAINS $name OR y.name CONTAINS $name)
WITH x, e, y, size(head(split('|规划|签约|落户|供地|开工|在建|竣工|投产|验收|', type(e)))) AS step
OPTIONAL MATCH (z)-[d:规划|签约|落户|供地|开工|在建|竣工|投产|验收|获评|实施|入驻|举办|合作|拥有]->(y)
WHERE d.id STARTS WITH (type(d) + '|') AND d.status IN ['done', 'ongoing']
WITH x, e, y, step, z, d,
  CASE WHEN d.id IS NULL THEN 0 ELSE size(head(split('|规划|签约|落户|供地|开工|在建|竣工|投产|验收|', type(d)))) END AS reached
WITH x, e, y, step,
  CASE
    WHEN d.id IS NULL OR coalesce(d.year, 0) < coalesce(e.year, 0) THEN 0
    WHEN step < 26 AND reached < 26 AND reached > step THEN 1
    WHEN d.status = 'ongoing' AND NOT type(e) IN ['开工', '在建', '实施'] THEN 0
    WHEN step < 26 AND reached = step THEN 1
    WHEN z.id = x.id AND type(d) = type(e) THEN 1
    ELSE 0
  END AS kept
WITH x, e, y, sum(kept) AS answers
WHERE answers = 0
RETURN x.name AS 主体, type(e) AS 承诺, y.name AS 对象, head(split(y.id, ':')) AS 类型, e.year AS 计划年份, e.evidence AS 依据
ORDER BY x.name, e.year, type(e), y.name, e.id
