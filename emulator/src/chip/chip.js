/**
 * The RP2040 from one reset to the next: rp2040js's peripherals with their gaps closed, and our own cores, buses and
 * clock. What outlives a reset (flash, RAM, the watchdog's scratch words) belongs to the board and is handed in.
 */
import { RP2040 } from 'rp2040js';
import { Bus } from '../cpu/bus.js';
import { VirtualClock } from '../cpu/clock.js';
import { Core } from '../cpu/core.js';
import { FlashCache } from '../cpu/flash_cache.js';
import { Traces } from '../cpu/traces.js';
import { CacheControl, FlashInterface, FlashPads } from './flash_interface.js';
import { Memory } from './memory.js';
import { installPinInterrupts } from './pin_interrupts.js';
import { schedulePio } from './pio.js';
import * as repairs from './repairs.js';
import { Rtc } from './rtc.js';
import { CoreSio, Mailbox } from './sio.js';
import { Uart } from './uart.js';
import { UsbDevice } from './usb.js';

const SIO_IRQ = [15, 16];
const WATCHDOG = 0x40058;
/** Interrupts and DMA requests of the UARTs (datasheet 2.3.2, 2.5.3.1). */
const UARTS = [{ irq: 20, transmitRequest: 20, receiveRequest: 21 }, { irq: 21, transmitRequest: 22, receiveRequest: 23 }];

/**
 * @typedef {object} Persistent what a reset does not clear
 * @property {Uint8Array} ram
 * @property {Uint32Array} rom
 * @property {import('./flash.js').Flash} flash
 * @property {Uint32Array} scratch the watchdog's scratch words
 * @property {number} resetReason the watchdog's REASON register; 0 after power-on
 * @property {number} seed of everything random
 * @property {number} cacheMissCycles 0: the flash cache is not modelled
 */

export class Chip {
  /** @type {Core[]} */
  cores = [];
  /** The words on their way to each core. @type {Mailbox[]} */
  mailboxes = [];
  /** Power management holds the second core in reset. */
  core1Held = false;

  /** @param {Persistent} persistent */
  constructor(persistent) {
    /** Called with what the firmware did wrong. */
    this.log = (/** @type {string} */ _message) => {};
    /** Called when the chip wants to be reset. @type {(cause: 'watchdog' | 'system') => void} */
    this.onReset = () => {};
    this.clock = new VirtualClock();
    this.mcu = /** @type {any} */ (new RP2040(/** @type {any} */ (this.clock)));
    this.mcu.logger = { debug() {}, info() {}, warn() {}, error: (/** @type {string} */ who, /** @type {string} */ what) => this.log(`${who}: ${what}`) };
    this.memory = new Memory({ ram: persistent.ram, flash: persistent.flash.bytes, rom: persistent.rom });
    if (persistent.cacheMissCycles) this.memory.cache = new FlashCache(persistent.cacheMissCycles);
    this.shareMemory(persistent);
    this.makeCores();
    this.installFlash(persistent.flash);
    this.installPeripherals(persistent);
    this.usb = new UsbDevice(this.mcu, this.clock);
    this.mcu.addClockListener((/** @type {number} */ hertz) => this.clock.setFrequency(hertz));
  }

  /** DMA goes through rp2040js's own memory map. @param {Persistent} persistent */
  shareMemory({ ram, flash }) {
    const { mcu, memory } = this;
    mcu.sram = ram;
    mcu.sramView = new DataView(ram.buffer);
    mcu.flash = flash.bytes;
    mcu.flashView = new DataView(flash.bytes.buffer);
    mcu.bootrom.set(memory.rom32);
    for (const name of ['writeUint32', 'writeUint16', 'writeUint8']) {
      const write = mcu[name].bind(mcu);
      mcu[name] = (/** @type {number} */ address, /** @type {number} */ value) => {
        write(address, value);
        if (address >>> 28 === 2) memory.ramWritten(address & 0xfffffff);
      };
    }
  }

  makeCores() {
    const { mcu } = this;
    const Sio = mcu.sio.constructor;
    this.cores = [0, 1].map((index) => {
      const bus = new Bus(this, index);
      const core = new Core(index, bus);
      bus.core = core;
      core.traces = new Traces(core, this.memory);
      core.nvic.onSystemReset = () => this.onReset('system');
      return core;
    });
    const boxes = this.cores.map((core) => new Mailbox((high) => core.nvic.setLine(SIO_IRQ[core.index], high)));
    this.mailboxes = boxes;
    this.cores.forEach((core, i) => {
      core.bus.sio = new CoreSio(core, mcu.sio, i === 0 ? mcu.sio : new Sio(mcu), boxes[i], boxes[1 - i]);
      core.onSendEvent = () => {
        for (const each of this.cores) each.receiveEvent();
        // One that wakes by it takes its turn now and not at the next alarm.
        if (this.cores[1 - i].urgent) core.interruptTrace();
      };
    });
    this.clock.time = this.cores[0].time;
    mcu.core = this.cores[0];
    mcu.setInterrupt = (/** @type {number} */ irq, /** @type {boolean} */ high) => {
      for (const core of this.cores) core.nvic.setLine(irq, high);
    };
    this.memory.onCodeWritten = () => this.dropRamCode();
  }

