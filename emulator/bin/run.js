#!/usr/bin/env node
/**
 * Runs Python files on the board and prints what they print; every file starts on a freshly booted board.
 * With --batch, names of files are read from standard input, and each is answered with a line of JSON:
 * {"file", "output", "error", "failure", "cycles", "awakeCycles", "nanos", "misses"}.
 */
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { boardFromOptions, fail, readOptions } from '../src/host/options.js';
import { ScriptRunner } from '../src/host/script_runner.js';

const { values, positionals } = readOptions('node emulator/bin/run.js --image FILE script.py …', {
  timeout: { type: 'string', help: 'SECONDS  of virtual time that a script may take, 60 unless given' },
  batch: { type: 'boolean', help: 'read names of files from standard input, answer in JSON' },
});
const seconds = Number(values.timeout ?? 60);
if (!values.batch && !positionals.length) fail('no script given');
const runner = new ScriptRunner(boardFromOptions(values));

if (values.batch) {
  for await (const file of createInterface({ input: process.stdin })) {
    if (file) console.log(JSON.stringify({ file, ...runner.run(readFileSync(file, 'utf8'), seconds) }));
  }
} else {
  for (const file of positionals) {
    const { output, error, failure } = runner.run(readFileSync(file, 'utf8'), seconds);
    process.stdout.write(output.replaceAll('\r\n', '\n'));
    process.stderr.write(error.replaceAll('\r\n', '\n'));
    if (failure) console.error(`${file}: ${failure}`);
    if (error || failure) process.exitCode = 1;
  }
}
