/**
 * Runs Python on the board through its raw REPL, as mpremote does, in virtual time.
 *
 *     host  \x01              → raw mode          board  raw REPL; CTRL-B to exit\r\n>
 *     host  source \x04       → run               board  OK output \x04 error \x04 >
 */

const PROMPT = '>>> ';
const RAW_PROMPT = 'raw REPL; CTRL-B to exit\r\n>';

/** @typedef {{ output: string, error: string, cycles: number, awakeCycles: number, nanos: number, misses: number }} Result */

export class RawRepl {
  /** @param {import('../board.js').Board} board */
  constructor(board) {
    this.board = board;
    this.received = '';
    /** When the first prompt came; 0 before. */
    this.promptNanos = 0;
    board.serial.onData = (bytes) => {
      this.received += Buffer.from(bytes).toString('latin1');
      if (!this.promptNanos && this.received.includes(PROMPT)) this.promptNanos = board.nanos;
    };
  }

  /** @param {string} text */
  send(text) {
    this.board.serial.send(Buffer.from(text, 'utf8'));
  }

  /**
   * Waits until the board has sent something.
   * @param {() => boolean} until @param {number} seconds of virtual time
   */
  wait(until, seconds) {
    const stop = this.board.run({ until, nanos: seconds * 1e9 });
    if (stop === 'condition') return;
    const why = stop === 'time' ? `nothing after ${seconds} s of virtual time` : stop;
    const halt = this.board.halt ? `: ${this.board.halt.detail} at 0x${this.board.halt.pc.toString(16)}` : '';
    throw new Error(`the board did not answer (${why}${halt}); it last sent ${JSON.stringify(this.received.slice(-300))}`);
  }

  /** Waits for a text and drops everything up to its end. @param {string} text @returns {string} what came before it */
  expect(text, seconds = 10) {
    this.wait(() => this.received.includes(text), seconds);
    const at = this.received.indexOf(text);
    const before = this.received.slice(0, at);
    this.received = this.received.slice(at + text.length);
    return before;
  }

  /** From power-on to raw mode. The waits are the host's: it lets a board that has just appeared settle. */
  enter() {
    this.wait(() => this.board.serial.connected, 10);
    this.board.run({ nanos: 20e6 });
    this.send('\r\x03\x03');
    this.expect(PROMPT);
    this.board.run({ nanos: 1e6 });
    this.send('\x01');
    this.expect(RAW_PROMPT);
  }

  /** A fresh interpreter. */
  softReset() {
    this.send('\x04');
    this.expect(RAW_PROMPT);
  }

  /** @param {string} source @param {number} seconds of virtual time at most @returns {Result} */
  execute(source, seconds = 60) {
    const { board } = this;
    const start = [board.cycles, board.asleepCycles, board.nanos, board.cacheMisses];
    this.send(`${source}\x04`);
    this.expect('OK', seconds);
    const output = this.expect('\x04', seconds);
    const error = this.expect('\x04>', seconds);
    const [cycles, asleep, nanos, misses] = [board.cycles, board.asleepCycles, board.nanos, board.cacheMisses].map((x, i) => x - start[i]);
    return { output: decode(output), error: decode(error), cycles, awakeCycles: cycles - asleep, nanos, misses };
  }
}

/** @param {string} latin1 */
function decode(latin1) {
  return Buffer.from(latin1, 'latin1').toString('utf8');
}
