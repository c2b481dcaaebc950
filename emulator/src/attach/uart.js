/** The other end of a UART, at the speed that the firmware has set. */

export class UartPeer {
  /** @type {import('../chip/uart.js').Uart} */
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
    this.alarm.schedule(this.uart.frameNanos);
  }

  deliver() {
    const byte = this.queue.shift();
    if (byte !== undefined) this.uart.feedByte(byte);
    this.next();
  }
}
