// 一个村（社区）与什么有关系？
// en: What is a village related to?
// param village = "": 村或社区的名称，或其开头；空为所有村 | name of a village or community, or how it begins; empty for all
// columns: 村, 方向, 关系, 对方, 类型, 状态, 年份
// en columns: Village, Direction, Relation, Other end, Type, Standing, Year
// example: village=东坝 => ["东坝村","→","位于","白芦镇","Town","done",null]
MATCH (v:Village)-[e]-(x)
WHERE e.id STARTS WITH (type(e) + '|') AND v.name STARTS WITH $village
WITH v, e, x,
  CASE WHEN e.id STARTS WITH (type(e) + '|' + v.id + '|') THEN '→' ELSE '←' END AS direction,
  head(split(x.id, ':')) AS kind
RETURN v.name AS 村, direction AS 方向, type(e) AS 关系, x.name AS 对方, kind AS 类型, e.status AS 状态, e.year AS 年份
ORDER BY v.name, v.id, type(e), direction, kind, x.name, e.year, e.status, e.id
