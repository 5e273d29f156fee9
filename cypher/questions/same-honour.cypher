// 哪些乡镇和村（社区）获得了同一项荣誉？
// en: Which towns and villages received the same honour?
// param minHolders = 2: 至少几个乡镇或村 | at least so many towns or villages
// param honour = "": 荣誉名称中的字；空为所有荣誉 | part of the honour's name; empty for all
// columns: 荣誉, 级别, 获得者数, 获得者, 最早年份
// en columns: Honour, Level, How many received it, Who, First year
// example: => ["云川市级未来乡村","县级",3,["东坝村","梧桐村","石埠村"],2023]
//
// What is only planned or applied for is not yet received.
MATCH (x:Town|Village)-[e:获评]->(h:Honour)
WHERE e.id STARTS WITH (type(e) + '|') AND coalesce(e.status, 'done') = 'done' AND ($honour = '' OR h.name CONTAINS $honour)
WITH h, x, min(e.year) AS since
ORDER BY x.name, x.id SKIP 0
WITH h, collect(x.name) AS holders, count(x) AS number, min(since) AS first
WHERE number >= $minHolders
RETURN h.name AS 荣誉, h.level AS 级别, number AS 获得者数, holders AS 获得者, first AS 最早年份
ORDER BY number DESC, h.name, h.id
