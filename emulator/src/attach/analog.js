/** Voltages at the inputs of the analogue-digital converter: GPIO 26 … 29 are 0 … 3, 4 is the temperature sensor. */

const REFERENCE_VOLTS = 3.3;
const STEPS = 4096;

export class AnalogInputs {
  constructor() {
    this.values = [0, 0, 0, 0, 0];
    this.setTemperature(25);
  }

  /** @param {import('../chip/chip.js').Chip} chip */
  attach(chip) {
    // The converter reads this very array.
    chip.mcu.adc.channelValues = this.values;
  }

  /** @param {number} channel @param {number} volts */
  setVoltage(channel, volts) {
    this.values[channel] = Math.max(0, Math.min(STEPS - 1, Math.round((volts / REFERENCE_VOLTS) * STEPS)));
  }

  /** RP2040 datasheet 4.9.5. @param {number} celsius */
  setTemperature(celsius) {
    this.setVoltage(4, 0.706 - (celsius - 27) * 0.001721);
  }
}
