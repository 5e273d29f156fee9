// 哪些关系没有依据？（应当一条也没有）
// en: Which relationships have no evidence? (There must be none.)
// columns: 主体, 关系, 对象, 编号
// en columns: Subject, Relation, Object, Id
// example: => null
//
// Beside the graph a Neo4j may hold what others made, with ids of any kind: CASE asks for ours first.
MATCH (a)-[e]->(b)
WHERE type(e) <> '提及' AND CASE WHEN e.id STARTS WITH (type(e) + '|') THEN coalesce(size(e.evidence), 0) = 0 ELSE false END
RETURN a.name AS 主体, type(e) AS 关系, b.name AS 对象, e.id AS 编号
ORDER BY e.id
