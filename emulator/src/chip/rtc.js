/**
 * The real-time clock (RP2040 datasheet 4.8), in virtual time and without time zones; rp2040js uses those of the host,
 * and has no alarm.
 */
import { BasePeripheral } from 'rp2040js';

const SETUP_0 = 0x04;
const SETUP_1 = 0x08;
const CONTROL = 0x0c;
const ALARM_0 = 0x10;
const ALARM_1 = 0x14;
const NOW_DATE = 0x18;
const NOW_TIME = 0x1c;
const RAW_STATUS = 0x20;
const ENABLE = 0x24;
const FORCE = 0x28;
const STATUS = 0x2c;
const ACTIVE = 2;
const LOAD = 16;
const MATCHES = 1 << 28;
const MATCH_ACTIVE = 1 << 29;
const IRQ = 25;
const SECOND_NANOS = 1e9;

export class Rtc extends BasePeripheral {
  /** @param {any} mcu @param {import('../cpu/clock.js').VirtualClock} clock */
  constructor(mcu, clock) {
    super(mcu, 'RTC');
    this.mcu = mcu;
    this.clock = clock;
    this.registers = new Uint32Array(12);
    /** Milliseconds since 1970 at `startNanos`. */
    this.start = Date.UTC(2021, 0, 1);
    this.startNanos = 0;
    this.running = false;
    this.matched = false;
    this.second = clock.createAlarm(() => this.secondPassed());
  }

  get date() {
    const elapsed = this.running ? (this.clock.nanos - this.startNanos) / 1e6 : 0;
    return new Date(this.start + elapsed);
  }

  /** @param {number} offset */
  readUint32(offset) {
    const { date } = this;
    switch (offset) {
      case CONTROL: return (this.registers[CONTROL >> 2] & ~(LOAD | ACTIVE)) | (this.running ? ACTIVE : 0);
      case ALARM_0: return this.registers[ALARM_0 >> 2] | (this.second.scheduled ? MATCH_ACTIVE : 0);
      case NOW_DATE: return (date.getUTCFullYear() << 12) | ((date.getUTCMonth() + 1) << 8) | date.getUTCDate();
      case NOW_TIME: return (date.getUTCDay() << 24) | (date.getUTCHours() << 16) | (date.getUTCMinutes() << 8) | date.getUTCSeconds();
      case RAW_STATUS: return this.matched ? 1 : 0;
      case STATUS: return this.pending ? 1 : 0;
      default: return this.registers[(offset >> 2) % 12];
    }
  }

  /** @param {number} offset @param {number} value */
  writeUint32(offset, value) {
    this.registers[(offset >> 2) % 12] = value;
    if (offset === CONTROL) this.control(value);
    else if (offset === ALARM_0) this.setAlarm((value & MATCHES) !== 0);
    this.update();
  }

  /** @param {number} value */
  control(value) {
    this.start = this.date.getTime();
    this.startNanos = this.clock.nanos;
    this.running = (value & 1) !== 0;
    if (value & LOAD) this.start = this.loaded();
  }

  loaded() {
    const [date, time] = [this.registers[SETUP_0 >> 2], this.registers[SETUP_1 >> 2]];
    return Date.UTC(date >> 12, ((date >> 8) & 15) - 1, date & 31, (time >> 16) & 31, (time >> 8) & 63, time & 63);
  }

  /** @param {boolean} active */
  setAlarm(active) {
    this.matched = false;
    this.second.cancel();
    if (active) this.scheduleSecond();
  }

  scheduleSecond() {
    const elapsed = (this.clock.nanos - this.startNanos) % SECOND_NANOS;
    this.second.schedule(SECOND_NANOS - elapsed);
  }

  secondPassed() {
    if (this.running && this.matches()) {
      this.matched = true;
      this.update();
    } else {
      this.scheduleSecond();
    }
  }

  /** Those fields are compared whose enable bits are set. */
  matches() {
    const { date } = this;
    const [first, second] = [this.registers[ALARM_0 >> 2], this.registers[ALARM_1 >> 2]];
    const fields = [
      [first & (1 << 26), (first >> 12) & 0xfff, date.getUTCFullYear()],
      [first & (1 << 25), (first >> 8) & 15, date.getUTCMonth() + 1],
      [first & (1 << 24), first & 31, date.getUTCDate()],
      [second & (1 << 31), (second >> 24) & 7, date.getUTCDay()],
      [second & (1 << 30), (second >> 16) & 31, date.getUTCHours()],
      [second & (1 << 29), (second >> 8) & 63, date.getUTCMinutes()],
      [second & (1 << 28), second & 63, date.getUTCSeconds()],
    ];
    return fields.every(([enabled, wanted, actual]) => !enabled || wanted === actual);
  }

  get pending() {
    return (this.matched && (this.registers[ENABLE >> 2] & 1) !== 0) || (this.registers[FORCE >> 2] & 1) !== 0;
  }

  update() {
    this.mcu.setInterrupt(IRQ, this.pending);
  }
}
