/**
 * A computer at the other end of the USB cable: it enumerates the device, finds its serial port (CDC ACM) and carries
 * bytes both ways. USB 2.0 chapter 9; CDC 1.2, PSTN 1.2 section 6.3.
 */

const SET_ADDRESS = 5;
const GET_DESCRIPTOR = 6;
const SET_CONFIGURATION = 9;
const SET_LINE_CODING = 0x20;
const SET_CONTROL_LINE_STATE = 0x22;
const DEVICE = 1;
const CONFIGURATION = 2;
const INTERFACE = 4;
const ENDPOINT = 5;
const CLASS_COMMUNICATION = 2;
const CLASS_DATA = 10;
const PACKET = 64;
/** A device that does not answer a request (it stalls it, for example) is given up on. */
const TIMEOUT_NANOS = 20_000_000;

/**
 * A control transfer: its first packet, what the host sends after it, and what to do with the answer.
 * @typedef {{ setup: Uint8Array, data?: Uint8Array, then?: (answer: Uint8Array) => void }} Transfer
 */

export class CdcHost {
  /** @type {import('../chip/usb.js').UsbDevice} */
  device;
  /** @type {ReturnType<import('../cpu/clock.js').VirtualClock['createAlarm']>} */
  timeout;
  connected = false;
  inEndpoint = -1;
  outEndpoint = -1;
  /** The one that takes requests about the line. */
  interface = 0;
  /** @type {Transfer[]} */
  transfers = [];
  /** @type {Transfer | null} */
  current = null;
  /** @type {number[]} */
  answer = [];
  /** Whether the last stage of a control read is due: an empty packet to the device. */
  acknowledging = false;

  constructor() {
    /** Called with the bytes that the device sends. */
    this.onData = (/** @type {Uint8Array} */ _bytes) => {};
    /** Called when the serial port can be used. */
    this.onConnected = () => {};
    this.baudRate = 115200;
    this.dtr = true;
    this.rts = true;
    /** Bytes for the device. @type {number[]} */
    this.queue = [];
    this.forget();
  }

  /** Plugs the cable into a chip, again after each reset. @param {import('../chip/chip.js').Chip} chip */
  attach(chip) {
    this.device = chip.usb;
    this.device.host = this;
    this.timeout = chip.clock.createAlarm(() => this.finish());
    this.forget();
  }

  forget() {
    this.connected = false;
    this.inEndpoint = -1;
    this.outEndpoint = -1;
    this.interface = 0;
    this.transfers = [];
    this.current = null;
    this.answer = [];
    this.acknowledging = false;
  }

  /** The device has switched its controller on; the hub sees it and resets the bus. */
  onEnabled() {
    this.forget();
    this.timeout.cancel();
    this.device.resetBus();
  }

  onReset() {
    this.forget();
    this.request(0x00, SET_ADDRESS, 1, 0, 0);
    this.request(0x80, GET_DESCRIPTOR, DEVICE << 8, 0, 18);
    this.request(0x80, GET_DESCRIPTOR, CONFIGURATION << 8, 0, 9, (head) => {
      const length = head[2] | (head[3] << 8);
      this.request(0x80, GET_DESCRIPTOR, CONFIGURATION << 8, 0, length, (all) => this.configure(all));
    });
  }

  /** @param {Uint8Array} descriptors of the configuration */
  configure(descriptors) {
    this.findEndpoints(descriptors);
    this.request(0x00, SET_CONFIGURATION, 1, 0, 0, () => {
      if (this.outEndpoint < 0) return;
      this.setLineCoding(this.baudRate);
      this.setLineState(this.dtr, this.rts, () => {
        this.connected = true;
        this.onConnected();
        this.pump();
      });
    });
  }

