/** Counts in which functions a core spends its cycles. Costs a third of the speed while it is on. */

export class Profile {
  /** @param {import('./core.js').Core} core */
  constructor(core) {
    this.core = core;
    /** Cycles by the address at which a trace begins. @type {Map<number, number>} */
    this.cycles = new Map();
    core.run = () => this.run();
  }

  /** In place of the core's own loop. */
  run() {
    const { core, cycles } = this;
    const { time, traces } = core;
    let { pc } = core;
    while (time[0] < time[1]) {
      const before = time[0];
      const start = pc;
      pc = traces.at(pc)();
      cycles.set(start, (cycles.get(start) ?? 0) + time[0] - before);
    }
    core.pc = pc;
  }

  reset() {
    this.cycles.clear();
  }

  /** @param {(address: number) => string} nameOf @returns {{ name: string, cycles: number }[]} the most expensive first */
  byFunction(nameOf) {
    /** @type {Map<string, number>} */
    const sums = new Map();
    for (const [address, count] of this.cycles) {
      const name = nameOf(address);
      sums.set(name, (sums.get(name) ?? 0) + count);
    }
    return [...sums].map(([name, count]) => ({ name, cycles: count })).sort((a, b) => b.cycles - a.cycles);
  }
}
