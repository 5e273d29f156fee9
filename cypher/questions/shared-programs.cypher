// 哪些政策行动是几个乡镇共同实施的？
// en: Which programmes do several reporting towns carry out?
// param minTowns = 2: 至少几个乡镇 | at least so many towns
// columns: 政策行动, 镇数, 乡镇, 最早年份
// en columns: Programme, Towns, Which towns, First year
// example: minTowns=3 => ["全域土地综合整治",5,["岚桥街道","望塘乡","白芦镇","青禾镇","鹤汀镇"],2022]
//
// A reporting unit is one that a report in the graph is the report of: towns only named in passing do not count,
// and a county's own report counts as the county's.
MATCH (r:Report)
WITH DISTINCT r.town AS unit
MATCH (t:Town|Region)-[e:实施]->(p:Program)
WHERE t.id = unit
WITH p, t, min(e.year) AS since
WITH p, t, since
ORDER BY t.name, t.id SKIP 0
WITH p, collect(t.name) AS towns, count(t) AS number, min(since) AS first
WHERE number >= $minTowns
RETURN p.name AS 政策行动, number AS 镇数, towns AS 乡镇, first AS 最早年份
ORDER BY number DESC, p.name, p.id
