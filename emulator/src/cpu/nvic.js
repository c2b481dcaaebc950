/**
 * What is private to a core on its bus at 0xe000e000: interrupt controller, SysTick, system control block.
 * ARMv6-M Architecture Reference Manual, B3. Two priority bits, 32 interrupts, as on the RP2040.
 */

const SYSTICK_CONTROL = 0x010;
const SYSTICK_RELOAD = 0x014;
const SYSTICK_VALUE = 0x018;
const SYSTICK_CALIBRATION = 0x01c;
const SET_ENABLE = 0x100;
const CLEAR_ENABLE = 0x180;
const SET_PENDING = 0x200;
const CLEAR_PENDING = 0x280;
const PRIORITIES = 0x400;
const CPUID = 0xd00;
const ICSR = 0xd04;
const VTOR = 0xd08;
const AIRCR = 0xd0c;
const SCR = 0xd10;
const CCR = 0xd14;
const SHPR2 = 0xd1c;
const SHPR3 = 0xd20;
const MPU_TYPE = 0xd90;

const NMI = 2;
const SVCALL = 11;
const PENDSV = 14;
const SYSTICK = 15;
/** System exceptions that can be pending, by number. */
const SYSTEM = [NMI, SVCALL, PENDSV, SYSTICK];

export class Nvic {
  enabled = 0;
  pending = 0;
  active = 0;
  systemPending = 0;
  vectorTable = 0;
  scr = 0;
  /** @type {Map<number, number>} */
  mpu = new Map();
  systickControl = 0;
  systickReload = 0;
  /** The cycle at which the counter was or will be 0. */
  systickZero = 0;
  systickFlag = false;
  /** @type {ReturnType<import('./clock.js').VirtualClock['createAlarm']> | undefined} */
  systickAlarm;

  /** @param {import('./core.js').Core} core */
  constructor(core) {
    this.core = core;
    /** Called by a write of SYSRESETREQ. */
    this.onSystemReset = () => {};
    this.priorities = new Uint8Array(32);
    this.systemPriorities = new Uint8Array(16);
    /** The lines as the peripherals drive them. */
    this.lines = 0;
    this.reset();
  }

  reset() {
    this.enabled = 0;
    this.pending = 0;
    this.active = 0;
    this.systemPending = 0;
    this.priorities.fill(0);
    this.systemPriorities.fill(0);
    this.vectorTable = 0;
    this.scr = 0;
    this.mpu.clear();
    this.systickControl = 0;
    this.systickReload = 0;
    this.systickZero = 0;
    this.systickFlag = false;
    this.systickAlarm?.cancel();
  }

  get sleepOnExit() {
    return (this.scr & 2) !== 0;
  }

  /** A peripheral drives its line. @param {number} irq @param {boolean} high */
  setLine(irq, high) {
    const bit = 1 << irq;
    if (!high) {
      this.lines &= ~bit;
      return;
    }
    if (this.lines & bit) return;
    this.lines |= bit;
    if (!(this.active & bit)) this.pend(bit);
  }

  /** @param {number} bits */
  pend(bits) {
    const fresh = bits & ~this.pending;
    this.pending |= bits;
    if (fresh && this.scr & 0x10) this.core.receiveEvent();
    this.check();
  }

  /** @param {number} exception */
  pendSystem(exception) {
    this.systemPending |= 1 << exception;
    this.check();
  }

  /** Makes the core look if anything might be taken or wake it. */
  check() {
    if (this.pending & this.enabled || this.systemPending) this.core.interruptTrace();
  }

  /** @param {number} exception */
  priorityOf(exception) {
    if (exception >= 16) return this.priorities[exception - 16];
    if (exception === NMI) return -2;
    if (exception === 3) return -1;
    return this.systemPriorities[exception];
  }

  /** The exception to take when `priority` is being executed, 0 if none. @param {number} priority */
  next(priority) {
    let best = 0;
    let bestPriority = priority;
    for (const exception of SYSTEM) {
      if (this.systemPending & (1 << exception) && this.priorityOf(exception) < bestPriority) {
        best = exception;
        bestPriority = this.priorityOf(exception);
      }
    }
    for (let bits = this.pending & this.enabled; bits; bits &= bits - 1) {
      const irq = 31 - Math.clz32(bits & -bits);
      if (this.priorities[irq] < bestPriority) {
        best = 16 + irq;
        bestPriority = this.priorities[irq];
      }
    }
    return best;
  }

  /** @param {number} exception */
  taken(exception) {
    if (exception >= 16) {
      this.pending &= ~(1 << (exception - 16));
      this.active |= 1 << (exception - 16);
    } else {
      this.systemPending &= ~(1 << exception);
    }
  }

  /** A line that is still high makes its interrupt pending again. @param {number} exception */
  returned(exception) {
    if (exception < 16) return;
    const bit = 1 << (exception - 16);
    this.active &= ~bit;
    this.pending |= this.lines & bit;
  }

