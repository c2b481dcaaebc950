/**
 * Programmable I/O in virtual time. rp2040js executes the instructions; when, and for how long, is decided here: each
 * state machine has its clock divider, an instruction takes one of its cycles and its delay, a stalled machine takes
 * no steps until what it waits for has come. RP2040 datasheet 3.5.
 */
import { FIFO } from 'rp2040js';

const SHIFT_CONTROL = 0x08;
const JOIN_TX = 1 << 30;
const JOIN_RX = 1 << 31;

/** @param {any} pio rp2040js's RPPIO @param {import('../cpu/clock.js').VirtualClock} clock */
export function schedulePio(pio, clock) {
  for (const machine of pio.machines) scheduleMachine(pio, machine, clock);
  // rp2040js would run all machines in turn from a timer of the host.
  pio.run = () => {};
  const write = pio.writeUint32.bind(pio);
  pio.writeUint32 = (/** @type {number} */ offset, /** @type {number} */ value) => {
    write(offset, value);
    for (const machine of pio.machines) machine.wake();
    pio.checkChangedPins();
  };
}

/** @param {any} pio @param {any} machine @param {import('../cpu/clock.js').VirtualClock} clock */
function scheduleMachine(pio, machine, clock) {
  const cycleNanos = () => ((machine.clockDivInt || 65536) + machine.clockDivFrac / 256) * clock.nanosPerCycle;

  const step = () => {
    if (!machine.enabled) return;
    const before = machine.cycles;
    machine.step();
    pio.checkChangedPins();
    if (!machine.waiting) alarm.schedule((machine.cycles - before) * cycleNanos());
  };
  const alarm = clock.createAlarm(step);

  machine.wake = () => {
    if (machine.enabled && !machine.waiting && !alarm.scheduled) alarm.schedule(cycleNanos());
    if (!machine.enabled) alarm.cancel();
  };
  machine.clkDivRestart = () => {};

  const checkWait = machine.checkWait.bind(machine);
  let stepping = false;
  machine.checkWait = () => {
    const waited = machine.waiting;
    const before = machine.cycles;
    checkWait();
    // Something came for a machine that was stalled: its instruction ends one cycle (and its delay) later.
    if (waited && !machine.waiting && !stepping && machine.enabled) {
      pio.checkChangedPins();
      alarm.schedule((1 + machine.cycles - before) * cycleNanos());
    }
  };
  const execute = machine.step.bind(machine);
  machine.step = () => {
    stepping = true;
    execute();
    stepping = false;
  };

  const write = machine.writeUint32.bind(machine);
  machine.writeUint32 = (/** @type {number} */ offset, /** @type {number} */ value) => {
    const joined = machine.shiftCtrl & (JOIN_TX | JOIN_RX);
    write(offset, value);
    if (offset === SHIFT_CONTROL && (value & (JOIN_TX | JOIN_RX)) !== joined) joinFifos(machine, value);
  };
}

/** Joined, one queue has the places of both. A change empties them. @param {any} machine @param {number} value */
function joinFifos(machine, value) {
  machine.txFIFO = new FIFO(value & JOIN_TX ? 8 : value & JOIN_RX ? 0 : 4);
  machine.rxFIFO = new FIFO(value & JOIN_RX ? 8 : value & JOIN_TX ? 0 : 4);
  machine.updateDMATx();
  machine.updateDMARx();
}
