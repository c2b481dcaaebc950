/**
 * A Raspberry Pi Pico: chip, flash, and the loop that runs both cores, peripherals and whatever is attached in one
 * virtual time. Everything happens inside {@link Board#run}, synchronously.
 */
import { readFileSync } from 'node:fs';
import { Chip } from './chip/chip.js';
import { Flash, PICO_FLASH_BYTES } from './chip/flash.js';
import { RAM_BYTES } from './chip/memory.js';
import { bootRom } from './host/bootrom.js';
import { CdcHost } from './host/cdc.js';
import { parseImage } from './host/image.js';
import { AnalogInputs } from './attach/analog.js';
import { I2cBus } from './attach/i2c.js';
import { I2cController } from './attach/i2c_controller.js';
import { Pins } from './attach/pins.js';
import { SpiBus } from './attach/spi.js';
import { UartPeer } from './attach/uart.js';

/** With both cores awake, how many cycles one may be ahead of the other. */
const QUANTUM = 64;
/** A caller's condition is looked at so often, about every 100 µs. */
const LOOK_CYCLES = 12_500;
const BOOTLOADER_MAGIC = 0xb007c0d3;

/**
 * Why {@link Board#run} returned: the time is up; nothing is left to happen without input; the sleep allowance is used
 * up; the caller's condition holds; the power was cut; the firmware entered the boot ROM's loader; a core locked up.
 * @typedef {'time' | 'idle' | 'asleep' | 'condition' | 'power cut' | 'bootloader' | 'halt'} Stop
 */

/**
 * @typedef {object} BoardOptions
 * @property {string | Buffer} [image] UF2, ELF or binary file, or its content
 * @property {Uint8Array} [flashContent] the whole flash, instead of an image
 * @property {number} [flashBytes] size of the flash, a power of two; 2 MiB unless given
 * @property {{ eraseMillis?: number, programMillis?: number }} [flashTimes] zero by default
 * @property {number} [cacheMissCycles] models the flash cache with this price of a miss; 0 does not
 * @property {number} [seed] of random numbers
 * @property {Uint32Array} [rom] the boot ROM, if not the cached one
 * @property {boolean} [bootsel] BOOTSEL is held down at power-on
 */

export class Board {
  /** The chip since the last reset. @type {Chip} */
  chip;
  /** The core whose time it is. @type {import('./cpu/core.js').Core} */
  running;
  /** @type {Stop | null} */
  stop = null;
  /** @type {import('./cpu/core.js').Halt | null} */
  halt = null;
  /** @type {'watchdog' | 'system' | null} */
  resetCause = null;
  /** The cycle that the cores may run to. */
  limit = 0;
  startNanos = 0;

  /** @param {BoardOptions} options */
  constructor({ image, flashContent, flashBytes = PICO_FLASH_BYTES, flashTimes, cacheMissCycles = 0, seed = 1, rom = bootRom(), bootsel = false }) {
    this.flash = new Flash({ bytes: flashBytes, ...flashTimes });
    this.flash.onPowerCut = () => this.stopWith('power cut');
    this.persistent = {
      ram: new Uint8Array(RAM_BYTES), rom, flash: this.flash, scratch: new Uint32Array(8), resetReason: 0, seed, cacheMissCycles,
    };
    this.bootsel = bootsel;
    this.serial = new CdcHost();
    this.pins = new Pins();
    this.analog = new AnalogInputs();
    this.uarts = [new UartPeer(0), new UartPeer(1)];
    this.i2c = [new I2cBus(0), new I2cBus(1)];
    this.i2cControllers = [new I2cController(0), new I2cController(1)];
    this.spi = [new SpiBus(0), new SpiBus(1)];
    /** @type {((chip: Chip) => void)[]} */
    this.attachments = [this.serial, this.pins, this.analog, ...this.uarts, ...this.i2c, ...this.i2cControllers, ...this.spi].map((each) => (chip) => each.attach(chip));
    /** Called with what the firmware or the emulation did wrong. */
    this.onLog = (/** @type {string} */ _message) => {};
    /** Called after a reset that the firmware caused. */
    this.onReset = (/** @type {'watchdog' | 'system'} */ _cause) => {};
    this.resets = 0;
    /** Virtual time in which neither core had anything to do. */
    this.sleptNanos = 0;
    if (flashContent) this.flash.bytes.set(flashContent.subarray(0, flashBytes));
    if (image !== undefined) this.load(image);
    this.powerOn();
  }

  /** Writes an image into the flash, as a flasher does. @param {string | Buffer} image */
  load(image) {
    const file = typeof image === 'string' ? readFileSync(image) : image;
    for (const { offset, bytes } of parseImage(file, this.flash.bytes.length)) this.flash.bytes.set(bytes, offset);
  }

  /** Everything but the flash is as new. */
  powerOn() {
    this.persistent.ram.fill(0);
    this.persistent.scratch.fill(0);
    this.persistent.resetReason = 0;
    this.flash.cut = this.flash.cut && this.flash.cut.operation > this.flash.operations ? this.flash.cut : null;
    this.start(0);
  }

  /** @param {number} nanos virtual time at which the new chip's clock begins, so that time goes on over a reset */
  start(nanos) {
    this.stop = null;
    this.halt = null;
    this.resetCause = null;
    this.chip = new Chip(this.persistent);
    this.startNanos = nanos;
    this.running = this.chip.cores[0];
    this.limit = 0;
    this.chip.log = (message) => this.onLog(message);
    this.chip.onReset = (cause) => {
      this.resetCause ??= cause;
      this.running.interruptTrace();
    };
    this.chip.clock.onReschedule = () => this.running.setDeadline(Math.min(this.limit, this.chip.clock.alarmCycle));
    for (const core of this.chip.cores) core.onHalt = (halt) => this.halted(halt);
    this.holdBootsel(this.bootsel);
    for (const attachment of this.attachments) attachment(this.chip);
  }

