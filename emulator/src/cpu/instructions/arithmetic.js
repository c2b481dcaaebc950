/**
 * Shifts, additions, comparisons and logic: the instructions 00xxxx, 010000, 10100x and those of 1011 that extend,
 * reverse or move the stack pointer. ARMv6-M ARM A6.7.
 */

/** @typedef {import('../trace_builder.js').TraceBuilder} TraceBuilder */

/** @param {TraceBuilder} t @param {string} x @param {string} y */
export function add(t, x, y) {
  t.line(`a = ${x}; b = ${y}; q = (a + b) | 0; fc = q >>> 0 < a >>> 0 ? 1 : 0; fv = (a ^ q) & (b ^ q); fn = fz = q;`);
}

/** @param {TraceBuilder} t @param {string} x @param {string} y */
export function subtract(t, x, y) {
  t.line(`a = ${x}; b = ${y}; q = (a - b) | 0; fc = a >>> 0 >= b >>> 0 ? 1 : 0; fv = (a ^ b) & (a ^ q); fn = fz = q;`);
  t.compared = true;
}

/** @param {TraceBuilder} t @param {string} x @param {string} y */
function addWithCarry(t, x, y) {
  t.line(`a = ${x}; b = ${y}; q = (a + b + fc) | 0; fc = (a >>> 0) + (b >>> 0) + fc > 0xffffffff ? 1 : 0;`);
  t.line('fv = (a ^ q) & (b ^ q); fn = fz = q;');
}

/** 000xx: shift by an immediate. @param {TraceBuilder} t @param {number} op */
export function shiftImmediate(t, op) {
  const count = (op >>> 6) & 31;
  const source = t.r((op >>> 3) & 7);
  const kind = op >>> 11;
  if (kind === 0) {
    t.line(count ? `a = ${source}; fc = (a >>> ${32 - count}) & 1; q = a << ${count};` : `q = ${source};`);
  } else if (kind === 1) {
    t.line(`a = ${source}; fc = (a >>> ${(count || 32) - 1}) & 1; q = ${count ? `(a >>> ${count}) | 0` : '0'};`);
  } else {
    t.line(`a = ${source}; fc = (a >>> ${(count || 32) - 1}) & 1; q = a >> ${count || 31};`);
  }
  t.setNz();
  t.set(op & 7, 'q');
  t.cycles += 1;
}

/** 00011: three operands. @param {TraceBuilder} t @param {number} op */
export function addSubtractShort(t, op) {
  const field = (op >>> 6) & 7;
  const operand = op & (1 << 10) ? String(field) : t.r(field);
  (op & (1 << 9) ? subtract : add)(t, t.r((op >>> 3) & 7), operand);
  t.set(op & 7, 'q');
  t.cycles += 1;
}

/** 001xx: an 8-bit immediate. @param {TraceBuilder} t @param {number} op */
export function immediate(t, op) {
  const register = (op >>> 8) & 7;
  const value = String(op & 255);
  switch ((op >>> 11) & 3) {
    case 0:
      t.line(`fn = fz = ${value};`);
      t.set(register, value);
      break;
    case 1: subtract(t, t.r(register), value); break;
    case 2: add(t, t.r(register), value); t.set(register, 'q'); break;
    default: subtract(t, t.r(register), value); t.set(register, 'q');
  }
  t.cycles += 1;
}

/** Shift by a register: by 0 nothing changes, by 32 and more all bits are gone. @param {string} below @param {string} from32 */
function shiftByRegister(below, from32) {
  return (/** @type {TraceBuilder} */ t, /** @type {string} */ d, /** @type {string} */ m) => {
    t.line(`a = ${d}; b = ${m} & 255; q = a; if (b !== 0) { if (b < 32) { ${below} } else { ${from32} } }`);
    t.setNz();
    t.line(`${d} = q;`);
  };
}

/** @param {(d: string, m: string) => string} expression */
function logic(expression) {
  return (/** @type {TraceBuilder} */ t, /** @type {string} */ d, /** @type {string} */ m) => {
    t.line(`fn = fz = ${d} = ${expression(d, m)};`);
  };
}

