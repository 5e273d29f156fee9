// 哪些实体可能是同一个？
// en: Which entities may be the same one?
// columns: 类型, 名称, 个数, 编号
// en columns: Type, Name, How many, Id
// example: => ["Company","绿意生物",2,["Company:云川绿意生物科技有限公司","Company:浙江省/云川市/绿意生物"]]
//
// Same type and a name in common, its own or an alias. Villages and indicators of two towns may bear one name. What others
// made beside the graph, in a Neo4j, has other ids.
MATCH (n:Region|Town|Company|Project|Park|Honour|Program|Organization|Facility|Person|Product|Event)
WHERE n.id STARTS WITH 'Region:' OR n.id STARTS WITH 'Town:' OR n.id STARTS WITH 'Company:' OR n.id STARTS WITH 'Project:'
  OR n.id STARTS WITH 'Park:' OR n.id STARTS WITH 'Honour:' OR n.id STARTS WITH 'Program:' OR n.id STARTS WITH 'Organization:'
  OR n.id STARTS WITH 'Facility:' OR n.id STARTS WITH 'Person:' OR n.id STARTS WITH 'Product:' OR n.id STARTS WITH 'Event:'
UNWIND n.aliases + [n.name] AS name
WITH DISTINCT head(split(n.id, ':')) AS kind, name, n.id AS id
ORDER BY id SKIP 0
WITH kind, name, collect(id) AS ids, count(id) AS number
WHERE number > 1
RETURN kind AS 类型, name AS 名称, number AS 个数, ids AS 编号
ORDER BY kind, name