  /** Attaches something to the chip now and after every reset. @param {(chip: Chip) => void} attachment */
  attach(attachment) {
    this.attachments.push(attachment);
    attachment(this.chip);
  }

  /** The button is on the flash's chip select: the boot ROM reads it, and firmware can. @param {boolean} down */
  holdBootsel(down) {
    this.bootsel = down;
    this.chip.mcu.qspi[1].setInputValue(!down);
  }

  /** Does something after a time, unless there is a reset before. @param {number} nanos @param {() => void} action */
  after(nanos, action) {
    this.chip.clock.createAlarm(action).schedule(nanos);
  }

  /** Virtual nanoseconds since power-on. */
  get nanos() {
    return this.startNanos + this.chip.clock.nanos;
  }

  /** Cycles since the last reset, and those of them in which core 0 slept. */
  get cycles() {
    return this.chip.clock.time[0];
  }

  get asleepCycles() {
    return this.chip.cores[0].asleepCycles;
  }

  get cacheMisses() {
    return this.chip.memory.cache?.misses ?? 0;
  }

  /** @param {Stop} stop */
  stopWith(stop) {
    this.stop ??= stop;
    this.running.interruptTrace();
  }

  /** @param {import('./cpu/core.js').Halt} halt */
  halted(halt) {
    this.halt = halt;
    this.stopWith('halt');
  }

  /**
   * Runs for `nanos` of virtual time at most.
   * @param {object} limits
   * @param {number} [limits.nanos]
   * @param {number} [limits.sleepNanos] of them at most so many asleep; the rest of the sleep is for the next call
   * @param {() => boolean} [limits.until] looked at whenever the processor is interrupted by something, and at least
   *   every 100 µs of virtual time
   * @returns {Stop}
   */
  run({ nanos = Infinity, sleepNanos = Infinity, until }) {
    const end = this.nanos + nanos;
    let sleep = sleepNanos;
    while (this.stop === null) {
      if (until?.()) return 'condition';
      if (this.resetCause) this.restart();
      const { clock } = this.chip;
      // Compared in cycles: nanoseconds are rounded. A frequency may have changed, so this is looked at each time.
      const endCycle = clock.cycleAt(end - this.startNanos);
      if (clock.time[0] >= endCycle) return 'time';
      this.limit = until ? Math.min(endCycle, clock.time[0] + LOOK_CYCLES) : endCycle;
      if (this.runCores()) continue;
      const wake = Math.min(clock.alarmCycle, endCycle);
      if (wake === Infinity) return 'idle';
      const target = Math.min(wake, clock.cycleAt(clock.nanos + sleep));
      const slept = (target - clock.time[0]) * clock.nanosPerCycle;
      sleep -= slept;
      this.sleptNanos += slept;
      this.skipTo(target);
      if (target < wake) return 'asleep';
    }
    return this.stop;
  }

  /** Runs what is awake until the next alarm or the limit. @returns {boolean} whether anything was awake */
  runCores() {
    const { clock, cores, core1Held } = this.chip;
    for (const core of cores) if (core.urgent) this.attend(core);
    const first = cores[0].sleeping ? null : cores[0];
    const second = cores[1].sleeping || core1Held ? null : cores[1];
    const core = first && second ? (first.cycles <= second.cycles ? first : second) : first ?? second;
    if (!core) {
      if (clock.alarmCycle <= clock.time[0]) clock.fireDue();
      return cores.some((each) => each.urgent) || clock.alarmCycle <= clock.time[0];
    }
    const other = core === first ? second : first;
    this.running = core;
    clock.time = core.time;
    const limit = this.limit;
    if (other) this.limit = Math.min(limit, other.cycles + QUANTUM);
    core.setDeadline(Math.min(this.limit, clock.alarmCycle));
    core.run();
    if (clock.alarmCycle <= core.cycles) clock.fireDue();
    if (core.urgent) this.attend(core);
    this.limit = limit;
    return true;
  }

  /** A core that wakes has slept until now. @param {import('./cpu/core.js').Core} core */
  attend(core) {
    const wasAsleep = core.sleeping;
    const now = this.chip.clock.time[0];
    if (wasAsleep && core.cycles < now) {
      core.asleepCycles += now - core.cycles;
      core.cycles = now;
    }
    core.attend();
  }

  /** Both cores sleep until a cycle. @param {number} cycle */
  skipTo(cycle) {
    const { clock, cores } = this.chip;
    for (const core of cores) {
      if (core.cycles >= cycle) continue;
      core.asleepCycles += cycle - core.cycles;
      core.cycles = cycle;
    }
    clock.fireDue();
  }

  /** Carries out a reset that the chip asked for. RAM and the watchdog's scratch words survive it. */
  restart() {
    const cause = /** @type {'watchdog' | 'system'} */ (this.resetCause);
    const { watchdog } = this.chip;
    const { persistent, nanos } = this;
    persistent.scratch.set(watchdog.scratchData);
    persistent.resetReason = cause === 'watchdog' ? watchdog.reason : 0;
    this.resets++;
    const [magic, , , entry] = persistent.scratch.subarray(4);
    if (cause === 'watchdog' && magic === BOOTLOADER_MAGIC && entry < 0x4000) {
      this.stop = 'bootloader';
      return;
    }
    this.start(nanos);
    this.onReset(cause);
  }
}
