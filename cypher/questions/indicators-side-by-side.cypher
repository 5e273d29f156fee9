// 各乡镇历年的同一项指标各是多少？
// en: What are the towns' values of the same indicator, year by year?
// param indicator = "": 指标名称中的字；空为所有指标 | part of the indicator's name; empty for all
// param minTowns = 2: 至少几个乡镇报告了这一指标 | stated by at least so many towns
// columns: 指标, 年份, 期间, 状态, 乡镇, 数值, 单位, 同比
// en columns: Indicator, Year, Period, Standing, Town, Value, Unit, Change on year
// example: indicator=收入 => ["一般公共预算收入",2022,"全年","done","青禾镇",1.12,"亿元",3.5]
MATCH (t:Town|Region)-[e:指标]->(i:Indicator)
WHERE e.id STARTS WITH (type(e) + '|') AND ($indicator = '' OR i.name CONTAINS $indicator)
WITH i.name AS name, count(DISTINCT t.id) AS towns
WHERE towns >= $minTowns
MATCH (t:Town|Region)-[e:指标]->(i:Indicator)
WHERE e.id STARTS WITH (type(e) + '|') AND i.name = name
RETURN name AS 指标, i.year AS 年份, i.period AS 期间, i.status AS 状态, t.name AS 乡镇, i.value AS 数值, i.unit AS 单位, i.yoy AS 同比
ORDER BY name, i.year, i.period, i.status, t.name, i.id
