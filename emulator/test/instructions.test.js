/** Instructions against rp2040js's interpreter, an independent implementation, and against tables where that is wrong. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { RP2040 } from 'rp2040js';
import { boardWith, LOOP } from './support.js';

const CODE = 0x20000400;
const SCRATCH = 0x20001000;

/** Numbers that repeat. @param {number} seed */
function generator(seed) {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state;
  };
}

const board = boardWith([LOOP]);
const core = board.chip.cores[0];
const reference = new RP2040();
reference.logger = { debug() {}, info() {}, warn() {}, error() {} };

/** @param {number[]} code @param {number[]} registers r0 … r12, sp, lr @param {number} apsr */
function ours(code, registers, apsr) {
  const { ram16 } = board.chip.memory;
  [...code, LOOP].forEach((half, i) => {
    ram16[(CODE & 0xfffff) / 2 + i] = half;
  });
  board.chip.dropRamCode();
  core.registers.set(registers);
  core.registers[15] = CODE;
  core.apsr = apsr;
  core.urgent = false;
  core.setDeadline(core.cycles + 1);
  core.run();
  return { registers: [...core.registers.subarray(0, 15)], apsr: core.apsr };
}

/** @param {number[]} code @param {number[]} registers @param {number} apsr */
function theirs(code, registers, apsr) {
  const other = reference.core;
  code.forEach((half, i) => reference.writeUint16(CODE + 2 * i, half));
  other.registers.set(registers);
  other.registers[15] = CODE;
  other.APSR = apsr;
  other.executeInstruction();
  return { registers: [...other.registers.subarray(0, 15)], apsr: other.APSR >>> 0 };
}

/** @param {string} name @param {(random: () => number) => number} makeOp @param {(random: () => number) => number} makeValue */
function compare(name, makeOp, makeValue = (random) => (random() & 3 ? random() : [0, 1, 0x7fffffff, 0x80000000, 0xffffffff][random() % 5])) {
  test(name, () => {
    const random = generator(name.length * 7919);
    for (let i = 0; i < 400; i++) {
      const op = makeOp(random) & 0xffff;
      const registers = Array.from({ length: 13 }, () => makeValue(random) >>> 0);
      registers.push(SCRATCH + 0x200, 0xffffffff);
      const apsr = ((random() >>> 28) << 28) >>> 0;
      for (let at = 0; at < 0x400; at += 4) {
        const value = random();
        reference.writeUint32(SCRATCH + at, value);
        board.chip.memory.ram32[((SCRATCH & 0xfffff) + at) >> 2] = value;
      }
      const context = `${op.toString(16)} with ${registers.slice(0, 8).map((r) => r.toString(16))} apsr ${apsr.toString(16)}`;
      assert.deepEqual(ours([op], registers, apsr), theirs([op], registers, apsr), context);
      const there = reference.sram.subarray(0x1000, 0x1400);
      assert.deepEqual(board.persistent.ram.subarray(0x1000, 0x1400), there, context);
    }
  });
}

const scratchAddress = (/** @type {() => number} */ random) => SCRATCH + (random() & 0xfc);
const smallOffset = (/** @type {() => number} */ random) => (random() & 1 ? SCRATCH + (random() & 0xfc) : random() & 0xfc);

compare('shifts by immediates, additions, comparisons', (random) => random() % 0x4000);
compare('logic, multiplication', (random) => 0x4000 | ([0, 1, 8, 9, 10, 11, 12, 13, 14, 15][random() % 10] << 6) | (random() & 63));
compare('high registers without pc', (random) => {
  const op = 0x4400 | ((random() % 3) << 8) | (random() & 0xff);
  const [d, m] = [(op & 7) | ((op >> 4) & 8), (op >> 3) & 15];
  return d > 12 || m > 12 ? 0x4640 : op;
});
compare('extensions and reversals', (random) => [0xb200, 0xb240, 0xb280, 0xb2c0, 0xba00, 0xba40, 0xbac0][random() % 7] | (random() & 63));
compare('addresses and the stack pointer', (random) => (random() & 1 ? 0xa000 | (random() & 0xfff) : 0xb000 | (random() & 0xff)));
compare('loads and stores with immediates', (random) => 0x6000 | (random() % 0x3000), scratchAddress);
compare('loads and stores on the stack', (random) => 0x9000 | (random() & 0xf3f));
compare('push and pop', (random) => (random() & 1 ? 0xb400 : 0xbc00) | (random() & 0xff) | 1);
compare('stores and loads of many', (random) => {
  const base = random() & 7;
  const list = (random() & 0xff & ~(1 << base)) || 1 << ((base + 1) & 7);
  return 0xc000 | (random() & 0x800) | (base << 8) | list;
}, scratchAddress);
test('loads and stores with register offsets', () => {
  const random = generator(5);
  for (let i = 0; i < 400; i++) {
    const op = 0x5000 | ((random() & 7) << 9) | (1 << 6) | (0 << 3) | (random() & 7);
    const registers = Array.from({ length: 13 }, () => smallOffset(random));
    registers[0] = SCRATCH;
    registers[1] = random() & 0xfc;
    registers.push(SCRATCH, 0xffffffff);
    assert.deepEqual(ours([op], registers, 0), theirs([op], registers, 0), op.toString(16));
  }
});

const N = 0x80000000;
const Z = 0x40000000;
const C = 0x20000000;
const V = 0x10000000;

/** Cases in which rp2040js sets wrong flags. Operation on r0 and r1: [opcode, r0, r1, flags before, result, flags after]. */
const FLAGS = [
  ['adcs', 0x4148, 0x7fffffff, 0, C, 0x80000000, N | V],
  ['adcs', 0x4148, 0xffffffff, 0xffffffff, C, 0xffffffff, N | C],
  ['sbcs', 0x4188, 0x80000000, 0, 0, 0x7fffffff, C | V],
  ['sbcs', 0x4188, 5, 5, C, 0, Z | C],
  ['lsls by 0', 0x4088, 5, 0, C, 5, C],
  ['lsls by 32', 0x4088, 1, 32, 0, 0, Z | C],
  ['lsls by 33', 0x4088, 0xffffffff, 33, C, 0, Z],
  ['lsrs by 0', 0x40c8, N, 0, 0, N, N],
  ['lsrs by 32', 0x40c8, N, 32, 0, 0, Z | C],
  ['lsrs by 200', 0x40c8, 0xffffffff, 200, C, 0, Z],
  ['asrs by 0', 0x4108, N, 0, 0, N, N],
  ['asrs by 40', 0x4108, N, 40, 0, 0xffffffff, N | C],
  ['rors by 0', 0x41c8, N, 0, 0, N, N],
  ['rors by 32', 0x41c8, N, 32, 0, N, N | C],
  ['rors by 4', 0x41c8, 0x12345678, 4, 0, 0x81234567, N | C],
];
for (const [name, op, r0, r1, before, result, after] of FLAGS) {
  test(`flags of ${name} of ${Number(r0).toString(16)}`, () => {
    const registers = [r0, r1, ...new Array(11).fill(0), SCRATCH, 0].map(Number);
    const state = ours([Number(op)], registers, Number(before));
    assert.equal(state.registers[0], Number(result) >>> 0);
    assert.equal(state.apsr >>> 28, Number(after) >>> 28);
  });
}
