/**
 * Runs Python files on a board that has been booted once: each starts from the same moment, so that none sees what
 * another did, and each always gives the same output and the same cycles.
 */
import { RawRepl } from './raw_repl.js';
import { Snapshot } from '../snapshot.js';

/**
 * What a script did. `failure` says why there is no answer: a lockup, a reset, no end.
 * @typedef {import('./raw_repl.js').Result & { failure: string }} ScriptResult
 */

export class ScriptRunner {
  /** @param {import('../board.js').Board} board just powered on */
  constructor(board) {
    this.board = board;
    this.repl = new RawRepl(board);
    this.repl.enter();
    this.bootNanos = this.repl.promptNanos;
    this.snapshot = new Snapshot(board);
  }

  /** @param {string} source @param {number} seconds of virtual time at most @returns {ScriptResult} */
  run(source, seconds) {
    this.snapshot.restore();
    this.repl.received = '';
    try {
      return { ...this.repl.execute(source, seconds), failure: '' };
    } catch (error) {
      const failure = /** @type {Error} */ (error).message;
      return { output: this.repl.received, error: '', cycles: 0, awakeCycles: 0, nanos: 0, misses: 0, failure };
    }
  }
}
