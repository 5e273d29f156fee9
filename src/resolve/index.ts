/**
 * Extractions of many reports → one graph. Ids decide what is the same; names and evidence are joined; the order of
 * the reports changes nothing.
 */
import { edgeId, idName } from '../identity.js';
import type {
  Entity,
  Extraction,
  Graph,
  GraphEdge,
  GraphMention,
  GraphNode,
  GraphReport,
  Report,
  Span,
} from '../model.js';
import { FORMAT, FORMAT_VERSION } from '../schema.js';
import { ageOf } from '../stated.js';
import { sourceSpan } from '../text/mapped.js';
import { deriveFromVillages } from './derive.js';
import { joinEdges } from './edges.js';
import { evidenceOf } from './evidence.js';
import { propertiesOf } from './properties.js';

const byId = <T extends { readonly id: string }>(a: T, b: T): number =>
  a.id < b.id ? -1 : a.id > b.id ? 1 : 0;

const graphReport = ({ report, entities }: Extraction): GraphReport => {
  const unit = report.town;
  const id = unit === null ? null : `${unit.type}:${unit.path}`;
  const town = id !== null && entities.some((e) => e.id === id) ? id : null;
  const { id: reportId, path, title, issuer, published, year } = report;
  // A title may read like a heading (…工作总结); it says nothing of where in the report one is.
  const sections = report.sections
    .filter(({ heading }) => heading !== title)
    .map(({ heading, level, span }) => ({ start: sourceSpan(report.map, span)[0], level, heading }));
  const known = { id: reportId, path, title, issuer, published, year, town };
  return sections.length > 0 ? { ...known, sections } : known;
};

/** Most frequent name first, then the longer, then by code units: no order of reports comes in. */
const chooseName = (names: readonly string[]): string => {
  const counts = new Map<string, number>();
  for (const n of names) counts.set(n, (counts.get(n) ?? 0) + 1);
  return [...counts].sort(([a, x], [b, y]) => y - x || b.length - a.length || (a < b ? -1 : 1))[0]?.[0] ?? '';
};

const inText = (a: GraphMention, b: GraphMention): number =>
  a.report < b.report ? -1 : a.report > b.report ? 1 : a.start - b.start || b.end - a.end;

const entityNodes = (extractions: readonly Extraction[]): GraphNode[] => {
  const groups = new Map<string, { entity: Entity; extraction: Extraction }[]>();
  for (const extraction of extractions) {
    for (const entity of extraction.entities) {
      const group = groups.get(entity.id);
      if (group) group.push({ entity, extraction });
      else groups.set(entity.id, [{ entity, extraction }]);
    }
  }
  return [...groups].map(([id, group]): GraphNode => {
    const name = chooseName(group.map((g) => g.entity.name));
    const forms = new Set(group.flatMap(({ entity }) => [entity.name, ...entity.aliases]));
    // The group is in the order of the reports, newest first: its word counts.
    const props = Object.assign(
      {},
      ...group.map(({ entity, extraction }) => propertiesOf(entity, extraction.report.town)).reverse(),
    );
    const mentions = group.flatMap(({ entity, extraction: { report } }) =>
      entity.mentions.map(({ span, rule }) => {
        const [start, end] = sourceSpan(report.map, span);
        return { report: report.id, start, end, rule };
      }),
    );
    return {
      id,
      label: group[0]?.entity.type ?? 'Program',
      name,
      aliases: [...forms].filter((f) => f !== name).sort(),
      props: sortedProps(props),
      mentions: mentions.sort(inText),
    };
  });
};

const sortedProps = (
  props: Readonly<Record<string, string | number | null>>,
): Record<string, string | number | null> =>
  Object.fromEntries(Object.entries(props).sort(([a], [b]) => (a < b ? -1 : 1)));

interface IndicatorPart {
  readonly node: GraphNode;
  readonly edge: GraphEdge;
}

/** Where a figure's name stands in its sentence; the whole sentence where its parts stand apart. */
const nameSpan = (report: Report, [from, to]: Span, name: string): Span => {
  const at = report.text.slice(from, to).indexOf(name);
  return at < 0 ? [from, to] : [from + at, from + at + name.length];
};

/** Figures become nodes of their own under the reporting unit. */
const indicatorParts = (extraction: Extraction): IndicatorPart[] => {
  const { report, indicators } = extraction;
  const town = graphReport(extraction).town;
  if (town === null) return [];
  return indicators.map((claim): IndicatorPart => {
    const { indicator, value, unit, yoy, year, period, status } = claim;
    const path = town.slice(town.indexOf(':') + 1);
    const id = `Indicator:${path}/${idName(indicator)}/${year ?? ''}/${period}/${status}`;
    const evidence = evidenceOf(report, claim.span, claim.rule);
    const named = nameSpan(report, claim.span, indicator);
    const [start, end] = sourceSpan(report.map, named);
    const surface = report.text.slice(...named);
    return {
      node: {
        id,
        label: 'Indicator',
        name: indicator,
        aliases: surface === indicator ? [] : [surface],
        props: { period, status, unit, value, year, yoy },
        mentions: [{ report: report.id, start, end, rule: claim.rule }],
      },
      edge: {
        id: edgeId('指标', town, id, status, year ?? undefined),
        type: '指标',
        from: town,
        to: id,
        status,
        ...(year === null ? {} : { year }),
        evidence: [evidence],
      },
    };
  });
};

/** Of two values for one figure the newest report's stands; the other stays readable in the evidence. */
const joinIndicators = (parts: readonly IndicatorPart[]): GraphNode[] => {
  const nodes = new Map<string, GraphNode>();
  for (const { node } of parts) {
    const known = nodes.get(node.id);
    nodes.set(
      node.id,
      known
        ? {
            ...known,
            aliases: [...new Set([...known.aliases, ...node.aliases])].sort(),
            mentions: [...known.mentions, ...node.mentions].sort(inText),
          }
        : node,
    );
  }
  return [...nodes.values()];
};

export const resolve = (input: readonly Extraction[]): Graph => {
  // One report under two paths is one report, called by the path that sorts first.
  const byPath = [...input].sort((a, b) => (a.report.path < b.report.path ? 1 : -1));
  const unique = [...new Map(byPath.map((e) => [e.report.id, e])).values()];
  // The newest report comes first, and the first word counts where two differ.
  const extractions = unique.sort((a, b) => (ageOf(a.report) > ageOf(b.report) ? -1 : 1));
  const ages = new Map(extractions.map(({ report }) => [report.id, ageOf(report)]));
  const age = (id: string): string => ages.get(id) ?? '';
  const figures = extractions.flatMap(indicatorParts);
  const nodes = [...entityNodes(extractions), ...joinIndicators(figures)].sort(byId);
  const stated = extractions.flatMap((extraction) =>
    extraction.relations.map((claim): GraphEdge => {
      const { kind: _kind, subject, relation, object, span, rule, ...attributes } = claim;
      return {
        id: edgeId(relation, subject, object, claim.status, claim.year),
        type: relation,
        from: subject,
        to: object,
        ...attributes,
        evidence: [evidenceOf(extraction.report, span, rule, attributes)],
      };
    }),
  );
  const edges = joinEdges([...stated, ...figures.map((f) => f.edge)], age);
  return {
    format: FORMAT,
    version: FORMAT_VERSION,
    reports: extractions.map(graphReport).sort(byId),
    nodes,
    edges: joinEdges([...edges, ...deriveFromVillages(edges)], age).sort(byId),
  };
};
