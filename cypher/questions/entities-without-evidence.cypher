// 哪些实体没有依据？（应当一个也没有）
// en: Which entities have no evidence? (There must be none.)
// columns: 名称, 类型, 编号
// example: => null
MATCH (n:Region|Town|Village|Company|Project|Park|Honour|Program|Organization|Facility|Person|Product|Event|Indicator)
WHERE NOT EXISTS { MATCH (:Report)-[:提及]->(n) }
OPTIONAL MATCH (n)-[e]-(x)
WHERE size(e.evidence) > 0
WITH n, count(e.id) AS facts
WHERE facts = 0
RETURN n.name AS 名称, head(split(n.id, ':')) AS 类型, n.id AS 编号
ORDER BY n.id
