// Generated from src/schema.ts. `zhentu load` runs this by itself; it is kept here to be read.
// Nodes carry one of these labels beside Zhentu: Region, Town, Village, Company, Project, Park, Honour, Program, Organization, Facility, Person, Product, Event, Indicator, Report.
// Relationship types: 位于 获评 规划 签约 落户 供地 开工 在建 竣工 投产 验收 实施 属于 入驻 合作 举办 拥有 任职 指标 提及.
CREATE CONSTRAINT zhentu_id IF NOT EXISTS FOR (n:Zhentu) REQUIRE n.id IS UNIQUE;
CREATE FULLTEXT INDEX zhentu_names IF NOT EXISTS FOR (n:Zhentu) ON EACH [n.name, n.aliases] OPTIONS {indexConfig: {`fulltext.analyzer`: 'cjk'}};
CREATE INDEX zhentu_region_name IF NOT EXISTS FOR (n:`Region`) ON (n.`name`);
CREATE INDEX zhentu_town_name IF NOT EXISTS FOR (n:`Town`) ON (n.`name`);
CREATE INDEX zhentu_village_name IF NOT EXISTS FOR (n:`Village`) ON (n.`name`);
CREATE INDEX zhentu_company_name IF NOT EXISTS FOR (n:`Company`) ON (n.`name`);
CREATE INDEX zhentu_project_name IF NOT EXISTS FOR (n:`Project`) ON (n.`name`);
CREATE INDEX zhentu_park_name IF NOT EXISTS FOR (n:`Park`) ON (n.`name`);
CREATE INDEX zhentu_honour_name IF NOT EXISTS FOR (n:`Honour`) ON (n.`name`);
CREATE INDEX zhentu_program_name IF NOT EXISTS FOR (n:`Program`) ON (n.`name`);
CREATE INDEX zhentu_organization_name IF NOT EXISTS FOR (n:`Organization`) ON (n.`name`);
CREATE INDEX zhentu_facility_name IF NOT EXISTS FOR (n:`Facility`) ON (n.`name`);
CREATE INDEX zhentu_person_name IF NOT EXISTS FOR (n:`Person`) ON (n.`name`);
CREATE INDEX zhentu_product_name IF NOT EXISTS FOR (n:`Product`) ON (n.`name`);
CREATE INDEX zhentu_event_name IF NOT EXISTS FOR (n:`Event`) ON (n.`name`);
CREATE INDEX zhentu_indicator_name IF NOT EXISTS FOR (n:`Indicator`) ON (n.`name`);
CREATE INDEX zhentu_report_name IF NOT EXISTS FOR (n:`Report`) ON (n.`name`);
CREATE INDEX zhentu_indicator_year IF NOT EXISTS FOR (n:`Indicator`) ON (n.`year`);
CREATE INDEX zhentu_report_year IF NOT EXISTS FOR (n:`Report`) ON (n.`year`);
