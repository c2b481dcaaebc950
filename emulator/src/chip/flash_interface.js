/**
 * Between the processor and the flash: the serial interface (SSI), the pads that can force its chip select, and the
 * cache's control registers. rp2040js has stubs. RP2040 datasheet 4.10, 2.19.6.2, 2.6.3.
 */
import { BasePeripheral } from 'rp2040js';

const CONTROL_0 = 0x00;
const CONTROL_1 = 0x04;
const ENABLE = 0x08;
const TX_LEVEL = 0x20;
const RX_LEVEL = 0x24;
const STATUS = 0x28;
const ID = 0x58;
const VERSION = 0x5c;
const DATA = 0x60;
const SELECT_CONTROL = 0x0c;

/** EEPROM mode: what is written is sent, then as many bytes as CONTROL_1 says are read. */
const MODE_EEPROM = 3;

/** Who holds the chip select. @typedef {'ssi' | 'low' | 'high'} Select */

export class FlashInterface extends BasePeripheral {
  /** @param {any} mcu @param {import('./flash.js').Flash} flash */
  constructor(mcu, flash) {
    super(mcu, 'SSI');
    this.flash = flash;
    this.registers = new Uint32Array(64);
    /** @type {number[]} */
    this.received = [];
    /** @type {number[]} */
    this.unsent = [];
    /** @type {Select} */
    this.select = 'ssi';
  }

  get mode() {
    return (this.registers[CONTROL_0] >>> 8) & 3;
  }

  /** Quad frames are the cache's business. */
  get isSerial() {
    return ((this.registers[CONTROL_0] >>> 21) & 3) === 0;
  }

  /** Carries out what EEPROM mode has collected. */
  flush() {
    if (!this.unsent.length) return;
    for (const byte of this.unsent) this.flash.transfer(byte);
    this.unsent = [];
    for (let i = 0; i <= this.registers[CONTROL_1 >> 2]; i++) this.received.push(this.flash.transfer(0));
    this.release();
  }

  /** The interface itself drops the chip select when it has nothing more to send. */
  release() {
    if (this.select === 'ssi') this.flash.deselect();
  }

  /** @param {number} offset */
  readUint32(offset) {
    switch (offset) {
      case TX_LEVEL: return 0;
      case RX_LEVEL: this.flush(); return this.received.length;
      case STATUS:
        this.flush();
        this.release();
        return 6 | (this.received.length ? 8 : 0);
      case ID: return 0x51535049;
      case VERSION: return 0x3430312a;
      case DATA: return this.received.shift() ?? 0;
      default: return this.registers[(offset >> 2) & 63];
    }
  }

  /** @param {number} offset @param {number} value */
  writeUint32(offset, value) {
    if (offset === DATA) {
      this.send(value & 0xff);
      return;
    }
    if (offset === ENABLE && !(value & 1)) {
      this.release();
      this.received.length = 0;
    }
    this.registers[(offset >> 2) & 63] = value;
  }

  /** @param {number} byte */
  send(byte) {
    if (this.mode === MODE_EEPROM && this.isSerial) {
      this.unsent.push(byte);
    } else {
      this.received.push(this.isSerial && this.select !== 'high' ? this.flash.transfer(byte) : 0xff);
    }
  }

  /** @param {Select} select */
  force(select) {
    if (select === this.select) return;
    this.flash.deselect();
    this.select = select;
  }
}

/** In the status of a pin: it is high. */
const INPUT = 1 << 17;

/** IO_QSPI: only the override of the chip select matters here, and that the pins can be read. */
export class FlashPads extends BasePeripheral {
  /** @param {any} mcu @param {FlashInterface} flashInterface */
  constructor(mcu, flashInterface) {
    super(mcu, 'IO_QSPI');
    this.flashInterface = flashInterface;
    this.registers = new Uint32Array(64);
  }

  /** @param {number} offset */
  readUint32(offset) {
    if (offset < 48 && !(offset & 4)) return this.rp2040.qspi[offset >> 3].inputValue ? INPUT : 0;
    return this.registers[(offset >> 2) & 63];
  }

  /** @param {number} offset @param {number} value */
  writeUint32(offset, value) {
    this.registers[(offset >> 2) & 63] = value;
    if (offset !== SELECT_CONTROL) return;
    /** @type {Select[]} */
    const overrides = ['ssi', 'ssi', 'low', 'high'];
    this.flashInterface.force(overrides[(value >>> 8) & 3]);
  }
}

/** XIP_CTRL: streams are always empty, the cache always ready. */
export class CacheControl extends BasePeripheral {
  /** @param {any} mcu */
  constructor(mcu) {
    super(mcu, 'XIP_CTRL');
    this.control = 3;
  }

  /** @param {number} offset */
  readUint32(offset) {
    if (offset === 0) return this.control;
    return offset === 8 ? 2 : 0;
  }

  /** @param {number} offset @param {number} value */
  writeUint32(offset, value) {
    if (offset === 0) this.control = value;
  }
}
