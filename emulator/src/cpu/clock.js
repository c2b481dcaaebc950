/**
 * Virtual time. A core counts cycles; this clock turns them into nanoseconds at the frequency that clk_sys has, and
 * keeps the alarms of all peripherals in order. It has the interface that rp2040js expects of a clock.
 *
 * Nothing here reads the wall clock: the same image with the same input gives the same times.
 */

/** Something that happens at a time; made by {@link VirtualClock#createAlarm}. */
class Alarm {
  /** @param {VirtualClock} clock @param {() => void} callback */
  constructor(clock, callback) {
    this.clock = clock;
    this.callback = callback;
    this.nanos = 0;
    this.scheduled = false;
    /** @type {Alarm | null} */
    this.next = null;
  }

  /** @param {number} deltaNanos */
  schedule(deltaNanos) {
    if (this.scheduled) this.cancel();
    this.clock.link(this, this.clock.nanos + deltaNanos);
  }

  cancel() {
    if (this.scheduled) this.clock.unlink(this);
  }
}

export class VirtualClock {
  constructor() {
    /** Cycle counter of the core that runs: element 0 of its `time` array. @type {Float64Array} */
    this.time = new Float64Array(2);
    /** A moment that both counts name, from which the current frequency has been valid. */
    this.baseCycles = 0;
    this.baseNanos = 0;
    this.nanosPerCycle = 8;
    /** @type {Alarm | null} the earliest */
    this.first = null;
    /** The moment of the alarm that is going off: what it does happens then, not when it was noticed. */
    this.moment = NaN;
    /** Called when the earliest alarm has changed. */
    this.onReschedule = () => {};
  }

  get nanos() {
    if (this.moment === this.moment) return this.moment;
    return this.baseNanos + (this.time[0] - this.baseCycles) * this.nanosPerCycle;
  }

  get micros() {
    return this.nanos / 1000;
  }

  /** @param {number} hertz frequency of clk_sys from now on */
  setFrequency(hertz) {
    const { nanos } = this;
    this.baseNanos = nanos;
    this.baseCycles = this.time[0];
    this.nanosPerCycle = 1e9 / hertz;
    this.onReschedule();
  }

  /** @param {number} nanos @returns {number} the first cycle that is not before that time */
  cycleAt(nanos) {
    return this.baseCycles + Math.ceil((nanos - this.baseNanos) / this.nanosPerCycle - 1e-6);
  }

  /** The cycle of the earliest alarm, Infinity if there is none. */
  get alarmCycle() {
    return this.first ? this.cycleAt(this.first.nanos) : Infinity;
  }

  /** @param {() => void} callback */
  createAlarm(callback) {
    return new Alarm(this, callback);
  }

  /** @param {Alarm} alarm @param {number} nanos */
  link(alarm, nanos) {
    alarm.nanos = nanos;
    alarm.scheduled = true;
    let previous = null;
    let item = this.first;
    while (item && item.nanos <= nanos) {
      previous = item;
      item = item.next;
    }
    alarm.next = item;
    if (previous) {
      previous.next = alarm;
    } else {
      this.first = alarm;
      this.onReschedule();
    }
  }

  /** @param {Alarm} alarm */
  unlink(alarm) {
    alarm.scheduled = false;
    if (this.first === alarm) {
      this.first = alarm.next;
      this.onReschedule();
      return;
    }
    for (let item = this.first; item; item = item.next) {
      if (item.next === alarm) {
        item.next = alarm.next;
        return;
      }
    }
  }

  /** Lets every alarm go off whose time has come. */
  fireDue() {
    while (this.first && this.alarmCycle <= this.time[0]) {
      const alarm = this.first;
      this.first = alarm.next;
      alarm.scheduled = false;
      this.moment = alarm.nanos;
      alarm.callback();
    }
    this.moment = NaN;
    this.onReschedule();
  }
}
