/** The device on an SPI bus. A frame takes as long as its bits do at the clock that the firmware has set. */

/**
 * @typedef {object} SpiDevice
 * @property {(frame: number) => number} transfer what it answers to a frame
 */

export class SpiBus {
  /** @param {number} index 0 or 1 */
  constructor(index) {
    this.index = index;
    /** Which device answers may depend on pins; see Pins.watch for chip selects. @type {SpiDevice} */
    this.device = { transfer: () => 0 };
    this.reply = 0;
  }

  /** @param {import('../chip/chip.js').Chip} chip */
  attach(chip) {
    const controller = chip.mcu.spi[this.index];
    const alarm = chip.clock.createAlarm(() => controller.completeTransmit(this.reply));
    controller.onTransmit = (/** @type {number} */ frame) => {
      this.reply = this.device.transfer(frame);
      alarm.schedule((controller.dataBits * 1e9) / (controller.clockFrequency || 1e6));
    };
  }
}
