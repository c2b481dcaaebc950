/**
 * The board's serial connections as one interface: USB, or UART0 with its pins. A connection buffers what the board
 * sends while nobody listens.
 */

/** More than a screenful, so that a terminal that comes late sees the start. */
const BACKLOG_BYTES = 64 * 1024;

export class Port {
  /** @param {import('../board.js').Board} board @param {'usb' | 'uart0' | 'uart1'} kind */
  constructor(board, kind) {
    this.board = board;
    this.kind = kind;
    /** @type {Buffer[]} */
    this.backlog = [];
    /** @type {((bytes: Buffer) => void) | null} */
    this.listener = null;
    const receive = (/** @type {Uint8Array} */ bytes) => this.receive(Buffer.from(bytes));
    if (kind === 'usb') board.serial.onData = receive;
    else this.uart.onData = receive;
  }

  get uart() {
    return this.board.uarts[this.kind === 'uart1' ? 1 : 0];
  }

  /** @param {Buffer} bytes */
  receive(bytes) {
    if (this.listener) {
      this.listener(bytes);
      return;
    }
    this.backlog.push(bytes);
    let size = this.backlog.reduce((sum, each) => sum + each.length, 0);
    while (size > BACKLOG_BYTES) size -= /** @type {Buffer} */ (this.backlog.shift()).length;
  }

  /** @param {((bytes: Buffer) => void) | null} listener */
  listen(listener) {
    this.listener = listener;
    if (!listener) return;
    const { backlog } = this;
    this.backlog = [];
    for (const bytes of backlog) listener(bytes);
  }

  /** @param {Uint8Array} bytes */
  send(bytes) {
    if (this.kind === 'usb') this.board.serial.send(bytes);
    else this.uart.send(bytes);
  }
}
