// 哪些政策行动只有一个提交报告的乡镇在实施？
// en: Which programmes does one reporting town alone carry out?
// param town = "": 乡镇的名称或其开头；空为所有乡镇 | name of the town, or how it begins; empty for all towns
// columns: 乡镇, 政策行动, 最早年份
// en columns: Town, Programme, First year
// example: town=望塘 => ["望塘乡","农村生活污水治理",2023]
MATCH (r:Report)
WITH DISTINCT r.town AS unit
MATCH (t:Town|Region)-[e:实施]->(p:Program)
WHERE t.id = unit
WITH p, t, min(e.year) AS since
WITH p, count(t) AS number, min(t.id) AS sole, min(since) AS first
WHERE number = 1
MATCH (t:Town|Region)
WHERE t.id = sole AND t.name STARTS WITH $town
RETURN t.name AS 乡镇, p.name AS 政策行动, first AS 最早年份
ORDER BY t.name, p.name, t.id, p.id
