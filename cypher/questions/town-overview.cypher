// 各个提交报告的乡镇有多少村、企业、项目、荣誉和政策行动？
// en: How many villages, companies, projects, honours and programmes does each reporting town have?
// param town = "": 乡镇的名称或其开头；空为所有 | name of the town, or how it begins; empty for all
// columns: 乡镇, 报告数, 村社区, 企业, 项目, 荣誉, 政策行动
// en columns: Town, Reports, Villages, Companies, Projects, Honours, Programmes
// example: => ["岚桥街道",1,3,1,10,0,12]
//
// Projects and honours are its own, honours as far as received; honours-of-town has those of its villages and companies
// as well. A company may lie in a village of the town, or in a park of a village. As in honours-of-town, the steps are
// written out; here they lead down from the few towns that report.
MATCH (r:Report)
WITH r.town AS unit, count(*) AS reports
MATCH (t:Town|Region)
WHERE t.id = unit AND t.name STARTS WITH $town
OPTIONAL MATCH (v:Village)-[:位于]->(t)
WITH t, reports, count(DISTINCT v.id) AS villages
OPTIONAL MATCH (a)-[:位于]->(t)
OPTIONAL MATCH (b)-[:位于]->(a)
OPTIONAL MATCH (c)-[:位于]->(b)
OPTIONAL MATCH (d)-[:位于]->(c)
WITH t, reports, villages, [a.id, b.id, c.id, d.id] AS places
UNWIND places AS place
WITH t, reports, villages, count(DISTINCT CASE WHEN place STARTS WITH 'Company:' THEN place END) AS companies
OPTIONAL MATCH (t)-[:规划|签约|落户|供地|开工|在建|竣工|投产|验收]->(p:Project)
WITH t, reports, villages, companies, count(DISTINCT p.id) AS projects
OPTIONAL MATCH (t)-[w:获评]->(h:Honour)
WHERE coalesce(w.status, 'done') = 'done'
WITH t, reports, villages, companies, projects, count(DISTINCT h.id) AS honours
OPTIONAL MATCH (t)-[:实施]->(g:Program)
WITH t, reports, villages, companies, projects, honours, count(DISTINCT g.id) AS programs
RETURN t.name AS 乡镇, reports AS 报告数, villages AS 村社区, companies AS 企业, projects AS 项目, honours AS 荣誉, programs AS 政策行动
ORDER BY t.name, t.id
