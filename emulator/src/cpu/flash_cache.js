/**
 * The cache between cores and flash, for counting cycles: 16 KB in two ways of 1024 sets of 8 bytes, the less recently
 * used way replaced (RP2040 datasheet 2.6.3). What a miss costs depends on the flash and its clock; 50 cycles is an
 * estimate for quad reads with continuous-read mode at 62.5 MHz.
 */
export class FlashCache {
  /** @param {number} missCycles */
  constructor(missCycles) {
    this.missCycles = missCycles;
    this.tags = new Int32Array(2048).fill(-1);
    /** For each set the way to replace next. */
    this.oldest = new Uint8Array(1024);
    this.misses = 0;
  }

  /** @param {number} address in flash @returns {number} the cycles that the access waits */
  touch(address) {
    const line = (address & 0xffffff) >>> 3;
    const set = line & 1023;
    const ways = set << 1;
    if (this.tags[ways] === line) {
      this.oldest[set] = 1;
      return 0;
    }
    if (this.tags[ways + 1] === line) {
      this.oldest[set] = 0;
      return 0;
    }
    const way = this.oldest[set];
    this.tags[ways + way] = line;
    this.oldest[set] = way ^ 1;
    this.misses++;
    return this.missCycles;
  }
}
