/**
 * What the pins are wired to. A pad's level is what the chip drives; else what is outside drives; else the pull. The
 * chip reads the level back, which rp2040js by itself doesn't do for its outputs. Levels are 0 and 1.
 */
import { GPIOPinState } from 'rp2040js';

/** A change of a pin's level. @typedef {{ nanos: number, pin: number, level: 0 | 1 }} Edge */

export class Pins {
  /** @type {import('../chip/chip.js').Chip} */
  chip;
  /** @type {(0 | 1)[]} */
  levels = [];

  constructor() {
    /** What is outside drives, by pin. @type {Map<number, 0 | 1>} */
    this.driven = new Map();
    /** @type {Set<number>} */
    this.recorded = new Set();
    /** @type {Edge[]} */
    this.edges = [];
    /** Who wants to know of changes, by pin. @type {Map<number, ((edge: Edge) => void)[]>} */
    this.watchers = new Map();
  }

  /** @param {import('../chip/chip.js').Chip} chip */
  attach(chip) {
    this.chip = chip;
    this.levels = chip.mcu.gpio.map(() => /** @type {const} */ (0));
    for (const pin of chip.mcu.gpio) {
      pin.addListener(() => this.update(pin.index));
      this.update(pin.index);
    }
  }

  /** @param {number} pin @param {(edge: Edge) => void} watcher called after each change */
  watch(pin, watcher) {
    this.watchers.set(pin, [...(this.watchers.get(pin) ?? []), watcher]);
  }

  /** Drives a pin from outside, weaker than the chip does, or stops that with undefined. @param {number} pin @param {0 | 1 | undefined} level */
  drive(pin, level) {
    if (level === undefined) this.driven.delete(pin);
    else this.driven.set(pin, level);
    this.update(pin);
  }

  /** @param {number} pin @returns {0 | 1} */
  level(pin) {
    return this.levels[pin];
  }

  /** Starts recording edges. @param {...number} pins */
  record(...pins) {
    for (const pin of pins) this.recorded.add(pin);
  }

  /** The edges since the last call. @returns {Edge[]} */
  takeEdges() {
    const { edges } = this;
    this.edges = [];
    return edges;
  }

  /** @param {number} pin */
  update(pin) {
    const level = this.resolve(pin);
    if (level === this.levels[pin]) return;
    this.levels[pin] = level;
    this.chip.mcu.gpio[pin].setInputValue(level === 1);
    const edge = { nanos: this.chip.clock.nanos, pin, level };
    if (this.recorded.has(pin)) this.edges.push(edge);
    for (const watcher of this.watchers.get(pin) ?? []) watcher(edge);
  }

  /** @param {number} pin @returns {0 | 1} */
  resolve(pin) {
    const { value } = this.chip.mcu.gpio[pin];
    if (value === GPIOPinState.High) return 1;
    if (value === GPIOPinState.Low) return 0;
    const driven = this.driven.get(pin);
    if (driven !== undefined) return driven;
    return value === GPIOPinState.InputPullUp ? 1 : 0;
  }
}
