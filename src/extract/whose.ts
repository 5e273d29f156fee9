/** Whose report it is, as an entity of it; where neither title nor issuer says so, the names found in the text tell. */
import { entityId } from '../identity.js';
import type { Entity, Report, ReportingUnit } from '../model.js';
import type { Document } from './document.js';

/** So much of a text is its beginning: 陶瓷是青禾镇的家底, “村BA”让青禾镇出了圈. */
const BEGINNING = 60;

/** The town that opens most of its clauses. */
const townActing = ({ clauses }: Document, entities: readonly Entity[]): Entity | null => {
  const starts = new Set(clauses.flatMap((spans) => spans.map(([start]) => start)));
  let unit: Entity | null = null;
  let most = 0;
  for (const e of entities) {
    const opened = e.type === 'Town' ? e.mentions.filter(({ span }) => starts.has(span[0])).length : 0;
    if (opened > most) {
      unit = e;
      most = opened;
    }
  }
  return unit;
};

/** The town a text begins with. */
const townAhead = (entities: readonly Entity[]): Entity | null =>
  entities.find(
    ({ type, mentions: [first] }) => type === 'Town' && first !== undefined && first.span[1] <= BEGINNING,
  ) ?? null;

/** An excerpt that names a county may be of one of its towns, which then is who acts in it. */
const isCertain = ({ title, issuer }: Report, { type, name }: ReportingUnit): boolean =>
  type === 'Town' || title.includes(name) || (issuer?.includes(name) ?? false);

/** The reporting unit is a thing of its report also where the clean text never spells its full name (`--town`). */
export const withUnit = (
  document: Document,
  entities: readonly Entity[],
): { entities: readonly Entity[]; unit: Entity | null } => {
  const { report } = document;
  const { town } = report;
  if (town === null) return { entities, unit: townActing(document, entities) ?? townAhead(entities) };
  const acting = isCertain(report, town) ? null : townActing(document, entities);
  if (acting) return { entities, unit: acting };
  const id = entityId(town.type, town.name, town, report.id, town.path);
  const known = entities.find((e) => e.id === id);
  if (known) return { entities, unit: known };
  const props: Record<string, string> = town.code === null ? {} : { code: town.code };
  const unit: Entity = { id, type: town.type, name: town.name, aliases: [], mentions: [], props };
  return { entities: [unit, ...entities], unit };
};
