// 两个实体之间最短的路径是什么，依据哪些句子？
// en: What are the shortest paths between two entities, and which sentences say so?
// param from = "": 一个实体的名称；空为提交报告的乡镇 | name of one entity; empty for the reporting towns
// param to = "": 另一个实体的名称；空为提交报告的乡镇 | name of the other entity; empty for the reporting towns
// columns: 起点, 终点, 步数, 路径, 依据
// en columns: From, To, Steps, Path, Evidence
// example: from=东坝村 to=三河村 => ["东坝村","三河村",3,["东坝村","未来乡村","省级未来乡村","三河村"],["{\"report\":\"Report:afaa09d7412b7281\",\"start\":687,\"end\":718,\"text\":\"大力推进未来乡村建设，石埠村、东坝村通过云川市级未来乡村验收。\",\"rule\":\"model.relation\"}","{\"report\":\"Report:6f3b84ed1a26f852\",\"start\":1379,\"end\":1462,\"text\":\"三河村、沙浦村获评省级未来乡村,南汀社区入选第五批省级未来社区创建名单。\",\"rule\":\"nesting.program\"}","{\"report\":\"Report:6f3b84ed1a26f852\",\"start\":1379,\"end\":1462,\"text\":\"三河村、沙浦村获评省级未来乡村,南汀社区入选第五批省级未来社区创建名单。\",\"rule\":\"award.receive\",\"level\":\"省级\"}"]]
//
// At most four steps. Counties and reports join everything to everything: no path leads through them. Where the same
// things are joined by several facts, the first by id stands for them. The embedded engine must know the ends before
// it walks, hence reporting towns are told from the others afterwards. Beside the graph a Neo4j may hold what others made,
// with aliases that are no list: those are not looked into, and no path leads over relationships of theirs.
MATCH (a), (b)
WHERE a.id <> b.id AND NOT a.id STARTS WITH 'Report:' AND NOT b.id STARTS WITH 'Report:'
  AND (($from = '' AND a.id STARTS WITH 'Town:') OR ($from <> '' AND (a.name = $from OR CASE WHEN valueType(a.aliases) STARTS WITH 'LIST' THEN $from IN a.aliases ELSE false END)))
  AND (($to = '' AND b.id STARTS WITH 'Town:') OR ($to <> '' AND (b.name = $to OR CASE WHEN valueType(b.aliases) STARTS WITH 'LIST' THEN $to IN b.aliases ELSE false END)))
  AND ($from <> '' OR $to <> '' OR a.id < b.id)
MATCH (r:Report)
WHERE $from <> '' OR r.town = a.id
WITH DISTINCT a, b
MATCH (r:Report)
WHERE $to <> '' OR r.town = b.id
WITH DISTINCT a, b
MATCH p = allShortestPaths((a)-[:位于|获评|规划|签约|落户|供地|开工|在建|竣工|投产|验收|实施|属于|入驻|合作|举办|拥有|任职*..4]-(b))
WHERE none(n IN nodes(p) WHERE n.id STARTS WITH 'Region:' AND n.id <> a.id AND n.id <> b.id)
  AND all(e IN relationships(p) WHERE e.id STARTS WITH (type(e) + '|'))
WITH a, b, length(p) AS steps, [n IN nodes(p) | n.name] AS names, [e IN relationships(p) | head(e.evidence)] AS sentences,
  reduce(text = '', n IN nodes(p) | text + n.name + ' ') AS spoken, reduce(text = '', n IN nodes(p) | text + n.id + ' ') AS ids,
  reduce(text = '', e IN relationships(p) | text + e.id + ' ') AS facts
ORDER BY facts SKIP 0
WITH a, b, steps, ids, spoken, names, head(collect(sentences)) AS sentences
RETURN a.name AS 起点, b.name AS 终点, steps AS 步数, names AS 路径, sentences AS 依据
ORDER BY a.name, b.name, steps, spoken, ids, a.id, b.id
// @embedded
MATCH p = (a)-[:位于|获评|规划|签约|落户|供地|开工|在建|竣工|投产|验收|实施|属于|入驻|合作|举办|拥有|任职* ALL SHORTEST 1..4 (r, n | WHERE NOT n.id STARTS WITH 'Region:')]-(b)
WHERE a.id <> b.id AND NOT a.id STARTS WITH 'Report:' AND NOT b.id STARTS WITH 'Report:'
  AND (($from = '' AND a.id STARTS WITH 'Town:') OR ($from <> '' AND (a.name = $from OR $from IN a.aliases)))
  AND (($to = '' AND b.id STARTS WITH 'Town:') OR ($to <> '' AND (b.name = $to OR $to IN b.aliases)))
  AND ($from <> '' OR $to <> '' OR a.id < b.id)
WITH a, b, length(p) AS steps, properties(nodes(p), 'name') AS names, properties(rels(p), 'evidence') AS sentences,
  list_to_string(' ', properties(nodes(p), 'name')) AS spoken, list_to_string(' ', properties(nodes(p), 'id')) AS ids,
  list_to_string(' ', properties(rels(p), 'id')) AS facts
MATCH (r:Report)
WHERE $from <> '' OR r.town = a.id
WITH DISTINCT a, b, steps, names, sentences, spoken, ids, facts
MATCH (r:Report)
WHERE $to <> '' OR r.town = b.id
WITH DISTINCT a, b, steps, names, sentences, spoken, ids, facts
ORDER BY facts SKIP 0
WITH a, b, steps, ids, spoken, names, head(collect(sentences)) AS sentences
RETURN a.name AS 起点, b.name AS 终点, steps AS 步数, names AS 路径, list_transform(sentences, s -> s[1]) AS 依据
ORDER BY a.name, b.name, steps, spoken, ids, a.id, b.id
