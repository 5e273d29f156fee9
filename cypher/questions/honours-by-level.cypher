// 各级荣誉分别是谁、在哪一年获得的？
// en: Who received honours of each level, and in which year?
// param level = "": 国家级、省级、市级、县级或其开头；空为所有级别 | 国家级, 省级, 市级, 县级, or how it begins; empty for all
// param year = 0: 年份；0 为所有年份 | the year; 0 for all
// columns: 级别, 年份, 荣誉, 获得者, 类型, 状态
// en columns: Level, Year, Honour, Awarded to, Type, Standing
// example: level=国家 year=2023 => ["国家级",2023,"全国“一村一品”示范村镇","竹源村","Village","done"]
MATCH (x)-[e:获评]->(h:Honour)
WHERE e.id STARTS WITH (type(e) + '|') AND ($level = '' OR h.level STARTS WITH $level) AND ($year = 0 OR e.year = $year)
WITH x, e, h,
  CASE h.level WHEN '国家级' THEN 1 WHEN '省级' THEN 2 WHEN '市级' THEN 3 WHEN '县级' THEN 4 ELSE 5 END AS rank
RETURN h.level AS 级别, e.year AS 年份, h.name AS 荣誉, x.name AS 获得者, head(split(x.id, ':')) AS 类型, e.status AS 状态
ORDER BY rank, h.level, coalesce(e.year, 0) DESC, h.name, x.name, e.status, e.id
