/** 位于: villages, parks, companies, facilities of the reporting town; the town in its county, city and province. */
import type { Entity, RelationClaim } from '../../model.js';
import { claim } from './claim.js';
import type { Clause, Scene } from './scene.js';

/** Rule of what the place list says of places: the town in its county, the county in its province. */
export const FROM_PLACE_LIST = 'place.list';

/** 省教育厅, 中国农业银行: not the reporting unit’s own. */
const ABOVE = /^(?:省|市|州|国家|中国|中央|全国)/;
const OWN: ReadonlySet<string> = new Set(['Village', 'Company', 'Park', 'Facility', 'Organization']);

/** One claim for each thing, from the clause that names it first. */
export const locationClaims = (scene: Scene, entities: readonly Entity[]): RelationClaim[] => {
  const { unit } = scene;
  const first = new Map<string, Clause>();
  for (const clause of scene.clauses)
    for (const n of clause.named) if (!first.has(n.entity.id)) first.set(n.entity.id, clause);
  const at = (e: Entity): Clause[] => {
    const clause = first.get(e.id);
    return clause ? [clause] : [];
  };
  const villageOf = (e: Entity): Entity | undefined => {
    const clause = first.get(e.id);
    const own = clause?.named.find((n) => n.entity === e);
    return clause?.named.find(
      (n) => n.entity.type === 'Village' && n.nested && own && n.mention.span[0] === own.mention.span[0],
    )?.entity;
  };
  const things = entities.flatMap((e): RelationClaim[] => {
    const village = villageOf(e);
    if (village && ['Project', 'Facility', 'Park', 'Organization'].includes(e.type)) {
      return at(e).flatMap((c) =>
        claim(c, e, '位于', village, 'nesting.village', { dated: false, status: 'done' }),
      );
    }
    if (!unit || e === unit || !OWN.has(e.type) || ABOVE.test(e.name)) return [];
    if (e.type === 'Village' && !e.id.startsWith(`Village:${unit.id.slice('Town:'.length)}/`)) return [];
    return at(e).flatMap((c) =>
      claim(c, e, '位于', unit, `place.of-reporting-town`, { dated: false, status: 'done' }),
    );
  });
  return [...things, ...above(scene, entities, at)];
};

/** 镇 → 县 → 市 → 省, as far as the text names them; otherwise the nearest one named. */
const above = (scene: Scene, entities: readonly Entity[], at: (e: Entity) => Clause[]): RelationClaim[] => {
  const byId = new Map(entities.map((e) => [e.id, e]));
  const parentOf = (path: string): Entity | undefined => {
    const parts = path.split('/');
    for (let n = parts.length - 1; n > 0; n--) {
      const parent = byId.get(`Region:${parts.slice(0, n).join('/')}`);
      if (parent) return parent;
    }
    return undefined;
  };
  return entities
    .filter(
      (e) =>
        e.type === 'Town' ||
        e.type === 'Region' ||
        (e.type === 'Village' && !e.id.startsWith(`Village:${scene.unit?.id.slice(5)}/`)),
    )
    .flatMap((e) => {
      const path = e.id.slice(e.type.length + 1);
      const town =
        e.type === 'Village' ? byId.get(`Town:${path.split('/').slice(0, -1).join('/')}`) : undefined;
      const parent = town ?? parentOf(path);
      return parent
        ? at(e).flatMap((c) => claim(c, e, '位于', parent, FROM_PLACE_LIST, { dated: false, status: 'done' }))
        : [];
    });
};
