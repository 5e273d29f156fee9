/**
 * The values that flow through the program. Plain, readonly, printable as JSON; no logic.
 *
 * SourceFile → Report → Sentence → Mention → Claim → Graph → Store
 *
 * Offsets are UTF-16 code units. A `Span` inside the program is a slice of `report.text` (the clean text);
 * spans in a `Graph` are slices of the decoded source text of the file.
 */
import type { EdgeType, EntityType, IndicatorStatus, NodeLabel, RelationType, Status } from './schema.js';

/** Half-open range [start, end). */
export type Span = readonly [start: number, end: number];

export interface SourceFile {
  /** As given on the command line, with `/`. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** Clean text with, for every code unit, where it stands in the source. `starts.length === text.length`. */
export interface MappedText {
  readonly text: string;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
}

/** One administrative unit. `path` is its identity: 湖北省/荆门市/东宝区/栗溪镇. */
export interface Place {
  readonly level: 'province' | 'city' | 'county' | 'town' | 'village';
  readonly name: string;
  readonly path: string;
  readonly code: string;
}

/** What a stretch of text speaks of: which year, and whether it looks back, forward, or neither. */
export interface Frame {
  readonly year: number | null;
  readonly mood: 'back' | 'forward' | null;
  /** 全年, 上半年, 一季度 … where the text says so. */
  readonly period: string | null;
}

export interface Section {
  readonly heading: string;
  readonly level: number;
  readonly span: Span;
  readonly frame: Frame;
}

export interface Sentence {
  readonly index: number;
  readonly span: Span;
  /** Index into `report.sections`; -1 before the first heading. */
  readonly section: number;
  readonly frame: Frame;
}

export interface Report {
  /** `Report:` + first 16 hex digits of the sha256 of the decoded source text. */
  readonly id: string;
  readonly path: string;
  readonly title: string;
  readonly issuer: string | null;
  /** yyyy-mm-dd */
  readonly published: string | null;
  /** The year the report looks back on. */
  readonly year: number | null;
  /** The reporting unit: a town, or a county or city; its path where the place list settles it. */
  readonly town: ReportingUnit | null;
  readonly source: string;
  readonly text: string;
  readonly map: MappedText;
  readonly sections: readonly Section[];
  readonly sentences: readonly Sentence[];
}

export interface ReportingUnit {
  readonly type: 'Town' | 'Region';
  readonly name: string;
  /** Administrative path including the name; starts with `?<report hash>` where unknown. */
  readonly path: string;
  readonly code: string | null;
  /** Places above it, province first, as far as known. */
  readonly parents: readonly Place[];
}

/** A name found in the text: one candidate among several until overlap is decided. */
export interface Mention {
  readonly type: EntityType;
  /** The surface form: `report.text.slice(...span)`, without quotation marks inside. */
  readonly name: string;
  /** The canonical name where the lexicon or the place list knows it. */
  readonly canonical?: string;
  readonly span: Span;
  readonly sentence: number;
  /** Id of the lexicon entry or finder that found it. */
  readonly rule: string;
  /** Higher wins where candidates overlap. */
  readonly score: number;
  /** Other types a reader could choose. */
  readonly altTypes?: readonly EntityType[];
  readonly props?: Readonly<Record<string, string | number>>;
}

/** One real-world thing in one report, with everything it is called there. */
export interface Entity {
  /** Derived from identity; see identity.ts. */
  readonly id: string;
  readonly type: EntityType;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly mentions: readonly Mention[];
  readonly props: Readonly<Record<string, string | number>>;
}

export interface RelationClaim {
  readonly kind: 'relation';
  readonly subject: string;
  readonly relation: RelationType;
  readonly object: string;
  readonly status?: Status;
  readonly year?: number;
  readonly amount?: string;
  readonly count?: number;
  readonly level?: string;
  readonly role?: string;
  /** Span of the clean text: the sentence or clause that says so. */
  readonly span: Span;
  readonly rule: string;
}

export interface IndicatorClaim {
  readonly kind: 'indicator';
  readonly indicator: string;
  readonly value: number;
  readonly unit: string;
  /** Per cent; negative for a fall; null where not stated. */
  readonly yoy: number | null;
  readonly year: number | null;
  readonly period: string;
  readonly status: IndicatorStatus;
  readonly span: Span;
  readonly rule: string;
}

export type Claim = RelationClaim | IndicatorClaim;

/** Everything read in one report. */
export interface Extraction {
  readonly report: Report;
  readonly entities: readonly Entity[];
  readonly relations: readonly RelationClaim[];
  readonly indicators: readonly IndicatorClaim[];
}

/** The sentence behind a fact; `start` and `end` are offsets into the decoded source text. */
export interface Evidence {
  readonly report: string;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly rule: string;
  /** What it states of an edge, where it does; the edge has that of the newest report, see stated.ts. */
  readonly amount?: string;
  readonly count?: number;
  readonly level?: string;
  readonly role?: string;
}

export interface GraphReport {
  readonly id: string;
  readonly path: string;
  readonly title: string;
  readonly issuer: string | null;
  readonly published: string | null;
  readonly year: number | null;
  /** Id of the reporting Town or Region node; null where none was found. */
  readonly town: string | null;
  /** Its headings in the order of the text. Left out where it has none, and by versions that did not note them. */
  readonly sections?: readonly GraphSection[];
}

/** Where a section of a report begins; it goes on to the next one. */
export interface GraphSection {
  readonly start: number;
  /** 0 for the highest; a section stands in the last one before it of a lower number. */
  readonly level: number;
  readonly heading: string;
}

export interface GraphMention {
  readonly report: string;
  readonly start: number;
  readonly end: number;
  readonly rule: string;
}

export type GraphLabel = Exclude<NodeLabel, 'Report'>;

export interface GraphNode {
  readonly id: string;
  readonly label: GraphLabel;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly props: Readonly<Record<string, string | number | null>>;
  readonly mentions: readonly GraphMention[];
}

export interface GraphEdge {
  readonly id: string;
  readonly type: EdgeType;
  readonly from: string;
  readonly to: string;
  /** Status of the fact; for `指标` that of the value. */
  readonly status?: Status | IndicatorStatus;
  readonly year?: number;
  readonly amount?: string;
  readonly count?: number;
  readonly level?: string;
  readonly role?: string;
  readonly derived?: true;
  readonly evidence: readonly Evidence[];
}

/** What graph.json holds; see the README for a description of the format. */
export interface Graph {
  readonly format: 'zhentu-graph';
  readonly version: 1;
  readonly reports: readonly GraphReport[];
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
}
