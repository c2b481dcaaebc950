/**
 * The text of one trace while it is being written. A trace is a JavaScript function for a run of instructions with one
 * entry: it goes on past branches that are not taken, loops when one leads to its own start, and returns the address
 * of the instruction to go on with.
 *
 * Names in the text:
 *
 *     r0 … r14         the registers, 32-bit signed, loaded at the entry and stored at the exit
 *     fn fz fc fv      the flags, coded as in core.js
 *     pc c             at an exit: where to go on, and the cycles to add
 *     L123: { … }      branches to address 123 leave this block, and so go on behind it
 *     a b q o          temporaries of one instruction; a and b survive from a comparison to the branch after it
 *     R F T            the core's arrays `registers`, `flags` and `time`
 *     ram8 ram16 ram32 code   RAM, and which of its lines hold translated code
 *     load32 … store8  accesses that are not quick: they get also the cycles since the entry, and the address of the
 *                      instruction, in case it fails
 *     core cache       for what concerns the processor itself
 */
import { RAM_BYTES, RAM_START, CODE_LINE_SHIFT } from '../chip/memory.js';

/** How many bytes ahead a branch may go within a trace. */
const REACH = 128;

export class TraceBuilder {
  /** @param {number} start @param {boolean} countsCache */
  constructor(start, countsCache) {
    this.start = start;
    this.countsCache = countsCache;
    /** @type {string[]} */
    this.lines = [];
    this.used = new Set();
    this.visited = new Set();
    /** Address of the instruction being translated, and of the one after it. */
    this.pc = start;
    this.next = start;
    /** Cycles from the entry (or the last turn of the loop) to the current instruction. */
    this.cycles = 0;
    this.ended = false;
    /** What the previous instruction was to a branch: `a` and `b` hold the operands of its subtraction. */
    this.compared = false;
    this.cacheLine = -1;
    /** Branches forward to what is not translated yet: target, and the cycles at the first of them. @type {Map<number, number>} */
    this.pending = new Map();
    /** Their targets once they are translated, in that order, and the cycles there. @type {Map<number, number>} */
    this.placed = new Map();
  }

  /** @param {string} text */
  line(text) {
    this.lines.push(text);
  }

  /** A register as an expression. @param {number} number */
  r(number) {
    if (number === 15) return String((this.pc + 4) | 0);
    this.used.add(number);
    return `r${number}`;
  }

  /** @param {number} number @param {string} expression */
  set(number, expression) {
    this.line(`${this.r(number)} = ${number === 13 ? `(${expression}) & -4` : expression};`);
  }

  /** The result of the last operation, `q`, sets N and Z. */
  setNz() {
    this.line('fn = fz = q;');
  }

  /** Leaves the trace. @param {number | string} target @param {number} cycles of the instruction itself */
  exit(target, cycles) {
    return `{ pc = ${target}; c = ${this.cycles + cycles}; break x; }`;
  }

  /**
   * Goes to a known address: to the start, or to what soon follows, without leaving.
   * @param {number} target @param {number} cycles
   */
  jump(target, cycles) {
    const total = this.cycles + cycles;
    if (target === this.start) return `{ T[0] += ${total}; if (T[0] < T[1]) continue x; pc = ${target}; c = 0; break x; }`;
    if (target <= this.pc || target > this.pc + REACH || this.visited.has(target)) return this.exit(target, cycles);
    if (!this.pending.has(target)) this.pending.set(target, total);
    return `{ @${target}:${total}@ break L${target}; }`;
  }

  /** Branches to an address that comes now meet what precedes it. @param {number} target */
  place(target) {
    const cycles = /** @type {number} */ (this.pending.get(target));
    this.pending.delete(target);
    if (this.ended) this.cycles = cycles;
    this.ended = false;
    this.next = target;
    this.compared = false;
    this.cacheLine = -1;
    this.placed.set(target, this.cycles);
    this.line(`} // L${target}`);
  }

  /** Branches to where the trace has not come leave it. */
  finish() {
    for (const target of [...this.pending.keys()]) {
      this.place(target);
      this.line(this.exit(target, 0));
      this.ended = true;
    }
  }

  /** Ends the trace here. @param {number | string} target @param {number} cycles */
  end(target, cycles) {
    this.line(typeof target === 'number' ? this.jump(target, cycles) : this.exit(target, cycles));
    this.ended = true;
  }

  /** Goes on at a known address, within the trace if that was not there before. @param {number} target @param {number} cycles */
  follow(target, cycles) {
    if (this.pending.has(this.next)) return this.end(target, cycles);
    if (target === this.start || this.visited.has(target)) return this.end(target, cycles);
    this.cycles += cycles;
    this.next = target;
  }

  /** A jump to a register's or memory's value: bit 0 says Thumb. @param {string} target @param {number} cycles */
  endAtInterworking(target, cycles) {
    this.line(`q = ${target};`);
    this.end('q & 1 ? (q & -2) >>> 0 : core.badBranch(q)', cycles);
  }

  /** Runs `statements` with the clock at this instruction. @param {string} statements */
  atThisTime(statements) {
    return this.cycles ? `T[0] += ${this.cycles}; ${statements} T[0] -= ${this.cycles};` : statements;
  }

