/** Exceptions, faults, sleep, and code that changes. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ENTRY, LOOP, NOP, STACK, STOP, WFE, WFI, boardWith, ldr } from './support.js';

const MILLISECOND = { nanos: 1e6 };

test('a vector table leads to the first instruction', () => {
  const board = boardWith([0x202a, LOOP]);
  board.run({ nanos: 1000 });
  assert.equal(board.chip.cores[0].registers[0], 42);
  assert.equal(board.chip.cores[0].registers[13], STACK);
});

test('cycles are those of the manual', () => {
  // movs 1, ldr from RAM 2, str to RAM 2, push of two 3, pop into pc 4 of one register and pc, branches 2, bl 3
  const cases = /** @type {[string, number[], number][]} */ ([
    ['nop', [NOP], 1],
    ['load and store', [0x6808, 0x6008], 4],
    ['push and pop of two', [0xb403, 0xbc03], 6],
    ['branch', [0xe7ff], 2],
    ['barrier', [0xf3bf, 0x8f5f], 3],
    ['call', [0xf000, 0xf800], 3],
  ]);
  for (const [name, code, cycles] of cases) {
    // movs r1, #32; lsls r1, #24 makes an address in RAM; the breakpoint halts
    const board = boardWith([0x2120, 0x0609, ...code, STOP]);
    board.run(MILLISECOND);
    assert.equal(board.cycles - 2, cycles + 0 + 1 + 15, name);
  }
});

test('SVC enters its handler and comes back', () => {
  const board = boardWith([0x2001, 0xdf00, 0x3001, LOOP], { handler: [0x2164, 0x4770] });
  board.run(MILLISECOND);
  const [r0, r1] = board.chip.cores[0].registers;
  // the handler's r1 is replaced by the stacked one
  assert.deepEqual([r0, r1], [2, 0]);
  assert.equal(board.chip.cores[0].registers[13], STACK);
});

test('an access to nothing is a hard fault with the address of its instruction on the stack', () => {
  const board = boardWith([ldr(0, 0x30000000), 0x6800, LOOP]); // ldr r0, [r0]
  /** @type {string[]} */
  const logged = [];
  board.onLog = (message) => logged.push(message);
  board.run(MILLISECOND);
  const core = board.chip.cores[0];
  assert.equal(core.exception, 3);
  assert.equal(core.bus.load32(core.registers[13] + 0x18), ENTRY + 2);
  assert.match(logged[0], /read from 0x30000000, where nothing is/);
});

test('an unaligned access is a hard fault', () => {
  const board = boardWith([0x2001, 0x6801, LOOP]);
  board.run(MILLISECOND);
  assert.equal(board.chip.cores[0].exception, 3);
});

test('a fault in the handler of a fault locks up', () => {
  const board = boardWith([0xde00], { handler: [0xde00] });
  assert.equal(board.run(MILLISECOND), 'halt');
  assert.equal(board.halt?.kind, 'lockup');
});

test('a call through a null pointer is a hard fault', () => {
  const board = boardWith([0x2000, 0x4780, LOOP]);
  board.run(MILLISECOND);
  assert.equal(board.chip.cores[0].exception, 3);
});

test('WFI without anything to come is idle', () => {
  const board = boardWith([WFI, LOOP]);
  assert.equal(board.run({}), 'idle');
});

const TIMER = 0x40054000;
const NVIC_ENABLE = 0xe000e100;
/** Lets the timer's alarm 0 interrupt after 1000 µs. */
const ALARM = [ldr(0, TIMER), 0x2101, 0x6381, //  movs r1, #1; str r1, [r0, #INTE]
  ldr(2, NVIC_ENABLE), 0x6011, //                 str r1, [r2]
  ldr(3, 1000), 0x6103]; //                       str r3, [r0, #ALARM0]

test('WFI sleeps until the timer', () => {
  // The handler acknowledges the interrupt in INTR.
  const board = boardWith([...ALARM, WFI, STOP], { handler: [ldr(0, TIMER), 0x2101, 0x6341, 0x4770] });
  assert.equal(board.run({ nanos: 1e9 }), 'halt');
  assert.ok(board.nanos > 1e6 && board.nanos < 1_002_000, `${board.nanos}`);
  assert.ok(board.asleepCycles > 124_000);
});

test('with PRIMASK set an interrupt wakes WFI but is not taken', () => {
  const board = boardWith([0xb672, ...ALARM, WFI, STOP]);
  assert.equal(board.run({ nanos: 1e9 }), 'halt');
  assert.ok(board.nanos > 1e6);
  assert.equal(board.halt?.pc, ENTRY + 2 * (ALARM.length + 2));
});

test('WFE goes on at once after SEV', () => {
  const board = boardWith([0xbf40, WFE, 0x2007, WFE, 0x2008, LOOP]);
  board.run(MILLISECOND);
  assert.equal(board.chip.cores[0].registers[0], 7);
});

test('SEV wakes the other core at the time at which it is sent', () => {
  // The first core counts r1 down to 0 before it sends; the other one stops behind its WFE.
  const board = boardWith([0x21c8, 0x3901, 0xd1fd, 0xbf40, LOOP, STOP]);
  const [first, second] = board.chip.cores;
  second.waitingForEvent = true;
  second.registers[15] = ENTRY + 10;
  assert.equal(board.run({ nanos: 1e6 }), 'halt');
  assert.ok(second.cycles > 600, `${second.cycles}`);
  assert.ok(second.asleepCycles > 590 && first.cycles > 600);
});

test('code in RAM that is written over runs as written', () => {
  // Writes "movs r0, #5; bx lr" to RAM and calls it, then again with #6; the sum is in r5.
  const call = [0x3401, 0x47a0, 0x182d, 0x3c01]; // adds r4, #1; blx r4; adds r5, r5, r0; subs r4, #1
  const board = boardWith([
    ldr(4, 0x20000100), ldr(2, 0x47702005), 0x6022, ...call, //  str r2, [r4]
    0x3201, 0x6022, ...call, STOP, //                            adds r2, #1; str r2, [r4]
  ]);
  board.run(MILLISECOND);
  assert.equal(board.chip.cores[0].registers[5], 11);
});

test('a reset asked for through AIRCR keeps RAM and starts anew', () => {
  // Stops if RAM begins with its own address; else writes that there and asks for a reset.
  const board = boardWith([
    ldr(0, 0x20000000), 0x6801, 0x4281, 0xd004, //              ldr r1, [r0]; cmp r1, r0; beq STOP
    0x6000, ldr(2, 0xe000ed0c), ldr(3, 0x05fa0004), 0x6013, //  str r0, [r0]; str r3, [r2]
    LOOP, STOP,
  ]);
  let cause = '';
  board.onReset = (reason) => {
    cause = reason;
    board.chip.cores[1].sleeping = true;
  };
  assert.equal(board.run(MILLISECOND), 'halt');
  assert.equal(cause, 'system');
  assert.equal(board.resets, 1);
});

test('the same program takes the same cycles again', () => {
  const cycles = [0, 1].map(() => {
    const board = boardWith([0x3001, 0xd1fd, STOP]);
    board.chip.cores[0].registers[0] = 0xffff0000;
    board.run({});
    return board.cycles;
  });
  assert.equal(cycles[0], cycles[1]);
});
