/** Which engine a target asks for; apart from the interface, so that the engines can know it without knowing each other. */
import type { Store, StoreTarget } from './store.js';

/**
 * Opens a store; `await store.close()` when done. Throws StoreError, one line, where it cannot be reached.
 *
 * The engines are imported only when asked for: each takes longer to load than most commands to run.
 */
export async function openStore(target: StoreTarget): Promise<Store> {
  if (target.kind === 'neo4j') return (await import('./neo4j.js')).openNeo4j(target);
  return (await import('./embedded.js')).openEmbedded(target);
}
