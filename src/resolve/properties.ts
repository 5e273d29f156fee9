/** What a node's name and path tell of it beyond the text: the level of a region or title, the kind of a village or park. */
import { honourLevel } from '../identity.js';
import type { Entity, ReportingUnit } from '../model.js';
import type { EntityType } from '../schema.js';

type Properties = Readonly<Record<string, string | number>>;

const REGION_LEVELS = ['省级', '市级', '县级'] as const;

/** Depth of the path tells the level, but for counties directly under a province: 湖北省/仙桃市, 重庆市/城口县. */
const regionLevel = ({ id, name }: Entity): string | undefined =>
  /[县区旗]$/.test(name) ? '县级' : REGION_LEVELS[id.split('/').length - 1];

const PARK_KINDS: readonly (readonly [RegExp, string])[] = [
  [/公园|游园|绿道|植物园/, 'green'],
  [/农|果|茶|稻|菜|花卉|种植|养殖|牧|渔|水产|田园|粮/, 'agricultural'],
  [/文创|文化|文旅|创意|艺术|影视|旅游/, 'cultural'],
];

const levelled = (level: string | undefined): Properties => (level === undefined ? {} : { level });

/** One entry for every type that has such properties. */
const DERIVED: Partial<
  Readonly<Record<EntityType, (entity: Entity, unit: ReportingUnit | null) => Properties>>
> = {
  Region: (entity) => levelled(regionLevel(entity)),
  Village: ({ name }) => ({ kind: /社区$|居民?委?会?$/.test(name) ? '社区' : '村' }),
  Park: ({ name }) => ({ kind: PARK_KINDS.find(([pattern]) => pattern.test(name))?.[1] ?? 'industrial' }),
  Honour: ({ name }, unit) => levelled(honourLevel(name, unit)),
};

/** Properties stated in the report win over those its name tells. */
export const propertiesOf = (entity: Entity, unit: ReportingUnit | null): Properties => ({
  ...DERIVED[entity.type]?.(entity, unit),
  ...entity.props,
});
