/**
 * Small gaps of rp2040js 1.4.1, closed on its objects. Each function says what the gap was; larger ones have files of
 * their own (pio.js, usb.js, sio.js, flash_interface.js).
 */
import { BasePeripheral } from 'rp2040js';

const TX_EMPTY = 1 << 4;
const INTERRUPT_MASK = 0x30;
const PAD_AFTER_RESET = 0x56;
const SELECT_PAD_AFTER_RESET = 0x5a;

/**
 * An abort left TX_EMPTY clear, so that drivers which wait for it waited for ever; the interrupt mask could not be written.
 * @param {any} i2c
 */
export function repairI2c(i2c) {
  const write = i2c.writeUint32.bind(i2c);
  i2c.writeUint32 = (/** @type {number} */ offset, /** @type {number} */ value) => {
    if (offset !== INTERRUPT_MASK) return write(offset, value);
    i2c.intEnable = value;
    i2c.checkInterrupts();
  };
  const abort = i2c.abort.bind(i2c);
  i2c.abort = (/** @type {number} */ reason) => {
    abort(reason);
    i2c.setInterrupts(TX_EMPTY);
  };
}

/** Unpaced transfers happened all in one moment; a word takes a cycle. @param {any} dma @param {import('../cpu/clock.js').VirtualClock} clock */
export function repairDma(dma, clock) {
  for (const channel of dma.channels) {
    const schedule = channel.transferAlarm.schedule.bind(channel.transferAlarm);
    channel.transferAlarm.schedule = (/** @type {number} */ nanos) => schedule(Math.max(nanos, clock.nanosPerCycle));
  }
}

/** The next channel of a round robin was masked with the wrong constant. @param {any} adc */
export function repairAdc(adc) {
  Object.defineProperty(adc, 'activeChannel', {
    get: () => (adc.cs >> 12) & 7,
    set: (/** @type {number} */ channel) => {
      adc.cs = (adc.cs & ~(7 << 12)) | (channel << 12);
    },
  });
}

/** Alarms went off up to a microsecond early, before the counter had their value. @param {any} timer @param {import('../cpu/clock.js').VirtualClock} clock */
export function repairTimer(timer, clock) {
  for (const { clockAlarm } of timer.alarms) {
    const schedule = clockAlarm.schedule.bind(clockAlarm);
    clockAlarm.schedule = (/** @type {number} */ nanos) => {
      const { nanos: now } = clock;
      schedule(Math.ceil((now + nanos) / 1000 - 1e-6) * 1000 - now);
    };
  }
}

/** Pads had their input buffers off and no pulls after a reset. @param {any} mcu */
export function repairPads(mcu) {
  for (const pin of mcu.gpio) pin.padValue = PAD_AFTER_RESET;
  for (const pin of mcu.qspi) pin.padValue = SELECT_PAD_AFTER_RESET;
}

/**
 * A watchdog without a handler fired for ever. The board is told once, and the timer stops.
 * @param {any} watchdog @param {() => void} onReset
 */
export function repairWatchdog(watchdog, onReset) {
  watchdog.onWatchdogTrigger = () => {
    watchdog.timer.enable = false;
    watchdog.alarm.enable = false;
    onReset();
  };
}

/** Power-on state machine: forcing the second core off is how firmware restarts it. */
export class PowerStates extends BasePeripheral {
  /** @param {any} mcu @param {(held: boolean) => void} onCore1Held */
  constructor(mcu, onCore1Held) {
    super(mcu, 'PSM');
    this.onCore1Held = onCore1Held;
    this.registers = new Uint32Array(3);
  }

  /** @param {number} offset */
  readUint32(offset) {
    if (offset === 0xc) return 0x1ffff & ~this.registers[1];
    return this.registers[(offset >> 2) % 3];
  }

  /** @param {number} offset @param {number} value */
  writeUint32(offset, value) {
    if (offset > 8) return;
    const changed = this.registers[offset >> 2] ^ value;
    this.registers[offset >> 2] = value & 0x1ffff;
    if (offset === 4 && changed & (1 << 16)) this.onCore1Held((value & (1 << 16)) !== 0);
  }
}

/** Ring oscillator: stable at once; its random bit comes from a generator, so that runs repeat. */
export class RingOscillator extends BasePeripheral {
  /** @param {any} mcu @param {number} seed */
  constructor(mcu, seed) {
    super(mcu, 'ROSC');
    this.state = seed | 1;
    this.registers = new Uint32Array(16);
    this.registers[0] = 0xaa0;
  }

  /** @param {number} offset */
  readUint32(offset) {
    if (offset === 0x18) return 0x80001000;
    if (offset !== 0x1c) return this.registers[(offset >> 2) & 15];
    this.state ^= this.state << 13;
    this.state ^= this.state >>> 17;
    this.state ^= this.state << 5;
    return (this.state >>> 16) & 1;
  }

  /** @param {number} offset @param {number} value */
  writeUint32(offset, value) {
    this.registers[(offset >> 2) & 15] = value;
  }
}

/** Voltage regulator and chip reset: remembers that there was a power-on reset. */
export class VoltageRegulator extends BasePeripheral {
  /** @param {any} mcu @param {boolean} poweredOn */
  constructor(mcu, poweredOn) {
    super(mcu, 'VREG_AND_CHIP_RESET');
    this.registers = Uint32Array.of(0xb1, 0x91, poweredOn ? 1 << 8 : 0);
  }

  /** @param {number} offset */
  readUint32(offset) {
    return offset === 0 ? this.registers[0] | (1 << 12) : this.registers[(offset >> 2) % 3];
  }

  /** @param {number} offset @param {number} value */
  writeUint32(offset, value) {
    if (offset <= 4) this.registers[offset >> 2] = value;
  }
}
