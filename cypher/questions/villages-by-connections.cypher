// 哪些村（社区）的联系最多？
// en: Which villages have the most connections?
// columns: 村, 乡镇, 联系数, 关系数, 荣誉数
// en columns: Village, Town, Neighbours, Relations, Honours
// example: => ["东坝村","青禾镇",4,6,2]
//
// A connection is another thing it is related to; being named in a report is none. An honour only applied for, or
// planned, is a connection, but not yet one of its honours.
MATCH (v:Village)-[e]-(x)
WHERE e.id STARTS WITH (type(e) + '|') AND type(e) <> '提及'
WITH v, count(DISTINCT x.id) AS others, count(DISTINCT e.id) AS facts
OPTIONAL MATCH (v)-[:位于]->(t:Town)
OPTIONAL MATCH (v)-[w:获评]->(h:Honour)
WHERE coalesce(w.status, 'done') = 'done'
WITH v, others, facts, min(t.name) AS town, count(DISTINCT h.id) AS honours
RETURN v.name AS 村, town AS 乡镇, others AS 联系数, facts AS 关系数, honours AS 荣誉数
ORDER BY others DESC, facts DESC, v.name, v.id
