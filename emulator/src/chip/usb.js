/**
 * The USB controller's buffers as the hardware keeps them. rp2040js clears AVAILABLE when the firmware hands a buffer
 * over, and says that data for the host are gone before any host has taken them. Here a buffer stays available until
 * the host has filled or fetched it. RP2040 datasheet 4.1.2.5. Device mode, single buffers.
 */

const BUFFER_CONTROL = 0x80;
const BUFFER_CONTROL_END = 0x100;
const FULL = 1 << 15;
const AVAILABLE = 1 << 10;
const LENGTH = 0x3ff;
/** A full-speed bulk packet of 64 bytes and its handshake take this long. */
const PACKET_NANOS = 50_000;

/** @typedef {{ onEnabled(): void, onReset(): void, onArmed(endpoint: number, size: number): void,
 *   onPacket(endpoint: number, data: Uint8Array): void, accepts(endpoint: number): boolean }} UsbHost */

export class UsbDevice {
  /** @param {any} mcu @param {import('../cpu/clock.js').VirtualClock} clock */
  constructor(mcu, clock) {
    this.controller = mcu.usbCtrl;
    this.view = mcu.usbDPRAMView;
    this.bytes = mcu.usbDPRAM;
    this.clock = clock;
    /** @type {UsbHost | null} */
    this.host = null;
    /** Sizes of the buffers that wait for the host's data, by endpoint. @type {Map<number, number>} */
    this.armed = new Map();
    /** Endpoints that have a packet for the host. @type {Set<number>} */
    this.offered = new Set();
    /** Data that the host has sent and that are on the wire. @type {Map<number, Uint8Array>} */
    this.sending = new Map();
    this.outAlarms = this.alarms((endpoint) => this.arrive(endpoint));
    this.inAlarms = this.alarms((endpoint) => this.fetch(endpoint));
    this.controller.DPRAMUpdated = (/** @type {number} */ offset, /** @type {number} */ value) => this.written(offset, value);
    this.controller.onUSBEnabled = () => this.host?.onEnabled();
    this.controller.onResetReceived = () => {
      this.forget();
      this.host?.onReset();
    };
  }

  /** @param {(endpoint: number) => void} action */
  alarms(action) {
    return Array.from({ length: 16 }, (_, endpoint) => this.clock.createAlarm(() => action(endpoint)));
  }

  forget() {
    this.armed.clear();
    this.offered.clear();
    this.sending.clear();
    for (const alarm of [...this.outAlarms, ...this.inAlarms]) alarm.cancel();
  }

  /** The host resets the bus. */
  resetBus() {
    this.controller.resetDevice();
  }

  /** @param {Uint8Array} packet of 8 bytes */
  setup(packet) {
    // A new SETUP ends what endpoint 0 was about (USB 2.0, 8.5.3).
    this.armed.delete(0);
    this.offered.delete(0);
    this.sending.delete(0);
    this.controller.sendSetupPacket(packet);
  }

  /** The firmware wrote to the dual-port RAM. @param {number} offset @param {number} value */
  written(offset, value) {
    if (offset < BUFFER_CONTROL || offset >= BUFFER_CONTROL_END) return;
    const endpoint = (offset - BUFFER_CONTROL) >> 3;
    const isOut = (offset & 4) !== 0;
    if (!(value & AVAILABLE)) {
      if (isOut) this.armed.delete(endpoint);
      else this.offered.delete(endpoint);
    } else if (isOut) {
      this.armed.set(endpoint, value & LENGTH);
      this.host?.onArmed(endpoint, value & LENGTH);
    } else {
      this.offered.add(endpoint);
      this.poll(endpoint);
    }
  }

  /** The host asks for a packet, now or when it has come round to it. @param {number} endpoint */
  poll(endpoint) {
    if (this.offered.has(endpoint) && this.host?.accepts(endpoint) && !this.inAlarms[endpoint].scheduled) {
      this.inAlarms[endpoint].schedule(PACKET_NANOS);
    }
  }

  /** @param {number} endpoint */
  fetch(endpoint) {
    if (!this.offered.delete(endpoint)) return;
    const at = BUFFER_CONTROL + endpoint * 8;
    const control = this.view.getUint32(at, true);
    this.view.setUint32(at, control & ~(AVAILABLE | FULL), true);
    const start = this.controller.getEndpointBufferOffset(endpoint, false);
    const data = this.bytes.slice(start, start + (control & LENGTH));
    this.controller.indicateBufferReady(endpoint, false);
    this.host?.onPacket(endpoint, data);
  }

  /** Can the host send to this endpoint? @param {number} endpoint */
  isReady(endpoint) {
    return this.armed.has(endpoint) && !this.sending.has(endpoint);
  }

  /** The host sends a packet into an armed buffer. @param {number} endpoint @param {Uint8Array} data */
  send(endpoint, data) {
    this.sending.set(endpoint, data);
    this.outAlarms[endpoint].schedule(PACKET_NANOS);
  }

  /** @param {number} endpoint */
  arrive(endpoint) {
    const data = this.sending.get(endpoint);
    this.sending.delete(endpoint);
    if (!data || !this.armed.delete(endpoint)) return;
    const at = BUFFER_CONTROL + 4 + endpoint * 8;
    this.view.setUint32(at, this.view.getUint32(at, true) & ~AVAILABLE, true);
    this.controller.finishRead(endpoint, data);
  }
}
