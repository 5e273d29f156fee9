/** A progress bar on a terminal, silence elsewhere. stdout stays free for results. */
import cliProgress from 'cli-progress';
import { say } from '../messages.js';

export interface Progress {
  readonly step: (label: string) => void;
  readonly stop: () => void;
}

const SILENT: Progress = { step: () => {}, stop: () => {} };

const makeBar = (what: string): cliProgress.SingleBar =>
  new cliProgress.SingleBar(
    {
      format: `${what} {bar} {value}/{total} {label}`,
      hideCursor: true,
      clearOnComplete: true,
      stream: process.stderr,
    },
    cliProgress.Presets.shades_classic,
  );

export const openProgress = (total: number, quiet: boolean): Progress => {
  if (quiet || !process.stderr.isTTY || total < 2) return SILENT;
  const bar = makeBar(say('读取报告', 'reading'));
  bar.start(total, 0, { label: '' });
  return { step: (label) => bar.increment({ label }), stop: () => bar.stop() };
};

export interface LoadProgress {
  readonly show: (done: number, total: number) => void;
  readonly stop: () => void;
}

/** Rows loaded; the total is known with the first batch. */
export const openLoadProgress = (): LoadProgress => {
  if (!process.stderr.isTTY) return { show: () => {}, stop: () => {} };
  const bar = makeBar(say('载入', 'loading'));
  return {
    show: (done, total) => (bar.isActive ? bar.update(done) : bar.start(total, done, { label: '' })),
    stop: () => bar.stop(),
  };
};
