/**
 * Translates instructions to JavaScript and keeps the result. Each instruction's meaning exists once, as the text that
 * `instructions/` writes for it; there is no interpreter beside it.
 *
 * A trace is valid as long as its code is: a write to a line of RAM from which something was translated takes what was
 * translated from RAM out of use, until a look at the code shows that it is the same; erasing or programming flash that
 * holds translated code drops everything. Both are rare.
 *
 * Measured with Node 20 on MicroPython: rp2040js's own interpreter does 21 million instructions a second; see README.md.
 */
import { CODE_LINE_SHIFT, RAM_BYTES, ROM_BYTES } from '../chip/memory.js';
import { TraceBuilder } from './trace_builder.js';
import * as arithmetic from './instructions/arithmetic.js';
import * as control from './instructions/control.js';
import * as memory from './instructions/memory.js';

/** @typedef {() => number} Trace runs instructions; returns the address to go on at */
/** @typedef {{ trace: Trace, code: [address: number, op: number][] }} RamTrace */

/** Between 40 and 200 it makes no difference. */
const MAX_INSTRUCTIONS = 128;
const FLASH_SECTOR_SHIFT = 12;
const PARAMETERS = ['R', 'F', 'T', 'core', 'ram8', 'ram16', 'ram32', 'code', 'cache',
  'load8', 'load16', 'load32', 'store8', 'store16', 'store32'];

export class Traces {
  /** By address, halved. @type {(Trace | undefined)[]} */
  rom = [];
  /** @type {(Trace | undefined)[]} */
  flash = [];

  /** @param {import('./core.js').Core} core @param {import('../chip/memory.js').Memory} memoryOfChip */
  constructor(core, memoryOfChip) {
    this.core = core;
    this.memory = memoryOfChip;
    this.translated = 0;
    /** Sectors of flash from which something was translated. */
    this.flashSectors = new Uint8Array(memoryOfChip.flashBytes >> FLASH_SECTOR_SHIFT);
    /** @type {(Trace | undefined)[]} */
    this.ram = new Array(RAM_BYTES >> 1).fill(undefined);
    /** Which elements of `ram` are traces. @type {number[]} */
    this.ramInUse = [];
    /** All that was translated from RAM, by address. @type {Map<number, RamTrace>} */
    this.ramTraces = new Map();
    this.arguments = this.makeArguments();
    this.dropAll();
  }

  /** The values of PARAMETERS. */
  makeArguments() {
    const { core, memory: m } = this;
    const { bus, time } = core;
    const load = (/** @type {'load8' | 'load16' | 'load32'} */ name) =>
      (/** @type {number} */ address, /** @type {number} */ cycles, /** @type {number} */ pc) => {
        core.accessPc = pc;
        time[0] += cycles;
        const value = bus[name](address);
        time[0] -= cycles;
        return value | 0;
      };
    const store = (/** @type {'store8' | 'store16' | 'store32'} */ name) =>
      (/** @type {number} */ address, /** @type {number} */ value, /** @type {number} */ cycles, /** @type {number} */ pc) => {
        core.accessPc = pc;
        time[0] += cycles;
        bus[name](address, value);
        time[0] -= cycles;
      };
    return [core.registers, core.flags, time, core, m.ram8, m.ram16, m.ram32, m.codeLines, m.cache,
      load('load8'), load('load16'), load('load32'), store('store8'), store('store16'), store('store32')];
  }

  dropAll() {
    this.rom = new Array(ROM_BYTES >> 1).fill(undefined);
    this.flash = new Array(this.memory.flashBytes >> 1).fill(undefined);
    this.flashSectors.fill(0);
  }

  /** Takes out of use what was translated from RAM. */
  dropRam() {
    for (const index of this.ramInUse) this.ram[index] = undefined;
    this.ramInUse = [];
  }

  /** @param {number} offset of flash that changed @param {number} length */
  flashChanged(offset, length) {
    for (let at = offset & ~4095; at < offset + length; at += 4096) {
      if (this.flashSectors[at >> FLASH_SECTOR_SHIFT]) return this.dropAll();
    }
  }

  /** @param {number} pc @returns {Trace} */
  at(pc) {
    switch (pc >>> 28) {
      case 1: return this.flash[(pc & 0xffffff) >>> 1] ?? this.make(pc);
      case 2: return this.ram[(pc & 0xffffff) >>> 1] ?? this.make(pc);
      case 0: return this.rom[pc >>> 1] ?? this.make(pc);
      default: return this.elsewhere(pc);
    }
  }

  /** A return from an exception, or a jump into nowhere. @param {number} pc @returns {Trace} */
  elsewhere(pc) {
    return () => {
      if (pc >= 0xf0000000 && this.core.inHandler) this.core.interruptTrace();
      else this.core.badBranch(pc);
      return pc;
    };
  }

  /** @param {number} pc @returns {Trace} */
  make(pc) {
    const table = this.tableOf(pc);
    if (!table) return this.elsewhere(pc);
    const index = (pc & 0xffffff) >>> 1;
    if (table === this.ram) {
      this.ramInUse.push(index);
      return (table[index] = this.ramTrace(pc));
    }
    return (table[index] = this.compile(this.translate(pc)));
  }

