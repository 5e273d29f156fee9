// 各个项目走到了哪一步？
// en: Which stage has each project reached?
// param project = "": 项目名称中的字；空为所有项目 | part of the project's name; empty for all
// columns: 项目, 阶段, 状态, 年份, 金额, 主体
// en columns: Project, Stage, Standing, Year, Amount, Subject
// example: => ["东渡社区老旧小区改造","在建","ongoing",2024,null,"东渡社区"]
MATCH (w)-[e:规划|签约|落户|供地|开工|在建|竣工|投产|验收]->(p:Project)
WHERE e.id STARTS WITH (type(e) + '|') AND ($project = '' OR p.name CONTAINS $project)
WITH w, e, p,
  CASE type(e)
    WHEN '规划' THEN 1 WHEN '签约' THEN 2 WHEN '落户' THEN 3 WHEN '供地' THEN 4 WHEN '开工' THEN 5
    WHEN '在建' THEN 6 WHEN '竣工' THEN 7 WHEN '投产' THEN 8 ELSE 9
  END AS step
RETURN p.name AS 项目, type(e) AS 阶段, e.status AS 状态, e.year AS 年份, e.amount AS 金额, w.name AS 主体
ORDER BY p.name, p.id, e.year, step, e.status, w.name, e.id
