/**
 * Boards for tests. Most need no firmware and no boot ROM: their program stands in the ROM itself, as halfwords. Tests
 * of a real image take its path from FERROPY_IMAGE and are skipped without.
 */
import assert from 'node:assert/strict';
import { Board, RawRepl } from '../src/index.js';

/** Where programs in ROM begin, after a vector table of 48 words. */
export const ENTRY = 0xc0;
export const STACK = 0x20040000;

export const image = process.env.FERROPY_IMAGE;
/** Size of the flash that it needs. */
export const flashBytes = Number(process.env.FERROPY_FLASH_MIB ?? 2) << 20;
/** For `test(name, needsImage, …)`. */
export const needsImage = { skip: image ? false : 'FERROPY_IMAGE names no firmware' };

/** The image on a board, at the raw REPL. @param {Partial<import('../src/board.js').BoardOptions>} [options] */
export function booted(options = {}) {
  const board = new Board({ image, flashBytes, ...options });
  const repl = new RawRepl(board);
  repl.enter();
  return { board, repl };
}

/** What a script prints, line by line; its last line may be empty. @param {RawRepl} repl @param {string} script */
export function lines(repl, script) {
  const { output, error } = repl.execute(script, 30);
  assert.equal(error, '');
  return output.trimEnd().split('\r\n');
}

export const LOOP = 0xe7fe;
export const WFI = 0xbf30;
export const WFE = 0xbf20;
export const NOP = 0xbf00;
/** Stops the board's run with 'halt'. */
export const STOP = 0xbe00;

/** `ldr register, =value`. @typedef {{ register: number, value: number }} Literal */

/** @param {number} register @param {number} value @returns {Literal} */
export function ldr(register, value) {
  return { register, value };
}

/**
 * Instructions as halfwords at an address, with the literals behind them.
 * @param {(number | Literal)[]} program @param {number} address a multiple of 4
 */
export function assemble(program, address) {
  const literals = program.filter((item) => typeof item !== 'number').map((item) => /** @type {Literal} */ (item).value);
  const code = program.length & 1 ? [...program, NOP] : program;
  const pool = address + 2 * code.length;
  let used = 0;
  const halves = code.map((item, i) => {
    if (typeof item === 'number') return item;
    const base = (address + 2 * i + 4) & ~3;
    return 0x4800 | (item.register << 8) | ((pool + 4 * used++ - base) >> 2);
  });
  return [...halves, ...literals.flatMap((value) => [value & 0xffff, value >>> 16])];
}

/**
 * A board whose core 0 runs `program`; core 1 sleeps. Every exception jumps to `handler`, if there is one.
 * @param {(number | Literal)[]} program
 * @param {{ handler?: (number | Literal)[] } & import('../src/board.js').BoardOptions} [options]
 */
export function boardWith(program, { handler = [LOOP], ...options } = {}) {
  const rom = new Uint32Array(4096);
  const halves = new Uint16Array(rom.buffer);
  const code = assemble(program, ENTRY);
  const handlerAt = ENTRY + 2 * code.length;
  rom.fill(handlerAt | 1, 0, 48);
  rom[0] = STACK;
  rom[1] = ENTRY | 1;
  halves.set(code, ENTRY / 2);
  halves.set(assemble(handler, handlerAt), handlerAt / 2);
  const board = new Board({ rom, ...options });
  board.chip.cores[1].sleeping = true;
  return board;
}
