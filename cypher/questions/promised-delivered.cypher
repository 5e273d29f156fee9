// 哪些承诺后来落实了？
// en: Which promises were kept later on?
// param name = "": 主体或对象名称中的字；空为所有承诺 | part of the name of who promised or of what; empty for all
// columns: 主体, 承诺, 对象, 计划年份, 落实, 落实状态, 落实年份, 落实主体
// en columns: Subject, Promised, Object, Planned for, Delivered as, Standing of delivery, Year of delivery, Delivered by
// example: => ["东坝村","获评","云川市级共同富裕示范村",2023,"获评","done",2023,"东坝村"]
//
// The same rule as in promised-open, read the other way round.
MATCH (x)-[e:规划|签约|落户|供地|开工|在建|竣工|投产|验收|获评|实施|入驻|举办|合作|拥有]->(y)
WHERE e.id STARTS WITH (type(e) + '|') AND e.status IN ['planned', 'candidate'] AND ($name = '' OR x.name CONTAINS $name OR y.name CONTAINS $name)
WITH x, e, y, size(head(split('|规划|签约|落户|供地|开工|在建|竣工|投产|验收|', type(e)))) AS step
MATCH (z)-[d:规划|签约|落户|供地|开工|在建|竣工|投产|验收|获评|实施|入驻|举办|合作|拥有]->(y)
WHERE d.id STARTS WITH (type(d) + '|') AND d.status IN ['done', 'ongoing'] AND coalesce(d.year, 0) >= coalesce(e.year, 0)
WITH x, e, y, step, z, d, size(head(split('|规划|签约|落户|供地|开工|在建|竣工|投产|验收|', type(d)))) AS reached
WHERE (step < 26 AND reached < 26 AND reached > step)
  OR ((d.status = 'done' OR type(e) IN ['开工', '在建', '实施'])
    AND ((step < 26 AND reached = step) OR (z.id = x.id AND type(d) = type(e))))
RETURN x.name AS 主体, type(e) AS 承诺, y.name AS 对象, e.year AS 计划年份, type(d) AS 落实, d.status AS 落实状态, d.year AS 落实年份, z.name AS 落实主体
ORDER BY x.name, e.year, type(e), y.name, d.year, reached, d.status, z.name, e.id, d.id
