/** Branches, moves of high registers, and what concerns the processor itself. ARMv6-M ARM A6.7, B4. */
import { subtract } from './arithmetic.js';

/** @typedef {import('../trace_builder.js').TraceBuilder} TraceBuilder */

/** Conditions by number, of the flags. */
const CONDITIONS = ['fz === 0', 'fz !== 0', 'fc !== 0', 'fc === 0', 'fn < 0', 'fn >= 0', 'fv < 0', 'fv >= 0',
  'fc !== 0 && fz !== 0', 'fc === 0 || fz === 0', '(fn ^ fv) >= 0', '(fn ^ fv) < 0',
  'fz !== 0 && (fn ^ fv) >= 0', 'fz === 0 || (fn ^ fv) < 0'];
/** The same right after a subtraction of b from a. */
const COMPARISONS = ['a === b', 'a !== b', 'a >>> 0 >= b >>> 0', 'a >>> 0 < b >>> 0', 'q < 0', 'q >= 0', 'fv < 0', 'fv >= 0',
  'a >>> 0 > b >>> 0', 'a >>> 0 <= b >>> 0', 'a >= b', 'a < b', 'a > b', 'a <= b'];

/** 010001: ADD, CMP, MOV of any registers; BX, BLX. @param {TraceBuilder} t @param {number} op */
export function highRegisters(t, op) {
  const m = (op >>> 3) & 15;
  const d = (op & 7) | ((op >>> 4) & 8);
  switch ((op >>> 8) & 3) {
    case 0: setOrJump(t, d, `(${t.r(d)} + ${t.r(m)}) | 0`); break;
    case 1:
      subtract(t, t.r(d), t.r(m));
      t.cycles += 1;
      break;
    case 2: setOrJump(t, d, t.r(m)); break;
    default:
      t.line(`q = ${t.r(m)};`);
      if (op & 128) t.set(14, String((t.next | 1) | 0));
      t.endAtInterworking('q', 2);
  }
}

/** @param {TraceBuilder} t @param {number} d @param {string} value */
function setOrJump(t, d, value) {
  if (d === 15) {
    t.end(`((${value}) & -2) >>> 0`, 2);
  } else {
    t.set(d, value);
    t.cycles += 1;
  }
}

/** 1101: conditional branches; UDF and SVC. @param {TraceBuilder} t @param {number} op @param {boolean} compared */
export function conditionalBranch(t, op, compared) {
  const condition = (op >>> 8) & 15;
  if (condition === 15) {
    t.line(t.atThisTime('core.supervisorCall();'));
    t.end(t.next, 1);
  } else if (condition === 14) {
    undefinedInstruction(t);
  } else {
    const target = (t.pc + 4 + ((op << 24) >> 23)) >>> 0;
    t.line(`if (${(compared ? COMPARISONS : CONDITIONS)[condition]}) ${t.jump(target, 2)}`);
    t.cycles += 1;
  }
}

/** 11100. @param {TraceBuilder} t @param {number} op */
export function branch(t, op) {
  t.follow((t.pc + 4 + ((op << 21) >> 20)) >>> 0, 2);
}

/** @param {TraceBuilder} t */
export function undefinedInstruction(t) {
  t.line(t.atThisTime(`core.breakpoint(0, false, ${t.pc});`));
  t.end(`${t.pc}`, 1);
}

/** 10111110. @param {TraceBuilder} t @param {number} op */
export function breakpoint(t, op) {
  t.line(t.atThisTime(`core.breakpoint(${op & 255}, true, ${t.pc});`));
  t.end(`${t.pc}`, 1);
}

/** 10110110: CPSIE i, CPSID i. @param {TraceBuilder} t @param {number} op */
export function changeState(t, op) {
  t.line(t.atThisTime(`core.setPrimask(${(op & 16) !== 0});`));
  t.cycles += 1;
  if (!(op & 16)) t.line(`if (T[1] === 0) ${t.exit(t.next, 0)}`);
}

/** 10111111: NOP, YIELD, WFE, WFI, SEV. @param {TraceBuilder} t @param {number} op */
export function hint(t, op) {
  const calls = ['', '', 'core.waitForEvent();', 'core.waitForInterrupt();', 'core.onSendEvent();'];
  const call = calls[(op >>> 4) & 15] ?? '';
  if (call) t.line(t.atThisTime(call));
  t.cycles += call ? 2 : 1;
  if (call) t.line(`if (T[1] === 0) ${t.exit(t.next, 0)}`);
}

/** 11110: BL, MSR, MRS, barriers. @param {TraceBuilder} t @param {number} op @param {number} second */
export function wide(t, op, second) {
  if ((second & 0xd000) === 0xd000) {
    const s = (op >>> 10) & 1;
    const i1 = 1 ^ (second >>> 13) & 1 ^ s;
    const i2 = 1 ^ (second >>> 11) & 1 ^ s;
    const offset = ((s ? 0xff : 0) << 24) | (i1 << 23) | (i2 << 22) | ((op & 1023) << 12) | ((second & 2047) << 1);
    t.set(14, String((t.next | 1) | 0));
    // Going on in the callee, and back with a check of the return address, made everything 15 % slower.
    t.end((t.pc + 4 + offset) >>> 0, 3);
  } else if (op >>> 5 === 0b11110011100 && second >>> 8 === 0x88) {
    writeSpecial(t, op & 15, second & 255);
  } else if (op === 0xf3ef && second >>> 12 === 8) {
    readSpecial(t, (second >>> 8) & 15, second & 255);
  } else if (op === 0xf3bf && second >>> 8 === 0x8f) {
    t.cycles += 3;
    t.line(`if (T[1] === 0) ${t.exit(t.next, 0)}`);
  } else {
    undefinedInstruction(t);
  }
}

/** The core may swap stacks or set flags: registers that it touches go out and come back. @param {TraceBuilder} t @param {number} register @param {number} special */
function writeSpecial(t, register, special) {
  const source = t.r(register);
  t.line(`R[13] = ${t.r(13)}; F[0] = fn; F[1] = fz; F[2] = fc; F[3] = fv;`);
  t.line(t.atThisTime(`core.writeSpecial(${special}, ${source});`));
  t.line('r13 = R[13] | 0; fn = F[0]; fz = F[1]; fc = F[2]; fv = F[3];');
  t.cycles += 3;
  t.line(`if (T[1] === 0) ${t.exit(t.next, 0)}`);
}

/** @param {TraceBuilder} t @param {number} register @param {number} special */
function readSpecial(t, register, special) {
  t.line(`R[13] = ${t.r(13)}; F[0] = fn; F[1] = fz; F[2] = fc; F[3] = fv;`);
  t.set(register, `core.readSpecial(${special}) | 0`);
  t.cycles += 3;
}

