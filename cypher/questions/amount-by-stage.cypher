// 各阶段的项目有多少，金额合计多少？
// en: How many projects are in each stage, and what do their amounts add up to?
// param town = "": 主体的名称或其开头，如一个镇；空为所有 | name of who carries the projects, e.g. a town, or how it begins; empty for all
// columns: 阶段, 状态, 项目数, 有金额的项目, 金额合计万元
// en columns: Stage, Standing, Projects, Projects with an amount, Amount (10000 yuan)
// example: => ["规划","done",1,0,null]
//
// A project counts once in a stage, with its largest amount; yuan is the amount as a number, where it is in yuan.
MATCH (w)-[e:规划|签约|落户|供地|开工|在建|竣工|投产|验收]->(p:Project)
WHERE e.id STARTS WITH (type(e) + '|') AND w.name STARTS WITH $town
WITH type(e) AS stage, e.status AS status, p, max(e.yuan) AS yuan
WITH stage, status, count(p) AS projects, count(yuan) AS stated, sum(yuan) AS total
WITH stage, status, projects, stated, CASE WHEN stated > 0 THEN toFloat(total) / 10000 END AS amount
RETURN stage AS 阶段, status AS 状态, projects AS 项目数, stated AS 有金额的项目, amount AS 金额合计万元
ORDER BY size(head(split('|规划|签约|落户|供地|开工|在建|竣工|投产|验收|', stage))), stage, status
