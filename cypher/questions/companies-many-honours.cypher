// 哪些企业获得了几项荣誉？
// en: Which companies received several honours?
// param minHonours = 2: 至少几项 | at least so many
// columns: 企业, 荣誉数, 荣誉
// en columns: Company, Honours, Which honours
// example: => ["锐拓精工",2,["国家高新技术企业","省级专精特新中小企业"]]
MATCH (c:Company)-[e:获评]->(h:Honour)
WHERE e.id STARTS WITH (type(e) + '|') AND coalesce(e.status, 'done') = 'done'
WITH DISTINCT c, h
ORDER BY h.name, h.id SKIP 0
WITH c, collect(h.name) AS honours, count(h) AS number
WHERE number >= $minHonours
RETURN c.name AS 企业, number AS 荣誉数, honours AS 荣誉
ORDER BY number DESC, c.name, c.id
