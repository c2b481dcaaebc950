/** A microphone on the I2S bus: a stream of samples, left and right in turns, on clocks that the board makes. */

const BITS = 32;

export class I2sSource {
  /**
   * @param {import('./pins.js').Pins} pins @param {{ sck: number, ws: number, sd: number }} wires
   * @param {(number: number) => number} sample the words of 32 bits, by their number from the first word select on
   */
  constructor(pins, { sck, ws, sd }, sample) {
    this.pins = pins;
    this.sd = sd;
    this.sample = sample;
    this.count = 0;
    /** When the word select has changed, if the first bit of its word was not sent yet. @type {number | null} */
    this.selected = null;
    this.word = 0;
    pins.watch(ws, ({ nanos }) => { this.selected = nanos; });
    pins.watch(sck, ({ level, nanos }) => { if (!level) this.next(nanos); });
  }

  /** The clock falls: the next bit is shown. A word begins one bit after its select. @param {number} nanos */
  next(nanos) {
    if (this.selected !== null && this.selected < nanos) {
      this.selected = null;
      this.word = this.sample(this.count++);
    }
    this.pins.drive(this.sd, /** @type {0 | 1} */ ((this.word >>> (BITS - 1)) & 1));
    this.word = (this.word << 1) | 0;
  }
}
