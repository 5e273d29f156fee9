// 哪些关系没有依据？（应当一条也没有）
// en: Which relationships have no evidence? (There must be none.)
// columns: 主体, 关系, 对象, 编号
// example: => null
MATCH (a)-[e]->(b)
WHERE type(e) <> '提及' AND e.id STARTS WITH (type(e) + '|') AND coalesce(size(e.evidence), 0) = 0
RETURN a.name AS 主体, type(e) AS 关系, b.name AS 对象, e.id AS 编号
ORDER BY e.id
