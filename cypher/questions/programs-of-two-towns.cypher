// 两个乡镇共同实施哪些政策行动？
// en: Which programmes do two towns both carry out?
// param townA = "": 一个乡镇的名称或其开头；空为任何提交报告的乡镇 | name of one town, or how it begins; empty for any reporting town
// param townB = "": 另一个乡镇的名称或其开头；空为任何提交报告的乡镇 | name of the other town, or how it begins; empty for any reporting town
// columns: 乡镇甲, 乡镇乙, 政策行动, 甲最早年份, 乙最早年份
// en columns: Town A, Town B, Programme, First year in A, First year in B
// example: townA=青禾 townB=白芦 => ["青禾镇","白芦镇","全域土地综合整治",2022,2023]
//
// Where neither is given, a pair stands once: a.id < b.id.
MATCH (r:Report)
WITH DISTINCT r.town AS unitA
MATCH (s:Report)
WITH DISTINCT unitA, s.town AS unitB
WHERE unitA <> unitB AND ($townA <> '' OR $townB <> '' OR unitA < unitB)
MATCH (a:Town|Region)-[e:实施]->(p:Program)
WHERE a.id = unitA AND a.name STARTS WITH $townA
WITH unitB, a, p, min(e.year) AS sinceA
MATCH (b:Town|Region)-[f:实施]->(p)
WHERE b.id = unitB AND b.name STARTS WITH $townB
WITH a, b, p, sinceA, min(f.year) AS sinceB
RETURN a.name AS 乡镇甲, b.name AS 乡镇乙, p.name AS 政策行动, sinceA AS 甲最早年份, sinceB AS 乙最早年份
ORDER BY a.name, b.name, p.name, a.id, b.id, p.id
