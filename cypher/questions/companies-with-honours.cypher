// 哪些企业获得了荣誉？
// en: Which companies received honours?
// param company = "": 企业名称中的字；空为所有企业 | part of the company's name; empty for all
// columns: 企业, 荣誉, 级别, 状态, 年份
// en columns: Company, Honour, Level, Standing, Year
// example: => ["云川绿意生物科技有限公司","云川市十佳科技企业","县级","done",2023]
MATCH (c:Company)-[e:获评]->(h:Honour)
WHERE e.id STARTS WITH (type(e) + '|') AND ($company = '' OR c.name CONTAINS $company)
RETURN c.name AS 企业, h.name AS 荣誉, h.level AS 级别, e.status AS 状态, e.year AS 年份
ORDER BY c.name, c.id, h.name, e.year, e.status, e.id
