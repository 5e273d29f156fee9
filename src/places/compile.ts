/** Compiles the names of regions and their trie, see region-names.ts. Run by `npm run build:lexicon`. */
import { writeFileSync } from 'node:fs';
import { packageFile } from '../paths.js';
import { packTries } from '../text/packed-tries.js';
import { buildTrie } from '../text/trie.js';
import { loadPlaces } from './index.js';
import { compileNames, REGION_NAMES, REGION_TRIE } from './region-names.js';

const compiled = compileNames(loadPlaces());
writeFileSync(packageFile(REGION_NAMES), `${JSON.stringify(compiled)}\n`);
writeFileSync(packageFile(REGION_TRIE), packTries([buildTrie(compiled.names.flat())]));
