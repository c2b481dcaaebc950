/**
 * I2C devices on any two pins, bit by bit: for firmware that moves the pins itself, as SoftI2C does, and scans that the
 * controller can't do. The wires have pull-ups. UM10204 3.1. There is no clock stretching.
 */

/** @typedef {'idle' | 'address' | 'write' | 'read'} Phase */

export class I2cWires {
  /**
   * @param {import('./pins.js').Pins} pins @param {{ scl: number, sda: number }} wires
   * @param {Map<number, import('./i2c.js').I2cDevice>} devices by address
   */
  constructor(pins, { scl, sda }, devices) {
    this.pins = pins;
    this.scl = scl;
    this.sda = sda;
    this.devices = devices;
    /** @type {Phase} */
    this.phase = 'idle';
    /** @type {import('./i2c.js').I2cDevice | null} */
    this.device = null;
    this.bits = 0;
    this.shift = 0;
    /** The byte being sent. */
    this.out = 0xff;
    pins.drive(scl, 1);
    pins.drive(sda, 1);
    pins.watch(scl, ({ level }) => (level ? this.clockUp() : this.clockDown()));
    pins.watch(sda, ({ level }) => {
      if (pins.level(scl) === 0) return;
      if (level) this.stop();
      else this.start();
    });
  }

  /** Holds the data line low for a 0, leaves it to the pull-up for a 1. @param {number} bit */
  drive(bit) {
    this.pins.drive(this.sda, bit ? 1 : 0);
  }

  start() {
    this.phase = 'address';
    this.bits = 0;
    this.shift = 0;
  }

  stop() {
    this.device?.stop?.();
    this.device = null;
    this.phase = 'idle';
  }

  clockUp() {
    if (this.phase === 'idle') return;
    const level = this.pins.level(this.sda);
    this.bits++;
    if (this.bits <= 8) {
      this.shift = ((this.shift << 1) | level) & 0xff;
    } else if (this.phase === 'read' && level === 1) {
      this.phase = 'idle'; // the master wants no more
    }
  }

  clockDown() {
    if (this.phase === 'idle') {
      this.drive(1);
    } else if (this.bits === 8) {
      this.byteEnded();
    } else if (this.bits === 9) {
      this.byteBegins();
    } else if (this.phase === 'read') {
      this.drive((this.out >> (7 - this.bits)) & 1);
    }
  }

  /** The ninth bit is the receiver's: 0 acknowledges. */
  byteEnded() {
    if (this.phase === 'read') {
      this.drive(1);
      return;
    }
    let acknowledged = false;
    if (this.phase === 'address') {
      this.device = this.devices.get(this.shift >> 1) ?? null;
      this.device?.start?.((this.shift & 1) === 1);
      acknowledged = this.device !== null;
    } else {
      acknowledged = this.device?.write(this.shift) ?? false;
    }
    this.drive(acknowledged ? 0 : 1);
  }

  byteBegins() {
    if (this.phase === 'address') this.phase = !this.device ? 'idle' : this.shift & 1 ? 'read' : 'write';
    this.bits = 0;
    this.drive(1);
    if (this.phase !== 'read') return;
    this.out = this.device?.read() ?? 0xff;
    this.drive(this.out >> 7);
  }
}
