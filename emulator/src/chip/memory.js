/**
 * ROM, RAM and flash as typed arrays of each width over one buffer, and the record of which RAM holds translated code.
 * Words are little endian, as those of the machines that Node runs on.
 */

export const ROM_BYTES = 16 * 1024;
export const RAM_BYTES = 264 * 1024;
export const RAM_START = 0x20000000;
export const FLASH_START = 0x10000000;
/** A line of RAM that is known to hold code or not. Small, so that variables beside RAM functions disturb little. */
export const CODE_LINE_SHIFT = 5;

export class Memory {
  /** @param {{ ram: Uint8Array, flash: Uint8Array, rom: Uint32Array }} parts ram and flash outlive a reset */
  constructor({ ram, flash, rom }) {
    this.ram8 = ram;
    this.ram16 = new Uint16Array(ram.buffer);
    this.ram32 = new Int32Array(ram.buffer);
    this.flash8 = flash;
    this.flashBytes = flash.length;
    this.flash16 = new Uint16Array(flash.buffer);
    this.flash32 = new Int32Array(flash.buffer);
    this.rom32 = new Int32Array(ROM_BYTES / 4);
    this.rom32.set(rom.subarray(0, ROM_BYTES / 4));
    this.rom16 = new Uint16Array(this.rom32.buffer);
    this.rom8 = new Uint8Array(this.rom32.buffer);
    /** 1 for each line of RAM from which something was translated. */
    this.codeLines = new Uint8Array(RAM_BYTES >> CODE_LINE_SHIFT);
    /** Called with a line that was written to. */
    this.onCodeWritten = (/** @type {number} */ _line) => {};
    /** @type {import('../cpu/flash_cache.js').FlashCache | null} */
    this.cache = null;
  }

  /** @param {number} offset into RAM, after a write */
  ramWritten(offset) {
    const line = offset >>> CODE_LINE_SHIFT;
    if (this.codeLines[line]) this.onCodeWritten(line);
  }

  /** @param {number} address */
  inUsb(address) {
    return address >>> 12 === 0x50100;
  }
}
