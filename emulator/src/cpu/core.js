/**
 * One Cortex-M0+ core: registers, exceptions and sleep. Instructions are not interpreted here: `traces.js` translates
 * them to JavaScript, and {@link Core#run} goes from one translated trace to the next.
 *
 * The state is typed arrays, because the translated code reads and writes it at its entry and exit:
 *
 *     registers  Uint32Array(16)  r0 … r12, sp (the active one), lr, pc (valid between traces only)
 *     flags      Int32Array(4)    [0] N is its sign   [1] Z if it is 0   [2] C, 0 or 1   [3] V is its sign
 *     time       Float64Array(2)  [0] cycles so far   [1] the cycle at which the trace has to be left; 0 = at once
 *
 * ARMv6-M Architecture Reference Manual, B1 (exceptions); Cortex-M0+ TRM 3.3 (cycles).
 */
import { Nvic } from './nvic.js';

export const EXCEPTION = { HARD_FAULT: 3, SVCALL: 11, PENDSV: 14, SYSTICK: 15, FIRST_INTERRUPT: 16 };

const SP = 13;
const LR = 14;
const PC = 15;
/** Cycles from a request to the first instruction of its handler, and from the return to the thread's next one. */
const ENTRY_CYCLES = 15;
const RETURN_CYCLES = 13;

/** Why a core stopped by itself. @typedef {{ kind: 'lockup' | 'breakpoint', pc: number, detail: string }} Halt */

export class Core {
  /** The stack pointer that is not in use. */
  otherStack = 0;
  usesProcessStack = false;
  inHandler = false;
  unprivileged = false;
  primask = false;
  /** Number of the active exception, 0 in a thread. */
  exception = 0;
  sleeping = false;
  waitingForEvent = false;
  eventRegistered = false;
  /** What went wrong, and at which instruction. @type {string | null} */
  fault = null;
  faultPc = 0;
  /** The instruction that accesses the bus. */
  accessPc = 0;

  /**
   * @param {number} index 0 or 1
   * @param {import('./bus.js').Bus} bus
   */
  constructor(index, bus) {
    this.index = index;
    this.bus = bus;
    this.registers = new Uint32Array(16);
    this.flags = new Int32Array(4);
    this.time = new Float64Array(2);
    this.time[1] = Infinity;
    /** The time[1] to go back to when nothing is urgent. */
    this.deadline = Infinity;
    /** Something has to be looked at before the next trace: an exception, a fault, sleep. */
    this.urgent = false;
    this.nvic = new Nvic(this);
    /** Filled in by traces.js. @type {import('./traces.js').Traces} */
    this.traces = /** @type {any} */ (null);
    /** Called with a halt; the board stops its loop. */
    this.onHalt = (/** @type {Halt} */ _halt) => {};
    this.onSendEvent = () => {};
    /** Cycles spent asleep, part of time[0]. */
    this.asleepCycles = 0;
    this.reset();
  }

  /** Power-on state; execution starts where the vector table at 0 (the boot ROM) says. */
  reset() {
    this.registers.fill(0);
    this.flags.set([1, 1, 0, 0]);
    this.otherStack = 0;
    this.usesProcessStack = false;
    this.inHandler = false;
    this.unprivileged = false;
    this.primask = false;
    this.exception = 0;
    this.sleeping = false;
    this.waitingForEvent = false;
    this.eventRegistered = false;
    this.fault = null;
    this.nvic.reset();
    this.registers[SP] = this.bus.load32(0) & ~3;
    this.registers[PC] = this.bus.load32(4) & ~1;
    this.registers[LR] = 0xffffffff;
  }

  get pc() {
    return this.registers[PC];
  }

  set pc(value) {
    this.registers[PC] = value;
  }

  get cycles() {
    return this.time[0];
  }

  set cycles(value) {
    this.time[0] = value;
  }

  /** Makes the running trace end as soon as it looks. */
  interruptTrace() {
    this.urgent = true;
    this.time[1] = 0;
  }

