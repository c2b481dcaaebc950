/** A thermometer on a 1-Wire bus (DS18B20): it answers to searches and to its address, measures and tells. */

const SEARCH = 0xf0;
const MATCH = 0x55;
const SKIP = 0xcc;
const MEASURE = 0x44;
const TELL = 0xbe;
const RESET_MICROS = 300;
const LONGEST_ONE_MICROS = 15;
const ROM_BITS = 64;

/** @param {number[]} bytes */
function bitsOf(bytes) {
  return bytes.flatMap((byte) => Array.from({ length: 8 }, (_, bit) => (byte >> bit) & 1));
}

/** @param {number[]} bytes @returns {number} the check of Dallas 1-Wire devices */
function check(bytes) {
  return bitsOf(bytes).reduce((sum, bit) => ((sum ^ bit) & 1 ? (sum >> 1) ^ 0x8c : sum >> 1), 0);
}

export class OneWireThermometer {
  /** @param {import('../board.js').Board} board @param {number} pin @param {number[]} rom eight bytes, the last one a check */
  constructor(board, pin, rom) {
    this.board = board;
    this.pin = pin;
    this.rom = bitsOf(rom);
    /** What it measures, in degrees. */
    this.celsius = 85;
    this.measured = 85;
    /** What it does: nothing, `command`, `search`, `match`, `function`, `tell`. */
    this.state = '';
    /** Bits that were written. @type {number[]} */
    this.taken = [];
    /** Bits to tell. @type {number[]} */
    this.told = [];
    this.step = 0;
    this.fell = 0;
    /** Whether the pulse is the controller's answer to two bits of a search. */
    this.isWritten = false;
    /** Whether the level is the device's own doing. */
    this.holds = false;
    board.pins.drive(pin, 1);
    board.pins.watch(pin, ({ level }) => this.changed(level));
  }

  /** @param {number} micros */
  hold(micros) {
    this.holds = true;
    this.board.pins.drive(this.pin, 0);
    this.board.after(micros * 1000, () => {
      this.board.pins.drive(this.pin, 1);
      this.holds = false;
    });
  }

  /** @param {number} level */
  changed(level) {
    if (this.holds) return;
    if (!level) {
      this.fell = this.board.nanos;
      this.isWritten = this.step % 3 === 2;
      // A zero is held; a one is what the bus is anyway.
      if (this.bitToTell() === 0) this.hold(30);
      return;
    }
    const micros = (this.board.nanos - this.fell) / 1000;
    if (micros > RESET_MICROS) {
      this.begin('command');
      this.board.after(20_000, () => this.hold(100));
    } else {
      this.took(micros < LONGEST_ONE_MICROS ? 1 : 0);
    }
  }

  /** @param {string} state */
  begin(state) {
    this.state = state;
    this.taken = [];
    this.step = 0;
  }

  /** The bit that the controller is about to read, if it reads. @returns {number | undefined} */
  bitToTell() {
    if (this.state === 'tell') return this.told[this.step++] ?? 1;
    if (this.state !== 'search' || this.step % 3 === 2) return undefined;
    const bit = this.rom[Math.floor(this.step / 3)] ^ (this.step % 3);
    this.step++;
    return bit;
  }

  /** A pulse has ended that this device did not hold. @param {number} bit what it was, if the controller wrote */
  took(bit) {
    if (this.state === 'search') this.searched(bit);
    else if (this.state === 'command' || this.state === 'function') this.commanded(bit);
    else if (this.state === 'match') this.matched(bit);
  }

  /** Of three bits the last one is the controller's: the devices that have another one are out. @param {number} bit */
  searched(bit) {
    if (!this.isWritten) return;
    const place = Math.floor(this.step / 3);
    this.step++;
    if (this.rom[place] !== bit || place === ROM_BITS - 1) this.begin('');
  }

  /** @param {number} bit */
  commanded(bit) {
    this.taken.push(bit);
    if (this.taken.length < 8) return;
    const command = this.taken.reduce((sum, each, place) => sum | (each << place), 0);
    if (this.state === 'command') {
      this.begin({ [SEARCH]: 'search', [MATCH]: 'match', [SKIP]: 'function' }[command] ?? '');
    } else {
      this.begin(command === TELL ? 'tell' : '');
      if (command === MEASURE) this.measured = this.celsius;
      if (command === TELL) this.told = bitsOf(this.memory());
    }
  }

  /** @param {number} bit */
  matched(bit) {
    if (this.rom[this.taken.length] !== bit) this.begin('');
    else if (this.taken.push(bit) === ROM_BITS) this.begin('function');
  }

  /** Temperature in sixteenths, limits, resolution, a check. */
  memory() {
    const sixteenths = Math.round(this.measured * 16);
    const bytes = [sixteenths & 255, (sixteenths >> 8) & 255, 0x4b, 0x46, 0x7f, 0xff, 0x0c, 0x10];
    return [...bytes, check(bytes)];
  }
}
