/** A progress bar on a terminal, silence elsewhere. stdout stays free for results. */
import cliProgress from 'cli-progress';
import { say } from '../messages.js';

export interface Progress {
  readonly step: (label: string) => void;
  readonly stop: () => void;
}

const SILENT: Progress = { step: () => {}, stop: () => {} };

export const openProgress = (total: number, quiet: boolean): Progress => {
  if (quiet || !process.stderr.isTTY || total < 2) return SILENT;
  const bar = new cliProgress.SingleBar(
    {
      format: `${say('读取报告', 'reading')} {bar} {value}/{total} {label}`,
      hideCursor: true,
      clearOnComplete: true,
      stream: process.stderr,
    },
    cliProgress.Presets.shades_classic,
  );
  bar.start(total, 0, { label: '' });
  return { step: (label) => bar.increment({ label }), stop: () => bar.stop() };
};
