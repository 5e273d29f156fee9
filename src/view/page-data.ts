/**
 * What the page is given: graph.json made compact, with places on the canvas and pinyin for the search box.
 *
 * Types only, shared by the build (payload.ts) and the page (viz/). Things refer to one another by index;
 * a sentence that supports ten facts is carried once.
 */
import type { GraphEdge, GraphLabel, GraphSection } from '../model.js';
import type { EdgeType } from '../schema.js';

export interface PageReport {
  readonly id: string;
  readonly title: string;
  readonly path: string;
  readonly issuer: string | null;
  readonly published: string | null;
  readonly year: number | null;
  /** Index of the reporting unit in `nodes`; null where none was found. */
  readonly town: number | null;
  /** Its headings in the order of the text, as graph.json has them. */
  readonly sections?: readonly GraphSection[];
}

export interface PageNode {
  readonly id: string;
  readonly label: GraphLabel;
  readonly name: string;
  readonly aliases?: readonly string[];
  /** Syllables of the name without tones, separated by blanks: `qing he zhen`. */
  readonly pinyin: string;
  readonly props?: Readonly<Record<string, string | number>>;
  /** Position on the canvas, in units of the layout; y points up. */
  readonly x: number;
  readonly y: number;
  /** Distinct sentences that state something of it; what derived edges repeat does not count. */
  readonly support: number;
  /** Indices into `nodes`: the reporting units whose reports speak of it. */
  readonly towns: readonly number[];
  /** Share of all shortest paths between two others that pass through it, 0 to 1, to four figures. */
  readonly betweenness: number;
  /** Index into `groups`; left out where it belongs to none. */
  readonly group?: number;
  /** In a page that holds a part: how many facts of each relation the whole graph has of it. */
  readonly facts?: Readonly<Partial<Record<EdgeType, number>>>;
}

/** Things that hang together. It is named by its heads: the things most tied to the rest of it. */
export interface PageGroup {
  readonly size: number;
  /** Indices into `nodes`, at most three. */
  readonly heads: readonly number[];
  /** What it contains, most first. */
  readonly types: readonly (readonly [GraphLabel, number])[];
}

export interface PageEdge {
  readonly type: EdgeType;
  readonly from: number;
  readonly to: number;
  readonly status?: GraphEdge['status'];
  readonly year?: number;
  readonly amount?: string;
  readonly count?: number;
  readonly level?: string;
  readonly role?: string;
  readonly derived?: true;
  /** Index into `sentences`, index into `rules`. */
  readonly evidence: readonly (readonly [sentence: number, rule: number])[];
}

export interface PageSentence {
  readonly report: number;
  /** Offsets into the decoded source text of the report. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

export interface PageData {
  readonly format: 'zhentu-page';
  readonly version: 1;
  readonly reports: readonly PageReport[];
  /** Indices of the reporting units in `nodes`: the fixed points of the layout. */
  readonly towns: readonly number[];
  readonly nodes: readonly PageNode[];
  readonly edges: readonly PageEdge[];
  readonly sentences: readonly PageSentence[];
  readonly rules: readonly string[];
  /** Largest first. */
  readonly groups: readonly PageGroup[];
  /** From how many things' paths betweenness is worked out; fewer than all make it an estimate. */
  readonly betweennessFrom: number;
  /** Where the page holds a part of the graph only: how much there is in all. */
  readonly whole?: { readonly nodes: number; readonly edges: number };
}
