#!/usr/bin/env node
/** The command line: names, options, help. Each action loads the one file of commands/ that does the work. */
import { runCli } from './commands/program.js';

process.exitCode = await runCli(process.argv.slice(2));
