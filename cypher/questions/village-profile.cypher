// 一个村（社区）与什么有关系？
// en: What is a village related to?
// param village = "": 村或社区的名称；空为所有村
//
// The kind of the other end is read off its id: the engines have no function for it in common.
MATCH (v:Village)-[e]-(x)
WHERE v.name = $village OR $village = ''
WITH v, e, x,
  CASE WHEN e.id STARTS WITH (type(e) + '|' + v.id + '|') THEN '→' ELSE '←' END AS direction,
  CASE
    WHEN x.id STARTS WITH 'Region:' THEN '省市区县'
    WHEN x.id STARTS WITH 'Town:' THEN '乡镇街道'
    WHEN x.id STARTS WITH 'Village:' THEN '村社区'
    WHEN x.id STARTS WITH 'Company:' THEN '企业'
    WHEN x.id STARTS WITH 'Project:' THEN '项目'
    WHEN x.id STARTS WITH 'Park:' THEN '园区'
    WHEN x.id STARTS WITH 'Honour:' THEN '荣誉'
    WHEN x.id STARTS WITH 'Program:' THEN '政策行动'
    WHEN x.id STARTS WITH 'Organization:' THEN '机构'
    WHEN x.id STARTS WITH 'Facility:' THEN '设施'
    WHEN x.id STARTS WITH 'Person:' THEN '人物'
    WHEN x.id STARTS WITH 'Product:' THEN '产品品牌'
    WHEN x.id STARTS WITH 'Event:' THEN '活动'
    WHEN x.id STARTS WITH 'Report:' THEN '报告'
  END AS kind
RETURN v.name AS 村, direction AS 方向, type(e) AS 关系, x.name AS 对方, kind AS 类型, e.status AS 状态, e.year AS 年份
ORDER BY v.name, v.id, type(e), direction, kind, x.name, e.year, e.status, e.id
