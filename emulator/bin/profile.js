#!/usr/bin/env node
/** Says in which of the firmware's functions a script's cycles go. The image has to be an ELF file with symbols. */
import { readFileSync } from 'node:fs';
import { Profile } from '../src/cpu/profile.js';
import { boardFromOptions, fail, readOptions } from '../src/host/options.js';
import { ScriptRunner } from '../src/host/script_runner.js';
import { Symbols } from '../src/host/symbols.js';

const { values, positionals } = readOptions('node emulator/bin/profile.js --image FILE.elf script.py …', {
  top: { type: 'string', help: 'NUMBER  of functions to print, 30 unless given' },
});
if (!positionals.length) fail('no script given');
const symbols = new Symbols(readFileSync(values.image ?? process.env.FERROPY_IMAGE));
const board = boardFromOptions(values);
const runner = new ScriptRunner(board);

for (const file of positionals) {
  const profile = new Profile(board.chip.cores[0]);
  const { error, failure, awakeCycles } = runner.run(readFileSync(file, 'utf8'), 600);
  console.log(`# ${file}: ${awakeCycles} cycles`);
  for (const { name, cycles } of profile.byFunction((address) => symbols.nameOf(address)).slice(0, Number(values.top ?? 30))) {
    console.log(`${String(cycles).padStart(12)} ${((100 * cycles) / awakeCycles).toFixed(1).padStart(5)} %  ${name}`);
  }
  if (error || failure) fail(`${file}: ${error}${failure}`);
}
