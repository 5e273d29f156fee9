/** Where the package keeps what it ships: the same from `src/` (tests) and from `dist/` (installed). */
import { fileURLToPath } from 'node:url';

const root = new URL('../', import.meta.url);

/** Absolute path of a file of the package, e.g. `packageFile('data/places.bin')`. */
export const packageFile = (relative: string): string => fileURLToPath(new URL(relative, root));
