// 某镇（及镇内的村、企业、机构等）获得了哪些荣誉？
// en: Which honours did a town, and the villages, companies and others in it, receive?
// param town = "": 乡镇或区县的名称，或其开头；空为所有乡镇和所有提交报告的区县 | name of a town or county, or how it begins; empty for all towns and the reporting counties
// columns: 乡镇, 获得者, 荣誉, 级别, 状态, 年份
// en columns: Town, Awarded to, Honour, Level, Standing, Year
// example: town=青禾 => ["青禾镇","上塘村","云川市第二批历史文化村落","县级","done",2022]
//
// Three steps of 位于 reach a company in a park in a village of the town, a fourth those of a county. They are written
// out one by one: from the few that have an honour upwards, where a pattern of variable length starts from every place
// there is.
MATCH (x)-[e:获评]->(h:Honour)
WHERE e.id STARTS WITH (type(e) + '|')
OPTIONAL MATCH (x)-[:位于]->(a)
OPTIONAL MATCH (a)-[:位于]->(b)
OPTIONAL MATCH (b)-[:位于]->(c)
OPTIONAL MATCH (c)-[:位于]->(d)
WITH x, e, h, [x.id, a.id, b.id, c.id, d.id] AS places
UNWIND places AS place
WITH DISTINCT x, e, h, place
MATCH (t:Town|Region)
WHERE t.id = place
OPTIONAL MATCH (r:Report)
WHERE r.town = t.id
WITH t, x, e, h, count(r) AS reports
WHERE t.name STARTS WITH $town AND ($town <> '' OR t.id STARTS WITH 'Town:' OR reports > 0)
RETURN t.name AS 乡镇, x.name AS 获得者, h.name AS 荣誉, h.level AS 级别, e.status AS 状态, e.year AS 年份
ORDER BY t.name, x.name, h.name, e.year, e.status, t.id, e.id