  /** @param {number} cycle run no further than this */
  setDeadline(cycle) {
    this.deadline = cycle;
    this.time[1] = this.urgent ? 0 : cycle;
  }

  /** Runs traces until the deadline, or until something is urgent. */
  run() {
    const { time, traces } = this;
    let pc = this.registers[PC];
    while (time[0] < time[1]) pc = traces.at(pc)();
    this.registers[PC] = pc;
  }

  /** What a trace returns for a jump whose target says that the processor isn't in Thumb state. @param {number} target */
  badBranch(target) {
    this.accessPc = target;
    this.raiseFault(`jump to ${hex(target)}, which is not Thumb code`);
    return target;
  }

  /** Deals with what made `urgent`. Called between traces. */
  attend() {
    this.urgent = false;
    if (this.fault) {
      this.enterFault();
    } else if (this.registers[PC] >= 0xf0000000) {
      this.exceptionReturn(this.registers[PC]);
    }
    const pending = this.nvic.next(this.executionPriority());
    if (pending) {
      this.sleeping = false;
      this.nvic.taken(pending);
      this.exceptionEntry(pending);
    } else if (this.sleeping && this.waitingForEvent && this.eventRegistered) {
      this.sleeping = this.waitingForEvent = this.eventRegistered = false;
    } else if (this.sleeping && this.wakes()) {
      this.sleeping = this.waitingForEvent = false;
    }
    this.time[1] = this.urgent || this.sleeping ? 0 : this.deadline;
  }

  /** Would an interrupt wake the core although PRIMASK keeps it from being taken? (B1.5.18) */
  wakes() {
    return this.nvic.next(this.activePriority()) !== 0;
  }

  /** Priority of the active exception; 4 is that of a thread. */
  activePriority() {
    return this.exception === 0 ? 4 : this.nvic.priorityOf(this.exception);
  }

  executionPriority() {
    return this.primask ? Math.min(0, this.activePriority()) : this.activePriority();
  }

  /** The instruction at `accessPc` did what it must not. @param {string} detail */
  raiseFault(detail) {
    if (this.fault === null) {
      this.fault = detail;
      this.faultPc = this.accessPc;
    }
    this.interruptTrace();
  }

  enterFault() {
    const detail = /** @type {string} */ (this.fault);
    this.fault = null;
    this.pc = this.faultPc;
    this.bus.log(`core ${this.index}: hard fault at ${hex(this.pc)}: ${detail}`);
    if (this.exception === EXCEPTION.HARD_FAULT || this.exception === 2) {
      this.sleeping = true;
      this.onHalt({ kind: 'lockup', pc: this.pc, detail });
      return;
    }
    this.exceptionEntry(EXCEPTION.HARD_FAULT);
  }

  /** BKPT, or UDF. @param {number} number @param {boolean} isBreakpoint @param {number} pc */
  breakpoint(number, isBreakpoint, pc) {
    this.accessPc = pc;
    if (isBreakpoint) this.onHalt({ kind: 'breakpoint', pc, detail: `bkpt ${number}` });
    this.raiseFault(isBreakpoint ? `bkpt ${number}` : 'undefined instruction');
  }

  supervisorCall() {
    this.nvic.pendSystem(EXCEPTION.SVCALL);
  }

  waitForInterrupt() {
    this.sleeping = true;
    this.interruptTrace();
  }

  waitForEvent() {
    if (this.eventRegistered) {
      this.eventRegistered = false;
    } else {
      this.waitingForEvent = true;
      this.waitForInterrupt();
    }
  }

  /** SEV of this or the other core, or an exception. */
  receiveEvent() {
    this.eventRegistered = true;
    // It wakes when it is attended to, which knows for how long it has slept.
    if (this.sleeping && this.waitingForEvent) this.interruptTrace();
  }

