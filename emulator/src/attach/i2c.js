/** Devices on an I2C bus. Every byte takes the nine clock periods that it takes on the wire. */

/**
 * @typedef {object} I2cDevice
 * @property {(isRead: boolean) => void} [start] it was addressed
 * @property {(byte: number) => boolean} write whether it acknowledges the byte
 * @property {() => number} read
 * @property {() => void} [stop]
 */

const BITS = 9;
const MODE_READ = 1;

export class I2cBus {
  /** @type {import('../cpu/clock.js').VirtualClock} */
  clock;
  /** rp2040js's controller. @type {any} */
  controller;
  /** @type {ReturnType<import('../cpu/clock.js').VirtualClock['createAlarm']>} */
  alarm;

  /** @param {number} index 0 or 1 */
  constructor(index) {
    this.index = index;
    /** @type {Map<number, I2cDevice>} by 7-bit address */
    this.devices = new Map();
    /** @type {I2cDevice | null} */
    this.addressed = null;
    /** What the controller waits for. @type {{ kind: 'connect' | 'write' | 'read', value: number } | null} */
    this.pending = null;
  }

  /** @param {import('../chip/chip.js').Chip} chip */
  attach(chip) {
    this.clock = chip.clock;
    const controller = chip.mcu.i2c[this.index];
    this.controller = controller;
    this.alarm = chip.clock.createAlarm(() => this.complete());
    controller.onStart = () => controller.completeStart();
    controller.onConnect = (/** @type {number} */ address, /** @type {number} */ mode) => this.connect(address & 127, mode);
    controller.onWriteByte = (/** @type {number} */ byte) => this.later('write', this.addressed?.write(byte) ? 1 : 0);
    controller.onReadByte = () => this.later('read', this.addressed?.read() ?? 0xff);
    controller.onStop = () => {
      this.addressed?.stop?.();
      this.addressed = null;
      controller.completeStop();
    };
  }

  /** @param {number} address @param {number} mode */
  connect(address, mode) {
    this.addressed = this.devices.get(address) ?? null;
    this.addressed?.start?.(mode === MODE_READ);
    this.later('connect', this.addressed ? 1 : 0);
  }

  get byteNanos() {
    const { control, ssClockHighPeriod, ssClockLowPeriod, fsClockHighPeriod, fsClockLowPeriod } = this.controller;
    const isStandard = ((control >> 1) & 3) === 1;
    const periods = isStandard ? ssClockHighPeriod + ssClockLowPeriod : fsClockHighPeriod + fsClockLowPeriod;
    return BITS * Math.max(periods, 1) * this.clock.nanosPerCycle;
  }

  /** @param {'connect' | 'write' | 'read'} kind @param {number} value */
  later(kind, value) {
    this.pending = { kind, value };
    this.alarm.schedule(this.byteNanos);
  }

  complete() {
    const { pending, controller } = this;
    this.pending = null;
    if (pending?.kind === 'connect') controller.completeConnect(pending.value === 1);
    else if (pending?.kind === 'write') controller.completeWrite(pending.value === 1);
    else if (pending) controller.completeRead(pending.value);
  }
}

/** A device of registers, such as most sensors and memories: the first byte written is the address of the next access. */
export class RegisterDevice {
  /** @param {Uint8Array} registers */
  constructor(registers) {
    this.registers = registers;
    this.pointer = 0;
    this.expectsPointer = true;
  }

  /** @param {boolean} isRead */
  start(isRead) {
    this.expectsPointer = !isRead;
  }

  /** @param {number} byte */
  write(byte) {
    if (this.expectsPointer) {
      this.pointer = byte % this.registers.length;
      this.expectsPointer = false;
    } else {
      this.registers[this.advance()] = byte;
    }
    return true;
  }

  read() {
    return this.registers[this.advance()];
  }

  advance() {
    const { pointer } = this;
    this.pointer = (pointer + 1) % this.registers.length;
    return pointer;
  }
}
