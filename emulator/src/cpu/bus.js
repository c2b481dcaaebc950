/**
 * What a core reaches through addresses. Translated code reads and writes RAM, and reads flash, by itself; all else
 * comes here. One bus serves one core, because the private peripherals and the single-cycle I/O (SIO) differ per core.
 *
 *     0x00000000  boot ROM, 16 KB            0x40000000  APB peripherals  (3 more cycles to read, 4 to write)
 *     0x10000000  flash through the cache    0x50000000  AHB peripherals  (as RAM)
 *     0x20000000  RAM, 264 KB                0xd0000000  SIO              (one cycle less than RAM)
 *                                            0xe0000000  NVIC, SysTick, system control
 *
 * RP2040 datasheet 2.1, 2.2. An access that is not aligned or reaches nothing is a fault.
 */
import { RAM_BYTES } from '../chip/memory.js';
import { hex } from './core.js';

export class Bus {
  /**
   * @param {import('../chip/chip.js').Chip} chip
   * @param {number} index which core it serves
   */
  constructor(chip, index) {
    this.chip = chip;
    this.index = index;
    this.clock = chip.clock;
    this.memory = chip.memory;
    /** Set by the chip, once both exist. @type {import('./core.js').Core} */
    this.core = /** @type {any} */ (null);
    /** @type {import('../chip/sio.js').CoreSio} */
    this.sio = /** @type {any} */ (null);
  }

  /** @param {string} message */
  log(message) {
    this.chip.log(message);
  }

  /** @param {number} address @returns {number} */
  load32(address) {
    if (address & 3) return this.unaligned(address);
    const { memory } = this;
    switch (address >>> 28) {
      case 0:
        if (address < 0x4000) return memory.rom32[address >>> 2];
        break;
      case 1:
        if (this.flashAddress(address)) return memory.flash32[(address & 0xffffff) >>> 2];
        break;
      case 2:
        if ((address & 0xfffffff) < RAM_BYTES) return memory.ram32[(address & 0xfffffff) >>> 2];
        break;
      default:
    }
    return this.loadDevice(address >>> 0);
  }

  /** @param {number} address @returns {number} */
  load16(address) {
    if (address & 1) return this.unaligned(address);
    const { memory } = this;
    switch (address >>> 28) {
      case 0:
        if (address < 0x4000) return memory.rom16[address >>> 1];
        break;
      case 1:
        if (this.flashAddress(address)) return memory.flash16[(address & 0xffffff) >>> 1];
        break;
      case 2:
        if ((address & 0xfffffff) < RAM_BYTES) return memory.ram16[(address & 0xfffffff) >>> 1];
        break;
      default:
    }
    return (this.loadDevice((address & ~3) >>> 0) >>> (8 * (address & 2))) & 0xffff;
  }

  /** @param {number} address @returns {number} */
  load8(address) {
    const { memory } = this;
    switch (address >>> 28) {
      case 0:
        if (address < 0x4000) return memory.rom8[address];
        break;
      case 1:
        if (this.flashAddress(address)) return memory.flash8[address & 0xffffff];
        break;
      case 2:
        if ((address & 0xfffffff) < RAM_BYTES) return memory.ram8[address & 0xfffffff];
        break;
      default:
    }
    return (this.loadDevice((address & ~3) >>> 0) >>> (8 * (address & 3))) & 0xff;
  }

  /** @param {number} address @param {number} value */
  store32(address, value) {
    if (address & 3) return void this.unaligned(address);
    const offset = address ^ 0x20000000;
    if (offset >>> 0 < RAM_BYTES) {
      this.memory.ram32[offset >>> 2] = value;
      this.memory.ramWritten(offset);
    } else {
      this.storeDevice(address >>> 0, value >>> 0);
    }
  }

  /** @param {number} address @param {number} value */
  store16(address, value) {
    if (address & 1) return void this.unaligned(address);
    const offset = address ^ 0x20000000;
    if (offset >>> 0 < RAM_BYTES) {
      this.memory.ram16[offset >>> 1] = value;
      this.memory.ramWritten(offset);
    } else {
      this.storeNarrow(address >>> 0, value & 0xffff, 2);
    }
  }

  /** @param {number} address @param {number} value */
  store8(address, value) {
    const offset = address ^ 0x20000000;
    if (offset >>> 0 < RAM_BYTES) {
      this.memory.ram8[offset] = value;
      this.memory.ramWritten(offset);
    } else {
      this.storeNarrow(address >>> 0, value & 0xff, 1);
    }
  }

  /**
   * USB's buffers can be written by the byte; registers take a narrow value on all lanes (RP2040 datasheet 2.1.4).
   * @param {number} address @param {number} value @param {1 | 2} bytes
   */
  storeNarrow(address, value, bytes) {
    if (this.memory.inUsb(address)) {
      this.chip.storeUsbNarrow(address & 0xfff, value, bytes);
    } else {
      this.storeDevice((address & ~3) >>> 0, (bytes === 1 ? value * 0x01010101 : value * 0x00010001) >>> 0);
    }
  }

  /** @param {number} address */
  loadDevice(address) {
    const { core } = this;
    switch (address >>> 28) {
      case 0x1:
        if (address >>> 24 === 0x14 || address >>> 24 === 0x18) return this.chip.loadPeripheral(address);
        break;
      case 0x4:
        core.cycles += 2;
        return this.chip.loadPeripheral(address);
      case 0x5: return this.chip.loadPeripheral(address);
      case 0xd:
        core.cycles -= 1;
        return this.sio.read(address & 0xfff);
      case 0xe: return core.nvic.read(address & 0xfff);
      default:
    }
    return this.nothing('read from', address);
  }

  /** @param {number} address @param {number} value */
  storeDevice(address, value) {
    const { core } = this;
    switch (address >>> 28) {
      case 0x0:
        if (address < 0x4000) return; // ROM takes no notice; TinyUSB relies on it
        break;
      case 0x1:
        if (address >>> 24 === 0x14 || address >>> 24 === 0x18) return this.chip.storePeripheral(address, value);
        if (address >>> 24 === 0x10) return; // invalidates a line of the cache
        break;
      case 0x4:
        core.cycles += 3;
        return this.chip.storePeripheral(address, value);
      case 0x5: return this.chip.storePeripheral(address, value);
      case 0xd:
        core.cycles -= 1;
        return this.sio.write(address & 0xfff, value);
      case 0xe: return core.nvic.write(address & 0xfff, value);
      default:
    }
    this.nothing('write to', address);
  }

  /**
   * 0x10…0x13 are the same flash with and without cache. Counts for the cache's model.
   * @param {number} address
   */
  flashAddress(address) {
    if (address >>> 26 !== 4 || (address & 0xffffff) >= this.memory.flashBytes) return false;
    if (this.memory.cache && address >>> 24 === 0x10) this.core.cycles += this.memory.cache.touch(address);
    return true;
  }

  /** @param {number} address */
  unaligned(address) {
    this.core.raiseFault(`unaligned access to ${hex(address)}`);
    return 0;
  }

  /** @param {string} verb @param {number} address */
  nothing(verb, address) {
    this.core.raiseFault(`${verb} ${hex(address)}, where nothing is`);
    return 0;
  }
}
