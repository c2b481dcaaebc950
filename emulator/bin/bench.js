#!/usr/bin/env node
/**
 * Runs benchmark files, such as bench/board/*.py, and prints their rows with cycles instead of microseconds. A row is a
 * line "name microseconds"; any other line is printed as it is. A script that imports `rows` gets the text of rows.py
 * beside it in place of the import.
 */
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { boardFromOptions, fail, readOptions } from '../src/host/options.js';
import { ScriptRunner } from '../src/host/script_runner.js';

const { values, positionals } = readOptions('node emulator/bin/bench.js --image FILE script.py …', {});
if (!positionals.length) fail('no script given');
const runner = new ScriptRunner(boardFromOptions(values));
console.log(`# the prompt after ${(runner.bootNanos / 1e6).toFixed(1)} ms`);

for (const file of positionals) {
  const started = performance.now();
  const { output, error, failure, awakeCycles, misses } = runner.run(sourceOf(file), 600);
  const millis = performance.now() - started;
  const cache = values.cache ? `, ${misses} cache misses` : '';
  const speed = awakeCycles / millis / 1e3;
  console.log(`# ${file}: ${awakeCycles} cycles${cache}; ${speed.toFixed(0)} million a second here`);
  for (const line of output.trim().split(/\r?\n/)) console.log(inCycles(line));
  if (error || failure) fail(`${file}: ${error}${failure}`);
}

/** @param {string} file @returns {string} */
function sourceOf(file) {
  const source = readFileSync(file, 'utf8');
  return source.replace(/^from rows import row$/m, () => readFileSync(join(dirname(file), 'rows.py'), 'utf8'));
}

/** @param {string} line */
function inCycles(line) {
  const row = /^(\S+) (\d+)$/.exec(line);
  if (!row) return line;
  const perMicrosecond = runner.board.chip.mcu.clkSys / 1e6;
  return `${row[1].padEnd(24)} ${String(Math.round(Number(row[2]) * perMicrosecond)).padStart(12)}`;
}
