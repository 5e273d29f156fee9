/** One question on a terminal, answered yes or no. Asked on stderr: stdout carries results only. */
import { createInterface } from 'node:readline';

/** Resolves to whether the answer was yes. */
export type Confirm = (question: string) => Promise<boolean>;

const YES = /^\s*(y|yes|是)\s*$/i;

/** Anything but a yes is a no, also the end of the input and Ctrl+C. */
export const confirmOn =
  (input: NodeJS.ReadableStream, output: NodeJS.WritableStream): Confirm =>
  (question) =>
    new Promise((resolve) => {
      const lines = createInterface({ input, output });
      lines.on('close', () => resolve(false));
      lines.question(question, (answer) => {
        resolve(YES.test(answer));
        lines.close();
      });
    });

/** Null where nobody is there to answer: stdin or stderr is no terminal. */
export const terminalConfirm = (): Confirm | null =>
  process.stdin.isTTY && process.stderr.isTTY ? confirmOn(process.stdin, process.stderr) : null;
