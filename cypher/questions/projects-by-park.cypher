// 各个园区有哪些项目，走到了哪一步？
// en: Which projects does each park hold, and which stage have they reached?
// param park = "": 园区名称中的字；空为所有园区 | part of the park's name; empty for all
// columns: 园区, 项目, 阶段, 状态, 年份, 金额
// en columns: Park, Project, Stage, Standing, Year, Amount
// example: => ["岚桥数字经济产业园","岚桥数字经济产业园二期","供地","done",2024,null]
MATCH (k:Park)-[w:位于|入驻|规划|签约|落户|供地|开工|在建|竣工|投产|验收]-(p:Project)
WHERE w.id STARTS WITH (type(w) + '|') AND ($park = '' OR k.name CONTAINS $park)
WITH DISTINCT k, p
OPTIONAL MATCH (x)-[e:规划|签约|落户|供地|开工|在建|竣工|投产|验收]->(p)
WHERE e.id STARTS WITH (type(e) + '|')
RETURN k.name AS 园区, p.name AS 项目, type(e) AS 阶段, e.status AS 状态, e.year AS 年份, e.amount AS 金额
ORDER BY k.name, p.name, e.year, type(e), e.status, k.id, p.id, e.id