  /** The second core as a reset leaves it: in the boot ROM, waiting for words from the first. @param {boolean} held */
  holdCore1(held) {
    const core = this.cores[1];
    this.core1Held = held;
    if (held) return;
    for (const box of this.mailboxes) box.clear();
    core.reset();
    core.cycles = Math.max(core.cycles, this.clock.time[0]);
    core.interruptTrace();
  }

  dropRamCode() {
    this.memory.codeLines.fill(0);
    for (const core of this.cores) {
      core.traces.dropRam();
      core.interruptTrace();
    }
  }

  /** @param {import('./flash.js').Flash} flash */
  installFlash(flash) {
    const { mcu } = this;
    flash.resetInterface();
    flash.owner = this;
    const ssi = new FlashInterface(mcu, flash);
    mcu.peripherals[0x18000] = ssi;
    mcu.peripherals[0x40018] = new FlashPads(mcu, ssi);
    mcu.peripherals[0x14000] = new CacheControl(mcu);
  }

  /** The flash was erased or programmed. @param {number} offset @param {number} length */
  flashChanged(offset, length) {
    for (const core of this.cores) core.traces.flashChanged(offset, length);
  }

  /** @param {Persistent} persistent */
  installPeripherals({ scratch, resetReason, seed }) {
    const { mcu, clock } = this;
    mcu.uart = UARTS.map((lines) => new Uart(mcu, clock, lines));
    [mcu.peripherals[0x40034], mcu.peripherals[0x40038]] = mcu.uart;
    mcu.peripherals[0x4005c] = new Rtc(mcu, clock);
    for (const pio of mcu.pio) schedulePio(pio, clock);
    for (const i2c of mcu.i2c) repairs.repairI2c(i2c);
    repairs.repairDma(mcu.dma, clock);
    repairs.repairTimer(mcu.peripherals[0x40054], clock);
    repairs.repairAdc(mcu.adc);
    installPinInterrupts(mcu.peripherals[0x40014], mcu, this.cores);
    repairs.repairPads(mcu);
    const watchdog = mcu.peripherals[WATCHDOG];
    watchdog.scratchData.set(scratch);
    watchdog.reason = resetReason;
    repairs.repairWatchdog(watchdog, () => this.onReset('watchdog'));
    mcu.peripherals[0x40010] = new repairs.PowerStates(mcu, (held) => this.holdCore1(held));
    mcu.peripherals[0x40060] = new repairs.RingOscillator(mcu, seed);
    mcu.peripherals[0x40064] = new repairs.VoltageRegulator(mcu, resetReason === 0);
  }

  get watchdog() {
    return this.mcu.peripherals[WATCHDOG];
  }

  /** @param {number} address @returns {number} */
  loadPeripheral(address) {
    if (this.memory.inUsb(address)) return this.mcu.usbDPRAMView.getUint32(address & 0xfff, true);
    const peripheral = this.mcu.findPeripheral(address);
    return peripheral ? peripheral.readUint32(address & 0xfff) : 0;
  }

  /** The address says also how to write: over the old value, or to flip, set or clear bits (datasheet 2.1.2). @param {number} address @param {number} value */
  storePeripheral(address, value) {
    if (this.memory.inUsb(address)) {
      this.mcu.usbDPRAMView.setUint32(address & 0xfff, value, true);
      this.mcu.usbCtrl.DPRAMUpdated(address & 0xfff, value);
      return;
    }
    this.mcu.findPeripheral(address)?.writeUint32Atomic(address & 0xfff, value, (address >>> 12) & 3);
  }

  /** @param {number} offset @param {number} value @param {1 | 2} bytes */
  storeUsbNarrow(offset, value, bytes) {
    const view = this.mcu.usbDPRAMView;
    if (bytes === 1) view.setUint8(offset, value);
    else view.setUint16(offset, value, true);
    this.mcu.usbCtrl.DPRAMUpdated(offset & ~3, view.getUint32(offset & ~3, true));
  }
}