  /** @param {number} offset from 0xe000e000 */
  read(offset) {
    if (offset >= PRIORITIES && offset < PRIORITIES + 32) return packPriorities(this.priorities, offset - PRIORITIES);
    switch (offset) {
      case SYSTICK_CONTROL: return this.readSystickControl();
      case SYSTICK_RELOAD: return this.systickReload;
      case SYSTICK_VALUE: return this.systickValue();
      case SYSTICK_CALIBRATION: return 0xc000270f;
      case SET_ENABLE: case CLEAR_ENABLE: return this.enabled >>> 0;
      case SET_PENDING: case CLEAR_PENDING: return this.pending >>> 0;
      case CPUID: return 0x410cc601;
      case ICSR: return this.interruptState();
      case VTOR: return this.vectorTable;
      case AIRCR: return 0xfa050000;
      case SCR: return this.scr;
      case CCR: return 0x208;
      case SHPR2: return packPriorities(this.systemPriorities, 8);
      case SHPR3: return packPriorities(this.systemPriorities, 12);
      case MPU_TYPE: return 0x800;
      default: return this.mpu.get(offset) ?? 0;
    }
  }

  /** @param {number} offset @param {number} value */
  write(offset, value) {
    if (offset >= PRIORITIES && offset < PRIORITIES + 32) {
      unpackPriorities(this.priorities, offset - PRIORITIES, value);
      this.check();
      return;
    }
    switch (offset) {
      case SYSTICK_CONTROL: this.writeSystickControl(value); break;
      case SYSTICK_RELOAD: this.systickReload = value & 0xffffff; break;
      case SYSTICK_VALUE: this.systickFlag = false; this.startSystick(); break;
      case SET_ENABLE: this.enabled |= value; this.check(); break;
      case CLEAR_ENABLE: this.enabled &= ~value; break;
      case SET_PENDING: this.pend(value); break;
      case CLEAR_PENDING: this.pending = (this.pending & ~value) | (this.lines & ~this.active & this.pending); break;
      case ICSR: this.writeInterruptState(value); break;
      case VTOR: this.vectorTable = (value & 0xffffff00) >>> 0; break;
      case AIRCR: if (value >>> 16 === 0x05fa && value & 4) this.onSystemReset(); break;
      case SCR: this.scr = value & 0x16; break;
      case SHPR2: unpackPriorities(this.systemPriorities, 8, value); break;
      case SHPR3: unpackPriorities(this.systemPriorities, 12, value); break;
      default: if (offset >= MPU_TYPE && offset <= 0xda0) this.mpu.set(offset, value);
    }
  }

  interruptState() {
    const interrupts = this.pending & this.enabled;
    return ((this.systemPending & (1 << PENDSV) ? 1 << 28 : 0) | (this.systemPending & (1 << SYSTICK) ? 1 << 26 : 0) |
      (interrupts ? 1 << 22 : 0) | (this.next(5) << 12) | this.core.exception) >>> 0;
  }

  /** @param {number} value */
  writeInterruptState(value) {
    if (value & (1 << 31)) this.pendSystem(NMI);
    if (value & (1 << 28)) this.pendSystem(PENDSV);
    if (value & (1 << 27)) this.systemPending &= ~(1 << PENDSV);
    if (value & (1 << 26)) this.pendSystem(SYSTICK);
    if (value & (1 << 25)) this.systemPending &= ~(1 << SYSTICK);
  }

  /** Cycles per count: the processor's clock, or the reference of 1 MHz. */
  systickScale() {
    return this.systickControl & 4 ? 1 : 1000 / this.core.bus.clock.nanosPerCycle;
  }

  systickValue() {
    if (!(this.systickControl & 1)) return 0;
    const period = this.systickReload + 1;
    const since = Math.floor((this.core.cycles - this.systickZero) / this.systickScale()) % period;
    return since <= 0 ? -since : period - since;
  }

  readSystickControl() {
    const value = this.systickControl | (this.systickFlag ? 1 << 16 : 0);
    this.systickFlag = false;
    return value;
  }

  /** @param {number} value */
  writeSystickControl(value) {
    const started = value & 1 && !(this.systickControl & 1);
    this.systickControl = value & 7;
    if (started) this.startSystick();
    if (!(value & 1)) this.systickAlarm?.cancel();
  }

  startSystick() {
    const { clock } = this.core.bus;
    this.systickAlarm ??= clock.createAlarm(() => this.systickWrapped());
    this.systickAlarm.cancel();
    this.systickZero = this.core.cycles;
    if (this.systickControl & 1 && this.systickReload) this.scheduleSystick();
  }

  scheduleSystick() {
    const cycles = (this.systickReload + 1) * this.systickScale();
    this.systickAlarm?.schedule(cycles * this.core.bus.clock.nanosPerCycle);
  }

  systickWrapped() {
    this.systickFlag = true;
    this.systickZero += (this.systickReload + 1) * this.systickScale();
    if (this.systickControl & 2) this.pendSystem(SYSTICK);
    this.scheduleSystick();
  }
}

/** @param {Uint8Array} priorities @param {number} first */
function packPriorities(priorities, first) {
  let value = 0;
  for (let i = 0; i < 4; i++) value |= priorities[first + i] << (8 * i + 6);
  return value >>> 0;
}

/** @param {Uint8Array} priorities @param {number} first @param {number} value */
function unpackPriorities(priorities, first, value) {
  for (let i = 0; i < 4; i++) priorities[first + i] = (value >>> (8 * i + 6)) & 3;
}
