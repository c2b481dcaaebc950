/** Command-line options of the programs in `bin/`: one table, one reader, one usage text. */
import { parseArgs } from 'node:util';
import { Board } from '../board.js';
import { TYPICAL_TIMES } from '../chip/flash.js';
import { readFlash, writeFlash } from './flash_file.js';

/** @type {Record<string, { type: 'string' | 'boolean', help: string }>} */
const BOARD_OPTIONS = {
  image: { type: 'string', help: 'FILE  firmware: UF2, ELF or binary (or environment variable FERROPY_IMAGE)' },
  'flash-size': { type: 'string', help: 'MIB  of flash, 2 unless given (or environment variable FERROPY_FLASH_MIB)' },
  flash: { type: 'string', help: 'FILE  keep the content of the flash in this file' },
  'flash-times': { type: 'boolean', help: 'let erasing and programming take their typical time' },
  cache: { type: 'string', help: 'CYCLES  model the flash cache, with this price of a miss (50 is usual)' },
  seed: { type: 'string', help: 'NUMBER  of the random numbers' },
  verbose: { type: 'boolean', help: 'report faults and resets' },
  help: { type: 'boolean', help: 'this text' },
};

/**
 * @param {string} usage first line of the help
 * @param {Record<string, { type: 'string' | 'boolean', help: string }>} more
 */
export function readOptions(usage, more = {}) {
  const options = { ...more, ...BOARD_OPTIONS };
  const { values, positionals } = parseArgs({ options, allowPositionals: true });
  if (values.help) {
    const rows = Object.entries(options).map(([name, { help }]) => `  --${name} ${help}`);
    console.log([usage, ...rows].join('\n'));
    process.exit(0);
  }
  return { values: /** @type {Record<string, any>} */ (values), positionals };
}

/** @param {Record<string, any>} values @returns {Board} */
export function boardFromOptions(values) {
  const image = values.image ?? process.env.FERROPY_IMAGE;
  const flashBytes = Number(values['flash-size'] ?? process.env.FERROPY_FLASH_MIB ?? 2) << 20;
  const flashContent = values.flash ? readFlash(values.flash, flashBytes) : undefined;
  if (!image && !flashContent) fail('no firmware: give --image FILE or set FERROPY_IMAGE');
  const board = new Board({
    image,
    flashContent,
    flashBytes,
    flashTimes: values['flash-times'] ? TYPICAL_TIMES : undefined,
    cacheMissCycles: Number(values.cache ?? 0),
    seed: Number(values.seed ?? 1),
  });
  if (values.verbose) {
    board.onLog = (message) => console.error(`[${message}]`);
    board.onReset = (cause) => console.error(`[reset: ${cause}]`);
  }
  if (values.flash) process.on('exit', () => writeFlash(values.flash, board.flash.bytes));
  return board;
}

/** @param {string} message */
export function fail(message) {
  console.error(message);
  process.exit(2);
}
