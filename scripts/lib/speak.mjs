// What the two commands of a fresh clone say: each message in simplified Chinese, then in English.
// They run before anything is installed or built, so they cannot share src/messages.ts.

/** One message, Chinese line first. */
export const tell = (zh, en) => console.log(`${zh}\n${en}`);

/** A reason to stop that the user can mend; `end` prints it as the last word and nothing else. */
export class Stop extends Error {
  constructor(zh, en) {
    super(`${zh}\n${en}`);
  }
}

/** Runs `main`, and turns a Stop into its message and exit code 1; anything else is a fault of ours, with its stack. */
export const end = async (main) => {
  try {
    process.exitCode = (await main()) ?? 0;
  } catch (error) {
    console.error(error instanceof Stop ? `\n${error.message}` : error);
    process.exitCode = 1;
  }
};
