// 关于某个名称，各份报告说了什么，原句是什么？
// en: What do the reports say of a name, and in which sentences?
// param name = "": 名称；空为所有 | the name; empty for all
// columns: 主体, 关系, 对象, 状态, 年份, 依据
// en columns: Subject, Relation, Object, Standing, Year, Evidence
// example: name=青禾冷链物流中心 => ["青禾镇","开工","青禾冷链物流中心","done",2023,["{\"report\":\"Report:ceec3c0f97507342\",\"start\":505,\"end\":538,\"text\":\"总投资2.3亿元的青禾冷链物流中心如期开工，目前主体结构已经结顶。\",\"rule\":\"stage.start\",\"amount\":\"2.3亿元\"}"]]
//
// Beside the graph a Neo4j may hold what others made, with ids of any kind: CASE asks for ours first.
MATCH (x)-[e]->(y)
WHERE CASE WHEN e.id STARTS WITH (type(e) + '|')
  THEN size(e.evidence) > 0 AND ($name = '' OR x.name = $name OR y.name = $name OR $name IN x.aliases OR $name IN y.aliases)
  ELSE false
END
RETURN x.name AS 主体, type(e) AS 关系, y.name AS 对象, e.status AS 状态, e.year AS 年份, e.evidence AS 依据
ORDER BY x.name, e.year, type(e), y.name, e.status, e.id
