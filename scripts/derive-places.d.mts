/** Types of what the tests read of derive-places.mjs. */
export declare const townName: (official: string) => string;
/** Names a village may go by, best first. */
export declare const villageNames: (official: string) => readonly string[];
/** An official name without the names of the units above it. */
export declare const withoutParents: (official: string, parents: readonly string[]) => string;
