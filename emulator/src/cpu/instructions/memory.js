/** Loads and stores. ARMv6-M ARM A6.7; Cortex-M0+ TRM 3.3 for the cycles. */

import { RAM_BYTES, RAM_START } from '../../chip/memory.js';

/** @typedef {import('../trace_builder.js').TraceBuilder} TraceBuilder */

/** 01001: from the literals after the code. In flash and ROM they are constants. @param {TraceBuilder} t @param {number} op @param {(address: number) => number} constant */
export function loadLiteral(t, op, constant) {
  const register = (op >>> 8) & 7;
  const address = (((t.pc + 4) & ~3) + ((op & 255) << 2)) >>> 0;
  if (address >>> 28 > 1) {
    t.line(`a = ${address | 0};`);
    t.load(register, 4, false, true);
    return;
  }
  if (t.countsCache && address >>> 24 === 0x10) t.line(`T[0] += cache.touch(${address});`);
  t.set(register, String(constant(address) | 0));
  t.cycles += 2;
}

/** 0101: address is the sum of two registers. @param {TraceBuilder} t @param {number} op */
export function registerOffset(t, op) {
  t.line(`a = (${t.r((op >>> 3) & 7)} + ${t.r((op >>> 6) & 7)}) | 0;`);
  const register = op & 7;
  switch ((op >>> 9) & 7) {
    case 0: t.store(register, 4, false); break;
    case 1: t.store(register, 2, false); break;
    case 2: t.store(register, 1, false); break;
    case 3: t.load(register, 1, true, false); break;
    case 4: t.load(register, 4, false, false); break;
    case 5: t.load(register, 2, false, false); break;
    case 6: t.load(register, 1, false, false); break;
    default: t.load(register, 2, true, false);
  }
}

/** 011xx and 1000x: a register and an immediate. @param {TraceBuilder} t @param {number} op */
export function immediateOffset(t, op) {
  const bytes = /** @type {1 | 2 | 4} */ (op >>> 12 === 8 ? 2 : op & (1 << 12) ? 1 : 4);
  t.line(`a = (${t.r((op >>> 3) & 7)} + ${((op >>> 6) & 31) * bytes}) | 0;`);
  if (op & (1 << 11)) t.load(op & 7, bytes, false, false);
  else t.store(op & 7, bytes, false);
}

/** 1001x: relative to the stack pointer. @param {TraceBuilder} t @param {number} op */
export function stackOffset(t, op) {
  t.line(`a = (${t.r(13)} + ${(op & 255) << 2}) | 0;`);
  if (op & (1 << 11)) t.load((op >>> 8) & 7, 4, false, true);
  else t.store((op >>> 8) & 7, 4, true);
}

/** @param {number} bits @returns {number[]} */
function list(bits) {
  return [0, 1, 2, 3, 4, 5, 6, 7].filter((n) => bits & (1 << n));
}

/** 1011x10: PUSH. @param {TraceBuilder} t @param {number} op */
export function push(t, op) {
  const registers = list(op);
  if (op & 256) registers.push(14);
  t.line(`a = (${t.r(13)} - ${4 * registers.length}) | 0;`);
  t.storeMany(registers, true);
  t.line('r13 = a;');
  afterMany(t, 1 + registers.length);
}

/** 1011x10: POP. @param {TraceBuilder} t @param {number} op */
export function pop(t, op) {
  const registers = list(op);
  const size = 4 * (registers.length + (op & 256 ? 1 : 0));
  t.line(`a = ${t.r(13)};`);
  t.loadMany(registers, true);
  if (!(op & 256)) {
    t.line(`r13 = (a + ${size}) | 0;`);
    afterMany(t, 1 + registers.length);
    return;
  }
  t.line(`b = (a + ${size - 4}) | 0; r13 = (a + ${size}) | 0;`);
  t.line(`o = b ^ ${RAM_START};`);
  t.line(`if (o >>> 0 < ${RAM_BYTES}) q = ram32[o >>> 2]; else q = load32(b, ${t.cycles}, ${t.pc});`);
  t.endAtInterworking('q', 4 + registers.length);
}

/** 1100x: STMIA and LDMIA. @param {TraceBuilder} t @param {number} op */
export function multiple(t, op) {
  const registers = list(op);
  const base = (op >>> 8) & 7;
  t.line(`a = ${t.r(base)};`);
  const isLoad = (op & (1 << 11)) !== 0;
  if (isLoad) t.loadMany(registers);
  else t.storeMany(registers);
  if (!isLoad || !registers.includes(base)) t.set(base, `(a + ${4 * registers.length}) | 0`);
  afterMany(t, 1 + registers.length);
}

/** @param {TraceBuilder} t @param {number} cycles */
function afterMany(t, cycles) {
  t.line(`if (T[1] === 0) ${t.exit(t.next, cycles)}`);
  t.cycles += cycles;
}