  /** @param {number} number */
  exceptionEntry(number) {
    const r = this.registers;
    const frame = (r[SP] - 0x20) & ~4;
    const padded = r[SP] & 4 ? 1 << 9 : 0;
    const { bus } = this;
    [r[0], r[1], r[2], r[3], r[12], r[LR], r[PC], this.xpsr | padded].forEach((word, i) => bus.store32(frame + 4 * i, word));
    const processStack = this.usesProcessStack;
    r[SP] = frame;
    r[LR] = this.inHandler ? 0xfffffff1 : processStack ? 0xfffffffd : 0xfffffff9;
    this.selectStack(false);
    this.inHandler = true;
    this.exception = number;
    this.eventRegistered = true;
    this.waitingForEvent = false;
    r[PC] = bus.load32(this.nvic.vectorTable + 4 * number) & ~1;
    this.cycles += ENTRY_CYCLES;
  }

  /** @param {number} value the EXC_RETURN that was jumped to */
  exceptionReturn(value) {
    const r = this.registers;
    this.nvic.returned(this.exception);
    this.inHandler = (value & 0xe) === 0;
    this.selectStack((value & 0xc) === 0xc);
    const frame = r[SP];
    const { bus } = this;
    for (const [i, register] of [0, 1, 2, 3, 12, LR, PC].entries()) r[register] = bus.load32(frame + 4 * i);
    r[PC] &= ~1;
    const psr = bus.load32(frame + 0x1c);
    r[SP] = (frame + 0x20) | (psr & (1 << 9) ? 4 : 0);
    this.apsr = psr;
    this.exception = psr & 0x3f;
    this.eventRegistered = true;
    this.cycles += RETURN_CYCLES;
    if (!this.inHandler && this.nvic.sleepOnExit) this.sleeping = true;
  }

  /** @param {boolean} process */
  selectStack(process) {
    if (process === this.usesProcessStack) return;
    const active = this.registers[SP];
    this.registers[SP] = this.otherStack;
    this.otherStack = active;
    this.usesProcessStack = process;
  }

  get apsr() {
    const [n, z, c, v] = this.flags;
    return ((n < 0 ? 1 << 31 : 0) | (z === 0 ? 1 << 30 : 0) | (c << 29) | (v < 0 ? 1 << 28 : 0)) >>> 0;
  }

  set apsr(value) {
    this.flags[0] = value;
    this.flags[1] = value & (1 << 30) ? 0 : 1;
    this.flags[2] = (value >>> 29) & 1;
    this.flags[3] = value << 3;
  }

  get xpsr() {
    return (this.apsr | this.exception | (1 << 24)) >>> 0;
  }

  /** MRS. @param {number} number SYSm */
  readSpecial(number) {
    switch (number) {
      case 0: return this.apsr;
      case 1: return (this.apsr | this.exception) >>> 0;
      case 3: return (this.apsr | this.exception) >>> 0;
      case 5: return this.exception;
      case 8: return this.usesProcessStack ? this.otherStack : this.registers[SP];
      case 9: return this.usesProcessStack ? this.registers[SP] : this.otherStack;
      case 16: return this.primask ? 1 : 0;
      case 20: return (this.usesProcessStack ? 2 : 0) | (this.unprivileged ? 1 : 0);
      default: return 0;
    }
  }

  /** MSR. @param {number} number SYSm @param {number} value */
  writeSpecial(number, value) {
    switch (number) {
      case 0: case 1: case 2: case 3: this.apsr = value; break;
      case 8: this.setStack(false, value); break;
      case 9: this.setStack(true, value); break;
      case 16: this.setPrimask((value & 1) !== 0); break;
      case 20:
        this.unprivileged = (value & 1) !== 0;
        if (!this.inHandler) this.selectStack((value & 2) !== 0);
        break;
      default: break;
    }
  }

  /** @param {boolean} process @param {number} value */
  setStack(process, value) {
    if (process === this.usesProcessStack) this.registers[SP] = value & ~3;
    else this.otherStack = (value & ~3) >>> 0;
  }

  /** @param {boolean} masked */
  setPrimask(masked) {
    this.primask = masked;
    if (!masked) this.nvic.check();
  }
}

/** @param {number} number */
export function hex(number) {
  return `0x${(number >>> 0).toString(16).padStart(8, '0')}`;
}
