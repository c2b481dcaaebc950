/**
 * A serial NOR flash like the Pico's W25Q16JV, seen from its pins: bytes go in and out while it is selected. Erasing
 * sets bits, programming clears them; the power can be cut at any such operation.
 */
const WRITE_STATUS = 0x01;
const PROGRAM = 0x02;
const READ = 0x03;
const WRITE_DISABLE = 0x04;
const READ_STATUS_1 = 0x05;
const WRITE_ENABLE = 0x06;
const FAST_READ = 0x0b;
const READ_STATUS_2 = 0x35;
const UNIQUE_ID = 0x4b;
const JEDEC_ID = 0x9f;
const ERASE_CHIP = 0xc7;
/** Erase commands and the size of what they erase. @type {Record<number, number>} */
const ERASE = { 0x20: 4096, 0x52: 32768, 0xd8: 65536, [ERASE_CHIP]: Infinity };

/** W25Q16JV data sheet 9.6, typical times. */
export const TYPICAL_TIMES = { eraseMillis: 45, programMillis: 0.4 };

/**
 * When the power fails, in erase and program operations counted from 1.
 * @typedef {{ operation: number, moment: 'before' | 'during' | 'after' }} PowerCut
 */

/** What a Pico has. */
export const PICO_FLASH_BYTES = 2 * 1024 * 1024;

/** @typedef {{ clock: { nanos: number }, flashChanged(offset: number, length: number): void }} FlashOwner */

export class Flash {
  /** The bytes received since the chip was selected. @type {number[]} */
  command = [];
  writeEnabled = false;
  status2 = 2;
  busyUntil = -1;

  /** @param {{ bytes?: number, eraseMillis?: number, programMillis?: number }} [options] times are zero unless given: then nothing waits */
  constructor({ bytes = PICO_FLASH_BYTES, eraseMillis = 0, programMillis = 0 } = {}) {
    this.bytes = new Uint8Array(bytes).fill(0xff);
    this.eraseMillis = eraseMillis;
    this.programMillis = programMillis;
    this.operations = 0;
    this.erases = 0;
    this.programs = 0;
    /** @type {PowerCut | null} */
    this.cut = null;
    /** Set by the board. */
    this.onPowerCut = () => {};
    /** The chip it is soldered to: has the time, and has to know of changes. @type {FlashOwner | null} */
    this.owner = null;
    this.jedecId = [0xef, 0x40, Math.log2(bytes)];
    this.uniqueId = [0xe6, 0x60, 0x38, 0xb7, 0x13, 0x2a, 0x5b, 0x2c];
    this.resetInterface();
  }

  /** What a loss of power does to the chip's own state. */
  resetInterface() {
    this.command = [];
    this.writeEnabled = false;
    this.status2 = 2;
    this.busyUntil = -1;
  }

  get nanos() {
    return this.owner?.clock.nanos ?? 0;
  }

  get busy() {
    return this.nanos < this.busyUntil;
  }

  get address() {
    return ((this.command[1] << 16) | (this.command[2] << 8) | this.command[3]) & (this.bytes.length - 1);
  }

  /** One byte in each direction. @param {number} byte @returns {number} */
  transfer(byte) {
    this.command.push(byte);
    const count = this.command.length;
    if (count === 1) return 0xff;
    switch (this.command[0]) {
      case READ_STATUS_1: return (this.busy ? 1 : 0) | (this.writeEnabled ? 2 : 0);
      case READ_STATUS_2: return this.status2;
      case JEDEC_ID: return this.jedecId[(count - 2) % 3];
      case UNIQUE_ID: return count >= 6 ? this.uniqueId[(count - 6) % 8] : 0;
      case READ: return count >= 5 ? this.bytes[(this.address + count - 5) & (this.bytes.length - 1)] : 0xff;
      case FAST_READ: return count >= 6 ? this.bytes[(this.address + count - 6) & (this.bytes.length - 1)] : 0xff;
      default: return 0xff;
    }
  }

  /** The end of a command: what changes the chip happens now. */
  deselect() {
    const { command } = this;
    this.command = [];
    if (!command.length || this.busy) return;
    switch (command[0]) {
      case WRITE_ENABLE: this.writeEnabled = true; break;
      case WRITE_DISABLE: this.writeEnabled = false; break;
      case WRITE_STATUS:
        this.status2 = command[2] ?? this.status2;
        this.writeEnabled = false;
        break;
      default: if (this.writeEnabled) this.change(command);
    }
  }

  /** @param {number[]} command */
  change(command) {
    const size = ERASE[command[0]];
    if (size === undefined && (command[0] !== PROGRAM || command.length < 5)) return;
    this.writeEnabled = false;
    this.operations++;
    const cut = this.cut?.operation === this.operations ? this.cut.moment : null;
    if (cut !== 'before') {
      this.command = command;
      const { address } = this;
      this.command = [];
      if (size === Infinity) this.erase(0, this.bytes.length, cut === 'during');
      else if (size) this.erase(address & -size, size, cut === 'during');
      else this.program(address, command.slice(4), cut === 'during');
    }
    if (cut) this.onPowerCut();
  }

  /** @param {number} start @param {number} size @param {boolean} interrupted */
  erase(start, size, interrupted) {
    const random = randomBytes(this.operations);
    for (let i = start; i < start + size; i++) this.bytes[i] = interrupted ? this.bytes[i] | random() : 0xff;
    this.erases++;
    this.busyUntil = this.nanos + this.eraseMillis * 1e6;
    this.owner?.flashChanged(start, size);
  }

  /** Wraps within the page of 256 bytes. @param {number} start @param {number[]} data @param {boolean} interrupted */
  program(start, data, interrupted) {
    const page = start & ~255;
    const random = randomBytes(this.operations);
    data.forEach((byte, i) => {
      const spared = !interrupted || i < data.length >> 1 ? 0 : random();
      this.bytes[page | ((start + i) & 255)] &= byte | spared;
    });
    this.programs++;
    this.busyUntil = this.nanos + this.programMillis * 1e6;
    this.owner?.flashChanged(page, 256);
  }
}

/** The same bytes for the same operation, so that a failing cut can be repeated. @param {number} seed */
function randomBytes(seed) {
  let state = (seed * 2654435761) | 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 8) & 255;
  };
}
