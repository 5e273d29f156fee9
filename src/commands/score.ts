/** `zhentu score`: precision, recall and F1 of exchange files against gold, strict and relaxed. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { UsageError } from '../errors.js';
import { say } from '../messages.js';
import { CORE_TYPES } from '../schema.js';
import { type Annotations, scoreDocument } from '../score/document.js';
import { addAll, type Rates, ratesOf, type Tallies, total } from '../score/tally.js';

const SUFFIX = '.entities.jsonl';

const readJsonLines = <T>(file: string): T[] => {
  if (!existsSync(file)) return [];
  return readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((line, i) => {
      if (line.trim() === '') return [];
      try {
        return [JSON.parse(line) as T];
      } catch (error) {
        throw new UsageError(
          say(
            `${file}:${i + 1}：不是 JSON（${(error as Error).message}）`,
            `${file}:${i + 1}: not JSON (${(error as Error).message})`,
          ),
        );
      }
    });
};

const readAnnotations = (dir: string, doc: string): Annotations => ({
  entities: readJsonLines(path.join(dir, `${doc}.entities.jsonl`)),
  relations: readJsonLines(path.join(dir, `${doc}.relations.jsonl`)),
  indicators: readJsonLines(path.join(dir, `${doc}.indicators.jsonl`)),
});

export interface ModeScore {
  readonly core: Rates;
  readonly extended: Rates;
  readonly relations: Rates;
  readonly indicators: Rates;
  readonly accuracy: Readonly<Record<string, { right: number; of: number; share: number }>>;
  readonly byType: Readonly<Record<string, Rates>>;
  readonly byRelation: Readonly<Record<string, Rates>>;
}

export interface ScoreResult {
  readonly docs: readonly string[];
  readonly strict: ModeScore;
  readonly relaxed: ModeScore;
  /** Strict misses and false finds by document. */
  readonly errors: Readonly<Record<string, readonly string[]>>;
}

const documentsOf = (dir: string): string[] => {
  try {
    return readdirSync(dir)
      .filter((f) => f.endsWith(SUFFIX))
      .map((f) => f.slice(0, -SUFFIX.length))
      .sort();
  } catch {
    throw new UsageError(say(`${dir}：没有这个文件夹；请检查路径`, `${dir}: no such folder; check the path`));
  }
};

/** Scores every document of the gold folder; one the predictions lack counts as all missed. Throws UsageError. */
export const runScore = (goldDir: string, predictedDir: string): ScoreResult => {
  const docs = documentsOf(goldDir);
  if (docs.length === 0)
    throw new UsageError(say(`${goldDir}：没有 *${SUFFIX} 标注文件`, `${goldDir}: no *${SUFFIX} files`));
  if (!documentsOf(predictedDir).some((d) => docs.includes(d))) {
    throw new UsageError(
      say(
        `${predictedDir}：没有与 ${goldDir} 同名的结果；请先运行 zhentu extract`,
        `${predictedDir}: no results for any document of ${goldDir}; run zhentu extract first`,
      ),
    );
  }
  const loaded = docs.map((doc) => ({
    doc,
    gold: readAnnotations(goldDir, doc),
    predicted: readAnnotations(predictedDir, doc),
  }));
  const errors: Record<string, readonly string[]> = {};
  const mode = (relaxed: boolean): ModeScore => {
    const entities: Tallies = {};
    const relations: Tallies = {};
    const indicators: Tallies = {};
    const accuracy: Record<string, { right: number; of: number; share: number }> = {};
    for (const { doc, gold, predicted } of loaded) {
      const score = scoreDocument(gold, predicted, relaxed);
      addAll(entities, score.entities);
      addAll(relations, score.relations);
      addAll(indicators, score.indicators);
      for (const [key, [right, of]] of Object.entries(score.accuracy)) {
        const known = accuracy[key] ?? { right: 0, of: 0, share: 0 };
        accuracy[key] = {
          right: known.right + right,
          of: known.of + of,
          share: (known.right + right) / (known.of + of),
        };
      }
      if (!relaxed) errors[doc] = score.errors;
    }
    const core: readonly string[] = CORE_TYPES;
    const rates = (tallies: Tallies) =>
      Object.fromEntries(
        Object.entries(tallies)
          .sort()
          .map(([k, t]) => [k, ratesOf(t)]),
      );
    return {
      core: ratesOf(total(entities, core)),
      extended: ratesOf(
        total(
          entities,
          Object.keys(entities).filter((k) => !core.includes(k)),
        ),
      ),
      relations: ratesOf(total(relations, Object.keys(relations))),
      indicators: ratesOf(total(indicators, ['Indicator'])),
      accuracy,
      byType: rates(entities),
      byRelation: rates(relations),
    };
  };
  return { docs, strict: mode(false), relaxed: mode(true), errors };
};

/** The figures as lines of text; the same layout on every machine. */
export const formatScore = (result: ScoreResult): string => {
  const row = (name: string, c: Rates) =>
    `  ${name.padEnd(16)} P ${c.p.toFixed(3)}  R ${c.r.toFixed(3)}  F1 ${c.f1.toFixed(3)}   tp ${c.tp} fp ${c.fp} fn ${c.fn}`;
  const block = (title: 'strict' | 'relaxed'): string[] => {
    const m = result[title];
    const accuracy = Object.entries(m.accuracy)
      .sort()
      .map(([k, a]) => `  ${`${k} right`.padEnd(22)} ${a.share.toFixed(3)}   ${a.right} of ${a.of}`);
    return [
      '',
      `${title}  (${result.docs.join(', ')})`,
      row('CORE entities', m.core),
      row('EXT entities', m.extended),
      row('RELATIONS', m.relations),
      row('INDICATORS', m.indicators),
      ...(title === 'relaxed' ? accuracy : []),
      ...Object.entries(m.byType).map(([k, c]) => row(`· ${k}`, c)),
      ...Object.entries(m.byRelation).map(([k, c]) => row(`→ ${k}`, c)),
    ];
  };
  return [...block('strict'), ...block('relaxed')].join('\n');
};

/** Misses and false finds of one document, or of all. */
export const formatErrors = (result: ScoreResult, doc?: string): string => {
  if (doc !== undefined && !result.docs.includes(doc)) {
    throw new UsageError(
      say(
        `没有文档“${doc}”；可选：${result.docs.join('、')}`,
        `no document “${doc}”; there are ${result.docs.join(', ')}`,
      ),
    );
  }
  return result.docs
    .filter((d) => doc === undefined || d === doc)
    .map((d) => `# ${d}\n${result.errors[d]?.join('\n')}`)
    .join('\n');
};
