/**
 * An SD card in SPI mode, after the SD Association's "Physical Layer Simplified Specification", chapter 7. What is on it is
 * an image in memory.
 *
 *     host  40|command argument(4) crc
 *     card  …ff… R1 [more] | fe data crc(2)
 */

const IDLE = 0x01;
const ILLEGAL = 0x04;
const WRONG_SUM = 0x08;
const OUT_OF_RANGE = 0x40;
const BLOCK = 512;
/** What comes before a block, before one of many, and after the last of many. */
const DATA = 0xfe;
const DATA_OF_MANY = 0xfc;
const NO_MORE = 0xfd;

export class SdCard {
  /** @param {Uint8Array} image whole blocks @param {{ isLarge?: boolean, busyBytes?: number }} [options] a small card counts bytes */
  constructor(image, { isLarge = true, busyBytes = 20 } = {}) {
    this.image = image;
    this.isLarge = isLarge;
    this.busyBytes = busyBytes;
    this.isSelected = false;
    this.isIdle = true;
    this.startAttempts = 0;
    this.isApplicationCommand = false;
    /** The bytes of a command so far. @type {number[]} */
    this.command = [];
    /** What is sent next. @type {number[]} */
    this.answer = [];
    /** The block that is sent next of many; -1 for none. */
    this.reading = -1;
    /** The block that is written next; -1 for none. */
    this.writing = -1;
    this.writesMany = false;
    /** The data of a block so far. @type {number[] | null} */
    this.received = null;
    this.writes = 0;
    this.reads = 0;
  }

  /** The chip select, which is low for yes. @param {number} level */
  select(level) {
    this.isSelected = level === 0;
    if (!this.isSelected) {
      this.command = [];
      this.answer = [];
    }
  }

  /** @param {number} byte @returns {number} */
  transfer(byte) {
    if (!this.isSelected) return 0xff;
    if (this.answer.length === 0 && this.reading >= 0 && this.command.length === 0) this.sendBlock(this.reading++);
    const sent = this.answer.shift() ?? 0xff;
    this.receive(byte);
    return sent;
  }

  /** @param {number} byte */
  receive(byte) {
    if (this.received) {
      this.received.push(byte);
      if (this.received.length === BLOCK + 2) this.endBlock(this.received);
    } else if (this.writing >= 0 && this.command.length === 0) {
      if (byte === (this.writesMany ? DATA_OF_MANY : DATA)) this.received = [];
      if (this.writesMany && byte === NO_MORE) {
        this.writing = -1;
        this.answer.push(0xff, ...new Array(this.busyBytes).fill(0));
      }
    } else if (this.command.length > 0 || (byte & 0xc0) === 0x40) {
      this.command.push(byte);
      if (this.command.length === 6) this.perform(this.command.splice(0));
    }
  }

  /** @param {number[]} bytes */
  perform(bytes) {
    const number = bytes[0] & 0x3f;
    const argument = ((bytes[1] << 24) | (bytes[2] << 16) | (bytes[3] << 8) | bytes[4]) >>> 0;
    const isApplicationCommand = this.isApplicationCommand;
    this.isApplicationCommand = false;
    // One byte goes by before the answer.
    this.answer = [0xff];
    if ((number === 0 || number === 8) && bytes[5] !== (sum(bytes.slice(0, 5)) << 1 | 1)) {
      this.answer.push((this.isIdle ? IDLE : 0) | WRONG_SUM);
      return;
    }
    if (number === 0) {
      [this.isIdle, this.startAttempts, this.reading, this.writing] = [true, 0, -1, -1];
    }
    if (number === 41 && isApplicationCommand && ++this.startAttempts >= 3) this.isIdle = false;
    const state = this.isIdle ? IDLE : 0;
    const block = this.isLarge ? argument : argument / BLOCK;
    const isThere = Number.isInteger(block) && block < this.image.length / BLOCK && !this.isIdle;
    switch (number) {
      case 0: case 16: case 41: case 59:
        this.answer.push(state);
        break;
      case 8:
        this.answer.push(state, 0, 0, 1, argument & 0xff);
        break;
      case 55:
        this.isApplicationCommand = true;
        this.answer.push(state);
        break;
      case 58:
        this.answer.push(state, (this.isIdle ? 0 : 0x80) | (this.isLarge ? 0x40 : 0), 0xff, 0x80, 0);
        break;
      case 13:
        this.answer.push(state, 0);
        break;
      case 9:
        this.answer.push(state, 0xff, DATA, ...this.description(), 0, 0);
        break;
      case 12:
        this.reading = -1;
        this.answer.push(0xff, state, 0, 0);
        break;
      case 17: case 18:
        this.answer.push(isThere ? state : OUT_OF_RANGE);
        if (isThere && number === 17) this.sendBlock(block);
        if (isThere && number === 18) this.reading = block;
        break;
      case 24: case 25:
        this.answer.push(isThere ? state : OUT_OF_RANGE);
        this.writing = isThere ? block : -1;
        this.writesMany = number === 25;
        break;
      default:
        this.answer.push(state | ILLEGAL);
    }
  }

  /** @param {number} block */
  sendBlock(block) {
    this.reads++;
    const data = this.image.subarray(block * BLOCK, (block + 1) * BLOCK);
    if (data.length === 0) this.answer.push(0xff, 0x08);
    else this.answer.push(0xff, 0xff, DATA, ...data, 0, 0);
  }

  /** @param {number[]} bytes a block and its sum, which nobody asked to check */
  endBlock(bytes) {
    const isThere = (this.writing + 1) * BLOCK <= this.image.length;
    if (isThere) this.image.set(bytes.slice(0, BLOCK), this.writing * BLOCK);
    this.writes++;
    this.received = null;
    this.writing = this.writesMany ? this.writing + 1 : -1;
    this.answer = [isThere ? 0xe5 : 0xed, ...new Array(this.busyBytes).fill(0)];
  }

  /** The register that tells the size, in its version for the kind of card. */
  description() {
    const blocks = this.image.length / BLOCK;
    if (this.isLarge) {
      const size = blocks / 1024 - 1;
      return [0x40, 0x0e, 0, 0x32, 0x5b, 0x59, 0, size >> 16, (size >> 8) & 0xff, size & 0xff, 0x7f, 0x80, 0x0a, 0x40, 0, 1];
    }
    const size = blocks / 512 - 1;
    return [0, 0x26, 0, 0x32, 0x5b, 0x59, (size >> 10) & 3, (size >> 2) & 0xff, (size & 3) << 6, 3, 0x80, 0x80, 0x0a, 0x40, 0, 1];
  }
}

/** The seven bits that commands end with. @param {number[]} bytes */
function sum(bytes) {
  let crc = 0;
  for (const byte of bytes) {
    for (let bit = 7; bit >= 0; bit--) {
      const top = (crc >> 6) ^ ((byte >> bit) & 1);
      crc = ((crc << 1) & 0x7f) ^ (top ? 0x09 : 0);
    }
  }
  return crc;
}
