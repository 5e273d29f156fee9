// 关于某个名称，各份报告说了什么，原句是什么？
// en: What do the reports say of a name, and in which sentences?
// param name = "": 名称；空为所有 | the name; empty for all
// columns: 主体, 关系, 对象, 状态, 年份, 依据
// en columns: Subject, Relation, Object, Standing, Year, Evidence
// example: name=青禾冷链物流中心 => ["青禾冷链物流中心","位于","青禾镇","done",null,["{\"report\":\"Report:ceec3c0f97507342\",\"start\":1344,\"end\":1369,\"text\":\"青禾冷链物流中心确保8月底前竣工，10月投入运营。\",\"rule\":\"model.relation\"}"]]
//
// Beside the graph a Neo4j may hold what others made, with ids of any kind: CASE asks for ours first.
MATCH (x)-[e]->(y)
WHERE CASE WHEN e.id STARTS WITH (type(e) + '|')
  THEN size(e.evidence) > 0 AND ($name = '' OR x.name = $name OR y.name = $name OR $name IN x.aliases OR $name IN y.aliases)
  ELSE false
END
RETURN x.name AS 主体, type(e) AS 关系, y.name AS 对象, e.status AS 状态, e.year AS 年份, e.evidence AS 依据
ORDER BY x.name, e.year, type(e), y.name, e.status, e.id