  /** After a slow access: leaves if something became urgent. @param {number} cycles */
  leaveIfUrgent(cycles) {
    return `if (T[1] === 0) ${this.exit(this.next, cycles)}`;
  }

  /** Counts the fetch of the current instruction, if the cache is modelled. */
  fetch() {
    if (!this.countsCache || this.pc >>> 24 !== 0x10 || this.pc >>> 3 === this.cacheLine) return;
    this.cacheLine = this.pc >>> 3;
    this.line(`T[0] += cache.touch(${this.pc});`);
  }

  /**
   * Loads from `a` into a register.
   * @param {number} register @param {1 | 2 | 4} bytes @param {boolean} signed @param {boolean} aligned is known to be
   */
  load(register, bytes, signed, aligned) {
    const target = this.r(register);
    const bits = bytes * 8;
    const shift = { 1: 0, 2: 1, 4: 2 }[bytes];
    const extend = (/** @type {string} */ value) => (signed ? `${value} << ${32 - bits} >> ${32 - bits}` : value);
    const check = aligned || bytes === 1 ? '' : ` && (a & ${bytes - 1}) === 0`;
    this.line(`o = a ^ ${RAM_START};`);
    this.line(`if (o >>> 0 < ${RAM_BYTES}${check}) ${target} = ${extend(`ram${bits}[o >>> ${shift}]`)};`);
    this.line(`else { ${target} = ${extend(`load${bits}(a, ${this.cycles}, ${this.pc})`)}; ${this.leaveIfUrgent(2)} }`);
    this.cycles += 2;
  }

  /**
   * Stores a register at `a`.
   * @param {number} register @param {1 | 2 | 4} bytes @param {boolean} aligned is known to be
   */
  store(register, bytes, aligned) {
    const source = this.r(register);
    const bits = bytes * 8;
    const shift = { 1: 0, 2: 1, 4: 2 }[bytes];
    const check = aligned || bytes === 1 ? '' : ` && (a & ${bytes - 1}) === 0`;
    this.line(`o = a ^ ${RAM_START};`);
    this.line(`if (o >>> 0 < ${RAM_BYTES}${check} && code[o >>> ${CODE_LINE_SHIFT}] === 0) ram${bits}[o >>> ${shift}] = ${source};`);
    this.line(`else { store${bits}(a, ${source}, ${this.cycles}, ${this.pc}); ${this.leaveIfUrgent(2)} }`);
    this.cycles += 2;
  }

  /** Loads registers from `a` upwards. @param {number[]} registers */
  loadMany(registers, aligned = false) {
    const check = aligned ? '' : ' && (a & 3) === 0';
    const names = registers.map((n) => this.r(n));
    this.line(`o = a ^ ${RAM_START};`);
    this.line(`if (o >>> 0 <= ${RAM_BYTES - 4 * names.length}${check}) { o >>>= 2;`);
    names.forEach((name, i) => this.line(`  ${name} = ram32[o + ${i}];`));
    this.line(`} else { ${names.map((name, i) => `${name} = load32(a + ${4 * i}, ${this.cycles}, ${this.pc});`).join(' ')} }`);
  }

  /** Stores registers from `a` upwards. @param {number[]} registers */
  storeMany(registers, aligned = false) {
    const check = aligned ? '' : ' && (a & 3) === 0';
    const names = registers.map((n) => this.r(n));
    const last = 4 * names.length - 4;
    const shift = CODE_LINE_SHIFT;
    this.line(`o = a ^ ${RAM_START};`);
    this.line(`if (o >>> 0 <= ${RAM_BYTES - 4 - last}${check} && (code[o >>> ${shift}] | code[o + ${last} >>> ${shift}]) === 0) { o >>>= 2;`);
    names.forEach((name, i) => this.line(`  ram32[o + ${i}] = ${name};`));
    this.line(`} else { ${names.map((name, i) => `store32(a + ${4 * i}, ${name}, ${this.cycles}, ${this.pc});`).join(' ')} }`);
  }

  /** The whole function's text. It loads what the lines mention, and stores what they assign. */
  text() {
    const body = this.lines.join('\n').replace(/@(\d+):(\d+)@/g, (_, target, cycles) => {
      const difference = Number(cycles) - /** @type {number} */ (this.placed.get(Number(target)));
      return difference ? `T[0] += ${difference};` : '';
    });
    const labels = [...this.placed.keys()].reverse().map((target) => `L${target}: {`).join(' ');
    const registers = [...this.used].sort((x, y) => x - y);
    const flags = ['fn', 'fz', 'fc', 'fv'].map((name, i) => ({ name, i })).filter(({ name }) => body.includes(name));
    const changed = registers.filter((n) => body.includes(`r${n} = `));
    return [
      'return function () {',
      'let a = 0, b = 0, q = 0, o = 0, pc = 0, c = 0;',
      ...flags.map(({ name, i }) => `let ${name} = F[${i}];`),
      ...registers.map((n) => `let r${n} = R[${n}] | 0;`),
      `x: for (;;) { ${labels}\n${body}\n}`,
      ...changed.map((n) => `R[${n}] = r${n};`),
      ...flags.filter(({ name }) => body.includes(`${name} = `)).map(({ name, i }) => `F[${i}] = ${name};`),
      'T[0] += c; return pc;',
      '};',
    ].join('\n');
  }
}
