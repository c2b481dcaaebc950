/**
 * Another controller on an I2C bus, which talks to the board as a target. rp2040js's controller knows no target mode, so
 * its registers get here what the wires would do to them (RP2040 datasheet 4.3.10.2).
 */

const CONTROLLER_MODE = 1;
const TARGET_DISABLED = 1 << 6;
const HOLDS_WHEN_FULL = 1 << 9;
const ENABLED = 1;
const DATA = 0x10;
const STATUS = 0x70;
const TARGET_ACTIVE = 1 << 6;
const STARTED = 1 << 10;
const STOPPED = 1 << 9;
const REFUSED = 1 << 7;
const ASKED = 1 << 5;
const RECEIVED = 1 << 2;
const STALE_DATA = 1 << 13;
/** A byte and its acknowledgement at 100 kHz. */
const BYTE_NANOS = 90_000;
/** How often a held clock is looked at. */
const HELD_NANOS = 1000;

/** What goes over the bus between two starts. @typedef {{ write: number[] } | { read: number }} Part */

/**
 * A transfer on its way. `part` and `at` are what comes next; at -1 that is the address.
 * @typedef {{ address: number, parts: Part[], part: number, at: number, data: number[], acknowledged: boolean, done: boolean }} Transfer
 */

export class I2cController {
  /** rp2040js's controller. @type {any} */
  target;
  /** @type {ReturnType<import('../cpu/clock.js').VirtualClock['createAlarm']>} */
  alarm;
  /** @type {Transfer | null} */
  transfer = null;
  /** Whether the target was told that a byte is wanted. */
  asked = false;

  /** @param {number} index 0 or 1 */
  constructor(index) {
    this.index = index;
  }

  /** @param {import('../chip/chip.js').Chip} chip */
  attach(chip) {
    const target = chip.mcu.i2c[this.index];
    this.target = target;
    this.alarm = chip.clock.createAlarm(() => this.step());
    const nextCommand = target.nextCommand.bind(target);
    target.nextCommand = () => {
      if (target.control & CONTROLLER_MODE) nextCommand();
    };
    const read = target.readUint32.bind(target);
    target.readUint32 = (/** @type {number} */ offset) => {
      const value = read(offset) | (offset === STATUS && this.isWithTarget ? TARGET_ACTIVE : 0);
      // As long as bytes wait, they are told.
      if (offset === DATA && target.rxFIFO.itemCount > target.rxThreshold) target.setInterrupts(RECEIVED);
      return value;
    };
  }

  /**
   * Begins a transfer: a start and an address before each part, a stop behind the last.
   * @param {number} address @param {...Part} parts @returns {Transfer} whose `done` will say that it is over
   */
  begin(address, ...parts) {
    this.transfer = { address, parts, part: 0, at: -1, data: [], acknowledged: false, done: false };
    this.start();
    return this.transfer;
  }

  /** Whether a transfer goes on that the target has acknowledged. */
  get isWithTarget() {
    return this.transfer !== null && this.transfer.acknowledged && !this.transfer.done;
  }

  get isListening() {
    const { control, enable } = this.target;
    return (enable & ENABLED) !== 0 && (control & (CONTROLLER_MODE | TARGET_DISABLED)) === 0;
  }

  start() {
    if (this.isListening) this.target.setInterrupts(STARTED);
    this.alarm.schedule(BYTE_NANOS);
  }

  /** A byte or an address has gone over the wires, as far as the target lets it. */
  step() {
    const transfer = /** @type {Transfer} */ (this.transfer);
    const part = transfer.parts[transfer.part];
    if (transfer.at < 0) {
      transfer.acknowledged = this.isListening && this.target.slaveAddress === transfer.address;
      if (!transfer.acknowledged) {
        transfer.done = true;
        return;
      }
      if ('read' in part) this.addressForReading();
    } else if (!('read' in part ? this.read(transfer) : this.write(part.write[transfer.at]))) {
      this.alarm.schedule(HELD_NANOS);
      return;
    }
    transfer.at++;
    if (transfer.at < ('read' in part ? part.read : part.write.length)) this.alarm.schedule(BYTE_NANOS);
    else this.endPart(transfer, 'read' in part);
  }

  /** What an earlier transfer has left to send is old. */
  addressForReading() {
    if (!this.target.txFIFO.empty) this.target.abort(STALE_DATA);
    this.ask();
  }

  ask() {
    this.asked = true;
    this.target.setInterrupts(ASKED);
  }

  /** @param {Transfer} transfer @returns {boolean} whether there was a byte */
  read(transfer) {
    if (this.target.txFIFO.empty) {
      if (!this.asked) this.ask();
      return false;
    }
    this.asked = false;
    transfer.data.push(this.target.txFIFO.pull() & 255);
    return true;
  }

  /** @param {number} byte @returns {boolean} whether the target has taken it */
  write(byte) {
    if (this.target.rxFIFO.full && this.target.control & HOLDS_WHEN_FULL) return false;
    this.target.pushRX(byte);
    return true;
  }

  /** @param {Transfer} transfer @param {boolean} wasRead */
  endPart(transfer, wasRead) {
    if (wasRead) this.target.setInterrupts(REFUSED);
    transfer.part++;
    transfer.at = -1;
    if (transfer.part < transfer.parts.length) {
      this.start();
      return;
    }
    this.target.setInterrupts(STOPPED);
    transfer.done = true;
  }
}
