/**
 * Runs Python files on a freshly booted board each, and compares what they print with the file beside them that ends in
 * `.out`. Names of files are read from standard input; each is answered with a line: `passed NAME`, or `failed NAME: why`.
 */
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { boardFromOptions, readOptions } from '../src/host/options.js';
import { ScriptRunner } from '../src/host/script_runner.js';

const { values } = readOptions('node emulator/bin/check.js --image FILE < names', {
  timeout: { type: 'string', help: 'SECONDS  of virtual time that a program may take, 20 unless given' },
});
const seconds = Number(values.timeout ?? 20);
const runner = new ScriptRunner(boardFromOptions(values));

/** @param {string} file @returns {string} what went wrong; empty if nothing did */
function check(file) {
  const expected = readFileSync(file.replace(/\.py$/, '.out'), 'utf8');
  const { output, error, failure } = runner.run(readFileSync(file, 'utf8'), seconds);
  if (failure) return lastLine(failure);
  if (error) return lastLine(error);
  const lines = output.replaceAll('\r\n', '\n').split('\n');
  const wanted = expected.split('\n');
  const at = wanted.findIndex((line, index) => line !== lines[index]);
  if (at >= 0) return `line ${at + 1} is ${JSON.stringify(lines[at] ?? null)}, not ${JSON.stringify(wanted[at])}`;
  return lines.length === wanted.length ? '' : `prints ${lines.length - wanted.length} lines too many`;
}

/** @param {string} text */
function lastLine(text) {
  return text.trim().split('\n').at(-1)?.trim().slice(0, 160) ?? '';
}

for await (const file of createInterface({ input: process.stdin })) {
  const problem = file && check(file);
  if (file) console.log(problem ? `failed ${file}: ${problem}` : `passed ${file}`);
}
