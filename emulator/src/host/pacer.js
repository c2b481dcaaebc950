/**
 * Runs a board beside the wall clock, for people and for programs with timeouts of their own. What the firmware computes
 * takes as long as it takes; while it sleeps, its time may not get ahead of ours. (If it may, `mpremote mount` fails:
 * the board's 30 polls of a second are over before the computer has answered.)
 */

/** The board may be ahead by this much, so that a sleep of microseconds needs no timer of the host. */
const LEAD_NANOS = 2e6;
/** Virtual time in one go, before the host's events get their turn. */
const SLICE_NANOS = 5e6;
const LONGEST_PAUSE_MS = 20;

export class Pacer {
  /** @param {import('../board.js').Board} board */
  constructor(board) {
    this.board = board;
    /** Called when the board has stopped for good. */
    this.onStop = (/** @type {import('../board.js').Stop} */ _stop) => {};
    /** How much the board may sleep. */
    this.allowance = LEAD_NANOS;
    this.lastTick = performance.now();
    /** @type {NodeJS.Timeout | NodeJS.Immediate | null} */
    this.timer = null;
    this.stopped = false;
    /** The board has nothing to do but wait. */
    this.boardSleeps = false;
  }

  start() {
    this.lastTick = performance.now();
    this.schedule(0);
  }

  stop() {
    this.stopped = true;
    this.cancel();
  }

  /** Input has come: the board is run at once. */
  kick() {
    if (!this.stopped) this.schedule(0);
  }

  cancel() {
    if (!this.timer) return;
    clearTimeout(/** @type {any} */ (this.timer));
    clearImmediate(/** @type {any} */ (this.timer));
    this.timer = null;
  }

  /** @param {number} millis */
  schedule(millis) {
    this.cancel();
    this.timer = millis > 0 ? setTimeout(() => this.tick(), millis) : setImmediate(() => this.tick());
  }

  tick() {
    const now = performance.now();
    this.allowance = Math.min(this.allowance + (now - this.lastTick) * 1e6, LEAD_NANOS + LONGEST_PAUSE_MS * 1e6);
    this.lastTick = now;
    const before = this.board.sleptNanos;
    const stop = this.board.run({ nanos: SLICE_NANOS, sleepNanos: Math.max(this.allowance, 0) });
    this.allowance -= this.board.sleptNanos - before;
    this.boardSleeps = stop === 'asleep' || stop === 'idle';
    if (stop === 'time') this.schedule(0);
    else if (stop === 'asleep') this.schedule(1);
    else if (stop === 'idle') this.schedule(LONGEST_PAUSE_MS);
    else this.onStop(stop);
  }
}
