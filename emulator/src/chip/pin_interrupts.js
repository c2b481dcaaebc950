/**
 * Interrupts of the pins, for each core its own (RP2040 datasheet 2.19.3): rp2040js has the first core's registers, and
 * does not know the level of a pin before its first change. Four bits a pin, eight pins a register:
 *
 *     1 level low   2 level high   4 edge low   8 edge high
 */

const STATUS = 0xf0;
const ENABLE_1 = 0x130;
const FORCE_1 = 0x140;
const STATUS_1 = 0x150;
const END = 0x160;
const IRQ = 13;

/** @param {any} io rp2040js's RPIO @param {any} mcu @param {import('../cpu/core.js').Core[]} cores */
export function installPinInterrupts(io, mcu, cores) {
  const second = { enable: new Uint32Array(4), force: new Uint32Array(4) };
  const read = io.readUint32.bind(io);
  const write = io.writeUint32.bind(io);
  const status = (/** @type {number} */ i) => (read(STATUS + 4 * i) & second.enable[i]) | second.force[i];

  for (const pin of mcu.gpio) pin.irqStatus = 1;
  mcu.updateIOInterrupt = () => {
    cores[0].nvic.setLine(IRQ, mcu.gpio.some((/** @type {any} */ pin) => pin.irqValue));
    cores[1].nvic.setLine(IRQ, [0, 1, 2, 3].some((i) => status(i) !== 0));
  };
  io.second = second;
  io.readUint32 = (/** @type {number} */ offset) => {
    if (offset < ENABLE_1 || offset >= END) return read(offset);
    const i = (offset >> 2) & 3;
    if (offset >= STATUS_1) return status(i) >>> 0;
    return offset >= FORCE_1 ? second.force[i] : second.enable[i];
  };
  io.writeUint32 = (/** @type {number} */ offset, /** @type {number} */ value) => {
    if (offset < ENABLE_1 || offset >= END) {
      write(offset, value);
      // A write of INTR acknowledges edges for both cores.
      if (offset >= STATUS) mcu.updateIOInterrupt();
      return;
    }
    if (offset < STATUS_1) (offset >= FORCE_1 ? second.force : second.enable)[(offset >> 2) & 3] = value;
    mcu.updateIOInterrupt();
  };
  for (const pin of mcu.gpio) {
    const set = pin.setInputValue.bind(pin);
    pin.setInputValue = (/** @type {boolean} */ value) => {
      set(value);
      mcu.updateIOInterrupt();
    };
  }
}
