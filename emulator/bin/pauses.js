#!/usr/bin/env node
/** Says how long the collector stops a script, and what the longest pauses consist of. The image has to be an ELF file with symbols. */
import { readFileSync } from 'node:fs';
import { boardFromOptions, fail, readOptions } from '../src/host/options.js';
import { ScriptRunner } from '../src/host/script_runner.js';
import { Symbols } from '../src/host/symbols.js';

const LR = 14;
const { values, positionals } = readOptions('node emulator/bin/pauses.js --image FILE.elf script.py …', {
  least: { type: 'string', help: 'MICROSECONDS  from which on a pause is told of, 1000 unless given' },
});
if (!positionals.length) fail('no script given');
const symbols = new Symbols(readFileSync(values.image ?? process.env.FERROPY_IMAGE));
const entries = new Map(symbols.functions.filter(({ name }) => /Isolate.*::collect(_some)?(::h[0-9a-f]+)?$/.test(name)).map(({ start, name }) => [start, name]));
if (!entries.size) fail('the image has no collector');
const board = boardFromOptions(values);
const runner = new ScriptRunner(board);
const core = board.chip.cores[0];
const least = Number(values.least ?? 1000) * 125;

let pause = null;
core.run = () => {
  const { time, traces, registers } = core;
  let { pc } = core;
  while (time[0] < time[1]) {
    const before = time[0];
    const start = pc;
    if (!pause && entries.has(start)) pause = { entry: start, end: registers[LR] & ~1, cycles: 0, parts: new Map() };
    else if (pause && start === pause.end) {
      if (pause.cycles >= least) tell(pause);
      pause = null;
    }
    pc = traces.at(pc)();
    if (pause) {
      pause.cycles += time[0] - before;
      const name = symbols.nameOf(start);
      pause.parts.set(name, (pause.parts.get(name) ?? 0) + time[0] - before);
    }
  }
  core.pc = pc;
};
function tell({ entry, cycles, parts }) {
  const most = [...parts].sort((a, b) => b[1] - a[1]).slice(0, 9);
  console.log(`${Math.round(cycles / 125)} µs in ${entries.get(entry).slice(-60)}`);
  for (const [name, count] of most) console.log(`    ${String(Math.round(count / 125)).padStart(6)} ${name}`);
}
for (const file of positionals) {
  const { output, error, failure } = runner.run(readFileSync(file, 'utf8'), 600);
  console.log(output);
  if (error || failure) fail(`${file}: ${error}${failure}`);
}
