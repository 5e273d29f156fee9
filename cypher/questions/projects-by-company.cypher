// 各家企业有哪些项目，走到了哪一步？
// en: Which projects does each company have, and which stage have they reached?
// param company = "": 企业名称中的字；空为所有企业 | part of the company's name; empty for all
// columns: 企业, 项目, 阶段, 状态, 年份, 金额
// en columns: Company, Project, Stage, Standing, Year, Amount
// example: => ["云川市竹语工艺品有限公司","云川市竹语工艺品有限公司新厂房项目","开工","planned",2024,null]
MATCH (c:Company)-[e:规划|签约|落户|供地|开工|在建|竣工|投产|验收]->(p:Project)
WHERE e.id STARTS WITH (type(e) + '|') AND ($company = '' OR c.name CONTAINS $company)
RETURN c.name AS 企业, p.name AS 项目, type(e) AS 阶段, e.status AS 状态, e.year AS 年份, e.amount AS 金额
ORDER BY c.name, p.name, e.year, type(e), e.status, e.id
