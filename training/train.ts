/**
 * `npm run train`: makes data/model.bin from the data folder (ZHENTU_DATA) and training/passages.
 * `npm run train -- --verify`: makes it again and compares it byte by byte with the one that ships.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { packageFile } from '../dist/paths.js';
import { dataFolder, trainingSources } from './corpus.js';
import { trainModels } from './jobs.js';

const MODEL = packageFile('data/model.bin');

const main = async (): Promise<number> => {
  const verify = process.argv.includes('--verify');
  const data = dataFolder();
  if (data === null) {
    console.error(
      'ZHENTU_DATA names no folder with gold/ and train/: nothing to train on; data/model.bin stays as it is',
    );
    return verify ? 0 : 2;
  }
  const sources = trainingSources(data);
  console.error(`${sources.length} texts, ${sources.reduce((n, s) => n + s.text.length, 0)} characters`);
  const [model] = await trainModels([sources], (line) => console.error(line));
  if (!model) return 1;
  if (!verify) {
    writeFileSync(MODEL, model);
    console.log(`data/model.bin: ${model.length} bytes`);
    return 0;
  }
  const same = Buffer.compare(Buffer.from(model), readFileSync(MODEL)) === 0;
  console.log(
    same
      ? `data/model.bin: the same ${model.length} bytes`
      : 'data/model.bin differs from what the data and the program make; run npm run train',
  );
  return same ? 0 : 1;
};

process.exitCode = await main();
