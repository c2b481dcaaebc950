/**
 * Single-cycle I/O (RP2040 datasheet 2.3). rp2040js has its pins, spinlocks and interpolators; what it lacks is a view
 * per core: the core's number, the mailboxes between the cores, and a divider of its own with the right results.
 */

const CPUID = 0x000;
const FIFO_STATUS = 0x050;
const FIFO_WRITE = 0x054;
const FIFO_READ = 0x058;
const DIVIDER = 0x060;
const INTERPOLATORS = 0x080;
const SPINLOCKS = 0x100;

const VALID = 1;
const READY = 2;
const OVERFLOWED = 4;
const UNDERFLOWED = 8;
const DEPTH = 8;
const DIVIDER_CYCLES = 8;

/** The words on their way to one core. */
export class Mailbox {
  /** @param {(high: boolean) => void} setLine drives that core's interrupt */
  constructor(setLine) {
    /** @type {number[]} */
    this.words = [];
    this.setLine = setLine;
  }

  clear() {
    this.words.length = 0;
    this.setLine(false);
  }
}

export class CoreSio {
  /**
   * @param {import('../cpu/core.js').Core} core
   * @param {any} shared rp2040js's SIO, with the pins and the spinlocks
   * @param {any} own one with this core's interpolators
   * @param {Mailbox} incoming
   * @param {Mailbox} outgoing
   */
  constructor(core, shared, own, incoming, outgoing) {
    this.core = core;
    this.shared = shared;
    this.own = own;
    this.incoming = incoming;
    this.outgoing = outgoing;
    this.errors = 0;
    this.dividend = 0;
    this.divisor = 0;
    this.quotient = 0;
    this.remainder = 0;
    this.dividerReadyAt = 0;
    this.dividerDirty = false;
  }

  /** @param {number} offset @returns {number} */
  read(offset) {
    if (offset >= INTERPOLATORS && offset < SPINLOCKS) return this.own.readUint32(offset);
    if (offset >= DIVIDER && offset < INTERPOLATORS) return this.readDivider(offset - DIVIDER);
    switch (offset) {
      case CPUID: return this.core.index;
      case FIFO_STATUS: return this.mailboxStatus();
      case FIFO_READ: return this.receive();
      case FIFO_WRITE: return 0;
      default: return this.shared.readUint32(offset);
    }
  }

  /** @param {number} offset @param {number} value */
  write(offset, value) {
    if (offset >= INTERPOLATORS && offset < SPINLOCKS) return this.own.writeUint32(offset, value);
    if (offset >= DIVIDER && offset < INTERPOLATORS) return this.writeDivider(offset - DIVIDER, value | 0);
    switch (offset) {
      case FIFO_STATUS: this.errors = 0; this.updateLine(); break;
      case FIFO_WRITE: this.send(value); break;
      default: this.shared.writeUint32(offset, value);
    }
  }

  mailboxStatus() {
    return this.errors | (this.incoming.words.length ? VALID : 0) | (this.outgoing.words.length < DEPTH ? READY : 0);
  }

  updateLine() {
    this.incoming.setLine(this.incoming.words.length > 0 || this.errors !== 0);
  }

  receive() {
    const word = this.incoming.words.shift();
    if (word === undefined) this.errors |= UNDERFLOWED;
    this.updateLine();
    return word ?? 0;
  }

  /** @param {number} word */
  send(word) {
    if (this.outgoing.words.length < DEPTH) {
      this.outgoing.words.push(word);
      this.outgoing.setLine(true);
    } else {
      this.errors |= OVERFLOWED;
      this.updateLine();
    }
  }

  /** @param {number} offset from the divider's first register */
  readDivider(offset) {
    switch (offset) {
      case 0x00: case 0x08: return this.dividend;
      case 0x04: case 0x0c: return this.divisor;
      case 0x10: this.dividerDirty = false; return this.quotient;
      case 0x14: return this.remainder;
      default: return (this.core.cycles >= this.dividerReadyAt ? 1 : 0) | (this.dividerDirty ? 2 : 0);
    }
  }

  /** @param {number} offset from the divider's first register @param {number} value signed */
  writeDivider(offset, value) {
    switch (offset) {
      case 0x00: case 0x08: this.dividend = value; this.divide(offset === 8); break;
      case 0x04: case 0x0c: this.divisor = value; this.divide(offset === 12); break;
      case 0x10: this.quotient = value; this.dividerDirty = true; break;
      case 0x14: this.remainder = value; this.dividerDirty = true; break;
      default:
    }
  }

  /** Division by zero gives an all-ones or unit quotient and leaves the dividend (2.3.1.5). @param {boolean} signed */
  divide(signed) {
    const dividend = signed ? this.dividend : this.dividend >>> 0;
    const divisor = signed ? this.divisor : this.divisor >>> 0;
    this.quotient = divisor === 0 ? (dividend >= 0 ? -1 : 1) : (dividend / divisor) | 0;
    if (divisor !== 0 && !signed) this.quotient = Math.floor(dividend / divisor) | 0;
    this.remainder = divisor === 0 ? dividend | 0 : (dividend % divisor) | 0;
    this.dividerReadyAt = this.core.cycles + DIVIDER_CYCLES;
    this.dividerDirty = true;
  }
}
