import type { Graph } from '../../src/model.js';

/** Numbers between 0 and 1, the same for the same seed. */
export function numbers(seed: number): () => number;
/** A graph like a real one, of exactly so many nodes and edges. */
export function madeGraph(nodeCount: number, edgeCount: number): Graph;
