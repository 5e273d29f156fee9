// 谁与谁合作？
// en: Who works together with whom?
// param name = "": 任何一方名称中的字；空为所有 | part of the name of either; empty for all
// columns: 甲方, 乙方, 类型, 状态, 年份, 依据
// en columns: One side, Other side, Type, Standing, Year, Evidence
// example: => ["岚桥街道","云川职业技术学院","Organization","done",2024,["{\"report\":\"Report:797b1e18d4a86396\",\"start\":440,\"end\":471,\"text\":\"街道与云川职业技术学院签署战略合作协议，共建岚桥产教融合中心。\",\"rule\":\"cooperate.with\"}"]]
MATCH (a)-[e:合作]->(b)
WHERE e.id STARTS WITH (type(e) + '|') AND ($name = '' OR a.name CONTAINS $name OR b.name CONTAINS $name)
RETURN a.name AS 甲方, b.name AS 乙方, head(split(b.id, ':')) AS 类型, e.status AS 状态, e.year AS 年份, e.evidence AS 依据
ORDER BY a.name, b.name, e.year, e.status, e.id
