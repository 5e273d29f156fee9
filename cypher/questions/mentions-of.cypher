// 哪些报告提到某个名称，各几次？
// en: Which reports name something, and how often?
// param name = "": 名称；空为所有 | the name; empty for all
// columns: 名称, 类型, 报告, 年份, 次数
// en columns: Name, Type, Report, Year, Mentions
// example: name=垃圾分类 => ["生活垃圾分类","Program","浙江省云川市岚桥街道2024年上半年工作总结和下半年工作思路",2024,1]
//
// Beside the graph a Neo4j may hold what others made, with ids of any kind: CASE asks for ours first.
MATCH (r:Report)-[e:提及]->(n)
WHERE CASE WHEN e.id STARTS WITH (type(e) + '|') THEN $name = '' OR n.name = $name OR $name IN n.aliases ELSE false END
RETURN n.name AS 名称, head(split(n.id, ':')) AS 类型, r.title AS 报告, r.year AS 年份, e.count AS 次数
ORDER BY n.name, n.id, e.count DESC, r.year, r.title, r.id
