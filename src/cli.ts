#!/usr/bin/env node
/** The command line: names, options, help. Each action loads the one file of commands/ that does the work. */
import { runCli } from './commands/program.js';

// `zhentu … | head` closes our stdout early: whoever reads has enough, so that is an end and no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit(0);
});

process.exitCode = await runCli(process.argv.slice(2));