/** 010000 by bits 9…6. */
const TWO_REGISTERS = [
  logic((d, m) => `${d} & ${m}`),
  logic((d, m) => `${d} ^ ${m}`),
  shiftByRegister('fc = (a >>> (32 - b)) & 1; q = a << b;', 'fc = b === 32 ? a & 1 : 0; q = 0;'),
  shiftByRegister('fc = (a >>> (b - 1)) & 1; q = (a >>> b) | 0;', 'fc = b === 32 ? a >>> 31 : 0; q = 0;'),
  shiftByRegister('fc = (a >>> (b - 1)) & 1; q = a >> b;', 'fc = a >>> 31; q = a >> 31;'),
  (/** @type {TraceBuilder} */ t, /** @type {string} */ d, /** @type {string} */ m) => {
    addWithCarry(t, d, m);
    t.line(`${d} = q;`);
  },
  (/** @type {TraceBuilder} */ t, /** @type {string} */ d, /** @type {string} */ m) => {
    addWithCarry(t, d, `~${m}`);
    t.line(`${d} = q;`);
  },
  shiftByRegister('q = (a >>> b) | (a << (32 - b)); fc = q >>> 31;', 'b &= 31; if (b !== 0) q = (a >>> b) | (a << (32 - b)); fc = q >>> 31;'),
  (/** @type {TraceBuilder} */ t, /** @type {string} */ d, /** @type {string} */ m) => t.line(`fn = fz = ${d} & ${m};`),
  (/** @type {TraceBuilder} */ t, /** @type {string} */ d, /** @type {string} */ m) => {
    subtract(t, '0', m);
    t.line(`${d} = q;`);
  },
  (/** @type {TraceBuilder} */ t, /** @type {string} */ d, /** @type {string} */ m) => subtract(t, d, m),
  (/** @type {TraceBuilder} */ t, /** @type {string} */ d, /** @type {string} */ m) => add(t, d, m),
  logic((d, m) => `${d} | ${m}`),
  logic((d, m) => `Math.imul(${d}, ${m})`),
  logic((d, m) => `${d} & ~${m}`),
  logic((_d, m) => `~${m}`),
];

/** @param {TraceBuilder} t @param {number} op */
export function twoRegisters(t, op) {
  TWO_REGISTERS[(op >>> 6) & 15](t, t.r(op & 7), t.r((op >>> 3) & 7));
  t.cycles += 1;
}

/** 1010x: an address from pc or sp. @param {TraceBuilder} t @param {number} op */
export function address(t, op) {
  const offset = (op & 255) << 2;
  const value = op & (1 << 11) ? `(${t.r(13)} + ${offset}) | 0` : String((((t.pc + 4) & ~3) + offset) | 0);
  t.set((op >>> 8) & 7, value);
  t.cycles += 1;
}

/** 10110000: sp plus or minus. @param {TraceBuilder} t @param {number} op */
export function adjustStack(t, op) {
  t.set(13, `${t.r(13)} ${op & 128 ? '-' : '+'} ${(op & 127) << 2}`);
  t.cycles += 1;
}

/** 10110010: extensions. @param {TraceBuilder} t @param {number} op */
export function extend(t, op) {
  const m = t.r((op >>> 3) & 7);
  const forms = [`${m} << 16 >> 16`, `${m} << 24 >> 24`, `${m} & 65535`, `${m} & 255`];
  t.set(op & 7, forms[(op >>> 6) & 3]);
  t.cycles += 1;
}

/** 10111010: reversals of bytes. @param {TraceBuilder} t @param {number} op */
export function reverse(t, op) {
  t.line(`a = ${t.r((op >>> 3) & 7)};`);
  const halves = '((a & 0xff00ff) << 8) | ((a >>> 8) & 0xff00ff)';
  const forms = [`q = ${halves}; q = (q << 16) | (q >>> 16);`, `q = ${halves};`, '', 'q = ((a & 255) << 24 >> 16) | ((a >>> 8) & 255);'];
  t.line(forms[(op >>> 6) & 3]);
  t.set(op & 7, 'q');
  t.cycles += 1;
}
