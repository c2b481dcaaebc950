/** The other end of a UART. What it sends arrives at the speed that the firmware has set; what it gets comes at once. */

const BITS_PER_BYTE = 10;

export class UartPeer {
  /** rp2040js's UART. @type {any} */
  uart;
  /** @type {ReturnType<import('../cpu/clock.js').VirtualClock['createAlarm']>} */
  alarm;

  /** @param {number} index 0 or 1 */
  constructor(index) {
    this.index = index;
    /** Called with what the board sends. */
    this.onData = (/** @type {Uint8Array} */ _bytes) => {};
    /** @type {number[]} */
    this.queue = [];
  }

  /** @param {import('../chip/chip.js').Chip} chip */
  attach(chip) {
    this.uart = chip.mcu.uart[this.index];
    this.uart.onByte = (/** @type {number} */ byte) => this.onData(Uint8Array.of(byte));
    this.alarm = chip.clock.createAlarm(() => this.deliver());
    if (this.queue.length) this.next();
  }

  /** @param {Uint8Array} bytes */
  send(bytes) {
    for (const byte of bytes) this.queue.push(byte);
    this.next();
  }

  next() {
    if (!this.queue.length || this.alarm.scheduled) return;
    const baud = this.uart.baudDivider ? this.uart.baudRate : 115200;
    this.alarm.schedule((BITS_PER_BYTE * 1e9) / baud);
  }

  deliver() {
    const byte = this.queue.shift();
    if (byte !== undefined && this.uart.enabled && this.uart.rxEnabled) this.uart.feedByte(byte);
    this.next();
  }
}
