/**
 * Which things and facts of the page a row of an answer speaks of: nodes, relationships and paths by their ids, other
 * texts where they are exactly a thing's name, evidence by its sentence.
 */
import type { Data } from '../data.js';

export interface Lit {
  readonly nodes: readonly number[];
  readonly facts: readonly number[];
}

export type RowReader = (row: readonly unknown[]) => Lit;

/** Reads one row after the other; what it looks up is worked out once. */
export const rowReader = (data: Data): RowReader => {
  const byName = new Map<string, number[]>();
  data.nodes.forEach(({ name, label }, index) => {
    // A figure has the same name in every town and year.
    if (label === 'Indicator') return;
    byName.set(name, [...(byName.get(name) ?? []), index]);
  });
  const factsOf = new Map<string, number[]>();
  data.edges.forEach((edge, index) => {
    for (const [at] of edge.evidence) {
      const text = data.sentences[at]?.text ?? '';
      const facts = factsOf.get(text) ?? [];
      if (facts.at(-1) !== index) factsOf.set(text, [...facts, index]);
    }
  });
  return (row) => {
    const nodes = new Set<number>();
    const facts = new Set<number>();
    const read = (value: unknown): void => {
      if (typeof value === 'string') readText(value);
      else if (Array.isArray(value)) value.forEach(read);
      else if (typeof value === 'object' && value !== null) readObject(value as Record<string, unknown>);
    };
    const readText = (text: string): void => {
      const sentence = sentenceOf(text);
      if (sentence !== null) for (const fact of factsOf.get(sentence) ?? []) facts.add(fact);
      const node = data.nodeById.get(text);
      if (node !== undefined) nodes.add(node);
      else for (const named of byName.get(text) ?? []) nodes.add(named);
    };
    const readObject = (object: Record<string, unknown>): void => {
      const { id } = object;
      const node = typeof id === 'string' ? data.nodeById.get(id) : undefined;
      const fact = typeof id === 'string' ? data.edgeById.get(id) : undefined;
      if (node !== undefined) nodes.add(node);
      else if (fact !== undefined) {
        facts.add(fact);
        const edge = data.edges[fact];
        if (edge !== undefined) for (const end of [edge.from, edge.to]) nodes.add(end);
      } else for (const value of Object.values(object)) read(value);
    };
    row.forEach(read);
    return { nodes: [...nodes], facts: closest(data, [...facts], nodes) };
  };
};

/** Of all facts a sentence supports, those between things of the row, where there are such. */
const closest = (data: Data, facts: readonly number[], nodes: ReadonlySet<number>): readonly number[] => {
  const count = (fact: number): number => {
    const edge = data.edges[fact];
    return edge === undefined ? 0 : Number(nodes.has(edge.from)) + Number(nodes.has(edge.to));
  };
  const most = Math.max(0, ...facts.map(count));
  return facts.filter((fact) => count(fact) === most);
};

/** The sentence of a piece of evidence as the stores keep it, `{"report":…,"text":…}`; null for any other text. */
const sentenceOf = (text: string): string | null => {
  if (!text.startsWith('{"report":')) return null;
  try {
    const { text: sentence } = JSON.parse(text) as { text?: unknown };
    return typeof sentence === 'string' ? sentence : null;
  } catch {
    return null;
  }
};

/** Things of an answer the page does not hold, by id: a page that holds a part can ask for them. */
export const absentIds = (data: Data, rows: readonly (readonly unknown[])[]): readonly string[] => {
  const absent = new Set<string>();
  const read = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(read);
    else if (typeof value === 'object' && value !== null) {
      const { id, label } = value as { id?: unknown; label?: unknown };
      if (typeof id === 'string' && typeof label === 'string' && !data.nodeById.has(id)) absent.add(id);
      Object.values(value).forEach(read);
    }
  };
  rows.forEach(read);
  return [...absent];
};
