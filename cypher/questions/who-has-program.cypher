// 谁在实施某项政策行动，或获得了属于它的荣誉？
// en: Who carries out a programme, or received an honour that belongs to it?
// param program = "未来乡村": 政策行动名称中的字；空为所有 | part of the programme's name; empty for all
// columns: 主体, 类型, 关系, 对象, 状态, 年份
// en columns: Subject, Type, Relation, Object, Standing, Year
// example: => ["三河村","Village","获评","省级未来乡村","done",2023]
MATCH (x)-[e:实施|获评]->(g:Program|Honour)
WHERE e.id STARTS WITH (type(e) + '|')
OPTIONAL MATCH (g)-[:属于]->(p:Program)
WITH x, e, g, p
WHERE g.name CONTAINS $program OR p.name CONTAINS $program
WITH DISTINCT x, e, g
RETURN x.name AS 主体, head(split(x.id, ':')) AS 类型, type(e) AS 关系, g.name AS 对象, e.status AS 状态, e.year AS 年份
ORDER BY x.name, x.id, type(e), g.name, e.year, e.status, e.id
