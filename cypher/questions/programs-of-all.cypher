// 哪些政策行动是所有提交报告的乡镇都在实施的？
// en: Which programmes do all reporting towns carry out?
// columns: 政策行动, 镇数, 乡镇, 最早年份
// en columns: Programme, Towns, Which towns, First year
// example: => ["全域土地综合整治",5,["岚桥街道","望塘乡","白芦镇","青禾镇","鹤汀镇"],2022]
MATCH (r:Report)
WITH count(DISTINCT r.town) AS units
MATCH (r:Report)
WITH DISTINCT units, r.town AS unit
MATCH (t:Town|Region)-[e:实施]->(p:Program)
WHERE t.id = unit
WITH units, p, t, min(e.year) AS since
ORDER BY t.name, t.id SKIP 0
WITH units, p, collect(t.name) AS towns, count(t) AS number, min(since) AS first
WHERE number = units
RETURN p.name AS 政策行动, number AS 镇数, towns AS 乡镇, first AS 最早年份
ORDER BY p.name, p.id
