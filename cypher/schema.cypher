// Generated from src/store/statements.ts. `zhentu load` runs this by itself; it is kept here to be read.
// Nodes carry one of these labels beside Zhentu: Region, Town, Village, Company, Project, Park, Honour, Program, Organization, Facility, Person, Product, Event, Indicator, Report.
// Relationship types: 位于 获评 规划 签约 落户 供地 开工 在建 竣工 投产 验收 实施 属于 入驻 合作 举办 拥有 任职 指标 提及.
CREATE CONSTRAINT zhentu_id IF NOT EXISTS FOR (n:Zhentu) REQUIRE n.id IS UNIQUE;
CREATE FULLTEXT INDEX zhentu_names IF NOT EXISTS FOR (n:Zhentu) ON EACH [n.name, n.aliases] OPTIONS {indexConfig: {`fulltext.analyzer`: 'cjk'}};
