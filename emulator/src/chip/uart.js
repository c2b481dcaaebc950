/**
 * A UART with queues and interrupts as the hardware has them (RP2040 datasheet 4.2, ARM PL011 TRM). rp2040js sends at
 * once and keeps the transmit interrupt raised for ever, which no driver with interrupts survives.
 */
import { BasePeripheral } from 'rp2040js';

const DATA = 0x00;
const ERRORS = 0x04;
const FLAGS = 0x18;
const BAUD_INTEGER = 0x24;
const BAUD_FRACTION = 0x28;
const LINE_CONTROL = 0x2c;
const CONTROL = 0x30;
const LEVELS = 0x34;
const MASK = 0x38;
const RAW_STATUS = 0x3c;
const MASKED_STATUS = 0x40;
const CLEAR = 0x44;
const DMA_CONTROL = 0x48;
const IDENTIFICATION = 0xfe0;

const RECEIVED = 1 << 4;
const SENT = 1 << 5;
const TIMEOUT = 1 << 6;
const BREAK = 1 << 9;
const OVERRUN = 1 << 10;
/** What a word of the queue says of itself. */
const IS_BREAK = 1 << 10;
const ENABLED = 1 << 0;
const LOOPBACK = 1 << 7;
const SENDS = 1 << 8;
const RECEIVES = 1 << 9;
const MAY_SEND_PIN = 1 << 15;
const MAY_RECEIVE_PIN = 1 << 14;
const HOLDS_BREAK = 1;

const DEPTH = 32;
/** How full a queue is at the levels that can be chosen. */
const LEVEL = [4, 8, 16, 24, 28, 28, 28, 28];
const TIMEOUT_BITS = 32;
const IDENTITY = [0x11, 0x10, 0x34, 0x00, 0x0d, 0xf0, 0x05, 0xb1];

export class Uart extends BasePeripheral {
  /**
   * @param {any} mcu @param {import('../cpu/clock.js').VirtualClock} clock
   * @param {{ irq: number, transmitRequest: number, receiveRequest: number }} lines
   */
  constructor(mcu, clock, { irq, transmitRequest, receiveRequest }) {
    super(mcu, 'UART');
    this.mcu = mcu;
    this.irq = irq;
    this.transmitRequest = transmitRequest;
    this.receiveRequest = receiveRequest;
    /** Called with each byte that has gone over the wire. */
    this.onByte = (/** @type {number} */ _byte) => {};
    /** Called when the firmware begins or ends a break. */
    this.onBreak = (/** @type {boolean} */ _begins) => {};
    /** Whether the other end lets this one send, where the pin for it is used. */
    this.maySend = true;
    /** Bytes to send; the first is on the wire. @type {number[]} */
    this.outgoing = [];
    /** @type {number[]} */
    this.incoming = [];
    this.registers = new Uint32Array(32);
    this.registers[LEVELS >> 2] = 0x12;
    this.registers[CONTROL >> 2] = SENDS | RECEIVES;
    this.status = 0;
    this.sending = clock.createAlarm(() => this.byteSent());
    this.silence = clock.createAlarm(() => this.raise(TIMEOUT));
  }

  get control() {
    return this.registers[CONTROL >> 2];
  }

  get depth() {
    return this.registers[LINE_CONTROL >> 2] & 16 ? DEPTH : 1;
  }

  get bitNanos() {
    const divider = this.registers[BAUD_INTEGER >> 2] + this.registers[BAUD_FRACTION >> 2] / 64;
    return (16e9 * (divider || 1)) / this.mcu.clkPeri;
  }

  /** Start bit, data, parity, stop bits. */
  get frameNanos() {
    const line = this.registers[LINE_CONTROL >> 2];
    return this.bitNanos * (1 + 5 + ((line >> 5) & 3) + (line & 2 ? 1 : 0) + (line & 8 ? 2 : 1));
  }

  /** rp2040js tells when clk_peri has changed; the divider is applied to each byte anew. */
  clkPeriChanged() {}

  /** @param {number} bits */
  raise(bits) {
    this.status |= bits;
    this.update();
  }