  /** @param {TraceBuilder} builder @returns {Trace} */
  compile(builder) {
    return new Function(...PARAMETERS, builder.text())(...this.arguments);
  }

  /** A trace of code in RAM: that of before, if the code is still the same. @param {number} pc @returns {Trace} */
  ramTrace(pc) {
    const known = this.ramTraces.get(pc);
    if (known && known.code.every(([address, op]) => this.fetch(address) === op)) {
      for (const [address] of known.code) this.remember(address);
      return known.trace;
    }
    const builder = this.translate(pc);
    const trace = this.compile(builder);
    const code = [...builder.visited].map((address) => /** @type {[number, number]} */ ([address, this.fetch(address)]));
    this.ramTraces.set(pc, { trace, code });
    return trace;
  }

  /** @param {number} pc */
  tableOf(pc) {
    if (pc < ROM_BYTES) return this.rom;
    if (pc >>> 24 === 0x10 && (pc & 0xffffff) < this.memory.flashBytes) return this.flash;
    if (pc >>> 28 === 2 && (pc & 0xfffffff) < RAM_BYTES) return this.ram;
    return null;
  }

  /** @param {number} pc @returns {TraceBuilder} */
  translate(pc) {
    this.translated++;
    const t = new TraceBuilder(pc, this.memory.cache !== null);
    for (let count = 0; ; count++) {
      if (t.ended) {
        const [target] = t.pending.keys();
        if (target === undefined || t.visited.has(target)) break;
        t.place(target);
      } else if (t.pending.has(t.next)) {
        t.place(t.next);
      }
      if (count >= MAX_INSTRUCTIONS || !this.tableOf(t.next) || t.visited.has(t.next)) {
        t.line(t.exit(t.next, 0));
        t.ended = true;
        break;
      }
      const compared = t.compared;
      t.pc = t.next;
      t.compared = false;
      this.remember(t.pc);
      t.visited.add(t.pc);
      const op = this.fetch(t.pc);
      const isWide = op >>> 11 > 0b11100;
      t.next = t.pc + (isWide ? 4 : 2);
      if (isWide) t.visited.add(t.pc + 2);
      t.fetch();
      this.instruction(t, op, isWide, compared);
    }
    t.finish();
    return t;
  }

  /** @param {TraceBuilder} t @param {number} op @param {boolean} isWide @param {boolean} compared */
  instruction(t, op, isWide, compared) {
    if (isWide) return control.wide(t, op, this.fetch(t.pc + 2));
    switch (op >>> 11) {
      case 0: case 1: case 2: return arithmetic.shiftImmediate(t, op);
      case 3: return arithmetic.addSubtractShort(t, op);
      case 4: case 5: case 6: case 7: return arithmetic.immediate(t, op);
      case 8: return op & (1 << 10) ? control.highRegisters(t, op) : arithmetic.twoRegisters(t, op);
      case 9: return memory.loadLiteral(t, op, (address) => this.constant(address));
      case 10: case 11: return memory.registerOffset(t, op);
      case 12: case 13: case 14: case 15: case 16: case 17: return memory.immediateOffset(t, op);
      case 18: case 19: return memory.stackOffset(t, op);
      case 20: case 21: return arithmetic.address(t, op);
      case 22: case 23: return this.miscellaneous(t, op);
      case 24: case 25: return memory.multiple(t, op);
      case 26: case 27: return control.conditionalBranch(t, op, compared);
      default: return control.branch(t, op);
    }
  }

  /** 1011. @param {TraceBuilder} t @param {number} op */
  miscellaneous(t, op) {
    switch ((op >>> 8) & 15) {
      case 0: return arithmetic.adjustStack(t, op);
      case 2: return arithmetic.extend(t, op);
      case 4: case 5: return memory.push(t, op);
      case 6: return control.changeState(t, op);
      case 10: return ((op >>> 6) & 3) === 2 ? control.undefinedInstruction(t) : arithmetic.reverse(t, op);
      case 12: case 13: return memory.pop(t, op);
      case 14: return control.breakpoint(t, op);
      case 15: return control.hint(t, op);
      default: return control.undefinedInstruction(t);
    }
  }

  /** @param {number} pc */
  fetch(pc) {
    const { memory: m } = this;
    if (pc >>> 28 === 0) return m.rom16[pc >>> 1];
    return pc >>> 28 === 1 ? m.flash16[(pc & 0xffffff) >>> 1] : m.ram16[(pc & 0xffffff) >>> 1];
  }

  /** A literal in ROM or flash, which the trace then depends on. @param {number} address */
  constant(address) {
    this.remember(address);
    return address >>> 28 === 0 ? this.memory.rom32[address >>> 2] : this.memory.flash32[(address & 0xffffff) >>> 2];
  }

  /** Notes that a trace depends on the word at an address. @param {number} address */
  remember(address) {
    if (address >>> 28 === 1) {
      this.flashSectors[(address & 0xffffff) >>> FLASH_SECTOR_SHIFT] = 1;
    } else if (address >>> 28 === 2) {
      this.memory.codeLines[(address & 0xffffff) >>> CODE_LINE_SHIFT] = 1;
      this.memory.codeLines[((address & 0xffffff) + 3) >>> CODE_LINE_SHIFT] = 1;
    }
  }
}