  /** @param {Uint8Array} descriptors */
  findEndpoints(descriptors) {
    let interfaceClass = 0;
    for (let at = 0; at + 2 <= descriptors.length && descriptors[at] >= 2; at += descriptors[at]) {
      const [, kind, first] = descriptors.subarray(at, at + 3);
      if (kind === INTERFACE) {
        interfaceClass = descriptors[at + 5];
        if (interfaceClass === CLASS_COMMUNICATION) this.interface = first;
      } else if (kind === ENDPOINT && interfaceClass === CLASS_DATA) {
        if (first & 0x80 && this.inEndpoint < 0) this.inEndpoint = first & 15;
        else if (!(first & 0x80) && this.outEndpoint < 0) this.outEndpoint = first;
      }
    }
  }

  /**
   * @param {number} type bmRequestType @param {number} request @param {number} value @param {number} index
   * @param {number} length @param {(answer: Uint8Array) => void} [then] @param {Uint8Array} [data]
   */
  request(type, request, value, index, length, then, data) {
    const setup = Uint8Array.of(type, request, value & 255, value >> 8, index & 255, index >> 8, length & 255, length >> 8);
    this.transfers.push({ setup, data, then });
    if (!this.current) this.begin();
  }

  begin() {
    this.current = this.transfers.shift() ?? null;
    this.answer = [];
    this.acknowledging = false;
    if (!this.current) return;
    this.timeout.schedule(TIMEOUT_NANOS);
    this.device.setup(this.current.setup);
  }

  /** The current transfer is complete, or given up. */
  finish() {
    const { current } = this;
    this.timeout.cancel();
    this.current = null;
    current?.then?.(Uint8Array.from(this.answer));
    if (!this.current) this.begin();
  }

  /** @param {number} endpoint */
  accepts(endpoint) {
    return endpoint !== this.inEndpoint || this.dtr;
  }

  /** The device can take a packet. @param {number} endpoint @param {number} _size */
  onArmed(endpoint, _size) {
    if (endpoint === this.outEndpoint) this.pump();
    if (endpoint !== 0 || !this.current || !this.device.isReady(0)) return;
    if (this.acknowledging) {
      this.device.send(0, new Uint8Array(0));
      this.finish();
    } else if (this.current.data) {
      this.device.send(0, this.current.data);
      this.current.data = undefined;
    }
  }

  /** @param {number} endpoint @param {Uint8Array} data */
  onPacket(endpoint, data) {
    if (endpoint === this.inEndpoint) this.onData(data);
    if (endpoint !== 0 || !this.current) return;
    const { setup } = this.current;
    const wanted = setup[6] | (setup[7] << 8);
    if (!(setup[0] & 0x80)) {
      this.finish();
      return;
    }
    this.answer.push(...data);
    if (this.answer.length < wanted && data.length === PACKET) return;
    this.acknowledging = true;
    this.onArmed(0, 0);
  }

  /** @param {Uint8Array} bytes for the device's serial port */
  send(bytes) {
    for (const byte of bytes) this.queue.push(byte);
    this.pump();
  }

  /** Nothing is sent that the device has no room for, and no empty packets. */
  pump() {
    if (!this.connected || !this.queue.length || !this.device.isReady(this.outEndpoint)) return;
    const size = Math.min(PACKET, this.device.armed.get(this.outEndpoint) ?? 0);
    this.device.send(this.outEndpoint, Uint8Array.from(this.queue.splice(0, size)));
  }

  /** @param {number} baud @param {() => void} [then] */
  setLineCoding(baud, then) {
    this.baudRate = baud;
    const data = Uint8Array.of(baud & 255, (baud >> 8) & 255, (baud >> 16) & 255, baud >>> 24, 0, 0, 8);
    this.request(0x21, SET_LINE_CODING, 0, this.interface, 7, then, data);
  }

  /** DTR says that a program has opened the port. @param {boolean} dtr @param {boolean} rts @param {() => void} [then] */
  setLineState(dtr, rts, then) {
    this.dtr = dtr;
    this.rts = rts;
    this.request(0x21, SET_CONTROL_LINE_STATE, (dtr ? 1 : 0) | (rts ? 2 : 0), this.interface, 0, then);
    if (dtr && this.inEndpoint > 0) this.device.poll(this.inEndpoint);
  }
}