  update() {
    this.mcu.setInterrupt(this.irq, (this.status & this.registers[MASK >> 2]) !== 0);
    const dma = this.registers[DMA_CONTROL >> 2];
    this.request(this.transmitRequest, (dma & 2) !== 0 && this.queued < this.depth);
    this.request(this.receiveRequest, (dma & 1) !== 0 && this.incoming.length > 0);
  }

  /** @param {number} channel @param {boolean} wanted */
  request(channel, wanted) {
    if (wanted) this.mcu.dma.setDREQ(channel);
    else this.mcu.dma.clearDREQ(channel);
  }

  /** Bytes that wait, without the one on the wire. */
  get queued() {
    return Math.max(0, this.outgoing.length - 1);
  }

  /** @param {number} offset */
  readUint32(offset) {
    switch (offset) {
      case DATA: return this.take();
      case ERRORS: return 0;
      case FLAGS: return this.flags();
      case RAW_STATUS: return this.status;
      case MASKED_STATUS: return this.status & this.registers[MASK >> 2];
      default:
        if (offset >= IDENTIFICATION) return IDENTITY[(offset - IDENTIFICATION) >> 2];
        return this.registers[(offset >> 2) & 31];
    }
  }

  /** @param {number} offset @param {number} value */
  writeUint32(offset, value) {
    if (offset === DATA) {
      this.put(value & 0xff);
      return;
    }
    if (offset === LINE_CONTROL && (value ^ this.registers[LINE_CONTROL >> 2]) & HOLDS_BREAK) this.onBreak((value & HOLDS_BREAK) !== 0);
    if (offset === CLEAR) this.status &= ~this.rawWriteValue;
    else if (offset < 0x80) this.registers[offset >> 2] = value;
    this.update();
  }

  flags() {
    return (this.outgoing.length ? 8 : 0) | (this.incoming.length ? 0 : 16) | (this.queued >= this.depth ? 32 : 0) |
      (this.incoming.length >= this.depth ? 64 : 0) | (this.queued ? 0 : 128);
  }

  /** @param {number} byte */
  put(byte) {
    const canSend = (this.control & (ENABLED | SENDS)) === (ENABLED | SENDS);
    if (!canSend || this.queued >= this.depth) return;
    this.outgoing.push(byte);
    this.sendNext();
    this.update();
  }

  sendNext() {
    const isHeld = (this.control & MAY_SEND_PIN) !== 0 && !this.maySend;
    if (this.outgoing.length && !this.sending.scheduled && !isHeld) this.sending.schedule(this.frameNanos);
  }

  /** The other end lets this one send, or doesn't. @param {boolean} maySend */
  setMaySend(maySend) {
    this.maySend = maySend;
    this.sendNext();
  }

  /** Whether this end lets the other one send. */
  get mayReceive() {
    return (this.control & MAY_RECEIVE_PIN) === 0 || this.incoming.length < this.receiveLevel;
  }

  byteSent() {
    const byte = /** @type {number} */ (this.outgoing.shift());
    const level = this.depth === 1 ? 0 : LEVEL[this.registers[LEVELS >> 2] & 7];
    if (this.queued === level) this.status |= SENT;
    this.sendNext();
    this.update();
    this.onByte(byte);
    if (this.control & LOOPBACK) this.feedByte(byte);
  }

  /** The line was held for longer than a byte takes. */
  feedBreak() {
    this.feedByte(IS_BREAK);
    this.raise(BREAK);
  }

  /** A byte has arrived over the wire. @param {number} byte */
  feedByte(byte) {
    if ((this.control & (ENABLED | RECEIVES)) !== (ENABLED | RECEIVES)) return;
    if (this.incoming.length >= this.depth) {
      this.raise(OVERRUN);
      return;
    }
    this.incoming.push(byte);
    this.silence.schedule(TIMEOUT_BITS * this.bitNanos);
    if (this.incoming.length >= this.receiveLevel) this.status |= RECEIVED;
    this.update();
  }

  get receiveLevel() {
    return this.depth === 1 ? 1 : LEVEL[(this.registers[LEVELS >> 2] >> 3) & 7];
  }

  take() {
    const byte = this.incoming.shift() ?? 0;
    if (this.incoming.length < this.receiveLevel) this.status &= ~RECEIVED;
    if (!this.incoming.length) {
      this.silence.cancel();
      this.status &= ~TIMEOUT;
    }
    this.update();
    return byte;
  }
}
