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
    /** Called when the board begins or ends a break. */
    this.onBreak = (/** @type {boolean} */ _begins) => {};
    /** Whether this end waits for the board's leave to send (RTS). */
    this.waitsForLeave = false;
    /** @type {number[]} */
    this.queue = [];
  }

  /** @param {import('../chip/chip.js').Chip} chip */
  attach(chip) {
    this.uart = chip.mcu.uart[this.index];
    this.uart.onByte = (/** @type {number} */ byte) => this.onData(Uint8Array.of(byte));
    this.uart.onBreak = (/** @type {boolean} */ begins) => this.onBreak(begins);
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

  /** Holds the line for longer than a byte takes. */
  sendBreak() {
    this.uart.feedBreak();
  }

  /** Lets the board send, or not (CTS). @param {boolean} maySend */
  setMaySend(maySend) {
    this.uart.setMaySend(maySend);
  }

  deliver() {
    if (this.waitsForLeave && !this.uart.mayReceive) {
      this.next();
      return;
    }
    const byte = this.queue.shift();
    if (byte !== undefined) this.uart.feedByte(byte);
    this.next();
  }
}
