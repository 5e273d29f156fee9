// 几个乡镇有哪些共同点（从每个乡镇出发不超过两步的任何路径）？
// en: What do towns have in common, along any path of at most two steps from each?
// param townA = "": 一个乡镇的名称或其开头；空为任何提交报告的乡镇 | name of one town, or how it begins; empty for any reporting town
// param townB = "": 另一个乡镇的名称或其开头；空为任何提交报告的乡镇 | name of the other town, or how it begins; empty for any reporting town
// columns: 共同点, 类型, 镇数, 乡镇, 步数
// en columns: In common, Type, Towns, Which towns, Steps
// example: townA=青禾 townB=白芦 => ["全域土地综合整治","Program",2,["白芦镇","青禾镇"],[1,1]]
//
// That both lie in one county, or are named in one report, is nothing in common: no path leads through either, nor
// through another town. The steps are written out: what is two steps away is reached from the few that are one away.
MATCH (r:Report)
WITH DISTINCT r.town AS unit
MATCH (a:Town|Region)-[d:位于|获评|规划|签约|落户|供地|开工|在建|竣工|投产|验收|实施|属于|入驻|合作|举办|拥有|任职]-(y)
WHERE a.id = unit AND y.id <> a.id AND NOT y.id STARTS WITH 'Region:' AND NOT y.id STARTS WITH 'Town:'
  AND ($townA = '' OR $townB = '' OR a.name STARTS WITH $townA OR a.name STARTS WITH $townB)
WITH DISTINCT a, y
OPTIONAL MATCH (y)-[e:位于|获评|规划|签约|落户|供地|开工|在建|竣工|投产|验收|实施|属于|入驻|合作|举办|拥有|任职]-(z)
WHERE z.id <> a.id AND NOT z.id STARTS WITH 'Region:' AND NOT z.id STARTS WITH 'Town:'
WITH DISTINCT a, y, z
UNWIND [1, 2] AS steps
WITH a, steps, CASE steps WHEN 1 THEN y.id ELSE z.id END AS id, CASE steps WHEN 1 THEN y.name ELSE z.name END AS name
WHERE id IS NOT NULL
WITH a, id, name, min(steps) AS steps
ORDER BY a.name, a.id SKIP 0
WITH id, name, collect(a.name) AS towns, collect(steps) AS distances, count(*) AS number, sum(steps) AS far,
  sum(CASE WHEN a.name STARTS WITH $townA THEN 1 ELSE 0 END) AS likeA,
  sum(CASE WHEN a.name STARTS WITH $townB THEN 1 ELSE 0 END) AS likeB
WHERE number > 1 AND likeA > 0 AND likeB > 0
WITH id, name, towns, distances, number, far, head(split(id, ':')) AS kind
RETURN name AS 共同点, kind AS 类型, number AS 镇数, towns AS 乡镇, distances AS 步数
ORDER BY number DESC, far, kind, name, id
