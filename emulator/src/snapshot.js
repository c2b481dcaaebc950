/**
 * A machine's whole state, taken and put back within one process: boot once, then run each test from the same moment.
 *
 * Nothing knows the list of what a machine consists of. The objects that can be reached from the board are walked, and
 * of each its own fields, elements and entries are noted; going back writes them again into the same objects. Functions
 * (and so what they close over) are left alone: state belongs into fields. Flash and RAM are copied; of the flash only
 * the sectors that have changed since are written back.
 */

const SECTOR = 4096;

/** @typedef {() => void} Restore */

export class Snapshot {
  /** @param {import('./board.js').Board} board */
  constructor(board) {
    this.board = board;
    const { persistent, flash, chip } = board;
    this.ram = persistent.ram.slice();
    this.flash = flash.bytes.slice();
    /** What is not state, or is copied apart. @type {Set<unknown>} */
    this.skipped = new Set([persistent.ram.buffer, flash.bytes.buffer, persistent.rom.buffer, chip.memory.rom32.buffer,
      chip.memory.codeLines.buffer, ...chip.cores.map((core) => core.traces), chip.mcu.logger]);
    /** @type {Restore[]} */
    this.restores = [];
    this.walk(board);
  }

  /** Back to the moment of the snapshot. */
  restore() {
    const { board } = this;
    for (const restore of this.restores) restore();
    this.restoreFlash();
    board.persistent.ram.set(this.ram);
    board.chip.dropRamCode();
    for (const core of board.chip.cores) core.interruptTrace();
  }

  restoreFlash() {
    const { bytes } = this.board.flash;
    const now = Buffer.from(bytes.buffer);
    const then = Buffer.from(this.flash.buffer);
    for (let at = 0; at < bytes.length; at += SECTOR) {
      if (now.compare(then, at, at + SECTOR, at, at + SECTOR) === 0) continue;
      bytes.set(this.flash.subarray(at, at + SECTOR), at);
      this.board.chip.flashChanged(at, SECTOR);
    }
  }

  /** @param {object} root */
  walk(root) {
    const seen = new Set([this, ...this.skipped]);
    const queue = [root];
    while (queue.length) {
      const object = /** @type {object} */ (queue.pop());
      if (seen.has(object)) continue;
      seen.add(object);
      for (const reached of this.note(object)) {
        if (typeof reached === 'object' && reached !== null) queue.push(reached);
      }
    }
  }

  /** Notes one object's state. @param {any} object @returns {Iterable<unknown>} what it refers to */
  note(object) {
    if (ArrayBuffer.isView(object)) return this.noteBuffer(object);
    if (object instanceof Map) {
      const entries = [...object];
      this.restores.push(() => {
        object.clear();
        for (const [key, value] of entries) object.set(key, value);
      });
      return entries.flat();
    }
    if (object instanceof Set) {
      const items = [...object];
      this.restores.push(() => {
        object.clear();
        for (const item of items) object.add(item);
      });
      return items;
    }
    if (object instanceof Date) return [];
    return this.noteFields(object);
  }

  /** @param {any} view @returns {unknown[]} */
  noteBuffer(view) {
    if (this.skipped.has(view.buffer) || view instanceof DataView) return [];
    const copy = view.slice();
    this.restores.push(() => view.set(copy));
    return [];
  }

  /** @param {any} object @returns {unknown[]} */
  noteFields(object) {
    const fields = Object.keys(object).filter((key) => isData(object, key) && typeof object[key] !== 'function');
    const values = fields.map((key) => object[key]);
    const { length } = object;
    this.restores.push(() => {
      if (Array.isArray(object)) object.length = length;
      fields.forEach((key, i) => {
        if (object[key] !== values[i]) object[key] = values[i];
      });
    });
    return values;
  }
}

/** @param {object} object @param {string} key */
function isData(object, key) {
  const property = Object.getOwnPropertyDescriptor(object, key);
  return property !== undefined && 'value' in property && property.writable === true;
}
