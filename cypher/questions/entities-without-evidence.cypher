// 哪些实体没有依据？（应当一个也没有）
// en: Which entities have no evidence? (There must be none.)
// columns: 名称, 类型, 编号
// en columns: Name, Type, Id
// example: => null
//
// Beside the graph a Neo4j may hold what others made under the same labels: ours is told by its id.
MATCH (n:Region|Town|Village|Company|Project|Park|Honour|Program|Organization|Facility|Person|Product|Event|Indicator)
WHERE (n.id STARTS WITH 'Region:' OR n.id STARTS WITH 'Town:' OR n.id STARTS WITH 'Village:' OR n.id STARTS WITH 'Company:'
  OR n.id STARTS WITH 'Project:' OR n.id STARTS WITH 'Park:' OR n.id STARTS WITH 'Honour:' OR n.id STARTS WITH 'Program:'
  OR n.id STARTS WITH 'Organization:' OR n.id STARTS WITH 'Facility:' OR n.id STARTS WITH 'Person:' OR n.id STARTS WITH 'Product:'
  OR n.id STARTS WITH 'Event:' OR n.id STARTS WITH 'Indicator:')
  AND NOT EXISTS { MATCH (:Report)-[:提及]->(n) }
OPTIONAL MATCH (n)-[e]-(x)
WHERE CASE WHEN e.id STARTS WITH (type(e) + '|') THEN size(e.evidence) > 0 ELSE false END
WITH n, count(e.id) AS facts
WHERE facts = 0
RETURN n.name AS 名称, head(split(n.id, ':')) AS 类型, n.id AS 编号
ORDER BY n.id
