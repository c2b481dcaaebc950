/** What had to be added to rp2040js, seen from a program or from outside. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { RegisterDevice } from '../src/index.js';
import { LOOP, STOP, boardWith, ldr } from './support.js';

const SIO = 0xd0000000;

/** Writes registers as a program would. @param {import('../src/board.js').Board} board @param {[number, number][]} writes */
function poke(board, writes) {
  for (const [address, value] of writes) board.chip.cores[0].bus.store32(address, value);
}

/** @param {import('../src/board.js').Board} board @param {number} address */
function peek(board, address) {
  return board.chip.cores[0].bus.load32(address) >>> 0;
}

test('the divider divides as the hardware does', () => {
  const board = boardWith([LOOP]);
  const cases = /** @type {[string, number, number, number, number][]} */ ([
    ['unsigned', 100, 7, 14, 2],
    ['unsigned', 0xffffffff, 2, 0x7fffffff, 1],
    ['unsigned', 5, 0, 0xffffffff, 5],
    ['signed', -100, 7, -14, -2],
    ['signed', -5, 0, 1, -5],
    ['signed', 5, 0, -1, 5],
    ['signed', -0x80000000, -1, -0x80000000, 0],
  ]);
  for (const [kind, dividend, divisor, quotient, remainder] of cases) {
    const first = SIO + (kind === 'signed' ? 0x68 : 0x60);
    poke(board, [[first, dividend], [first + 4, divisor]]);
    assert.deepEqual([peek(board, SIO + 0x74), peek(board, SIO + 0x70)], [remainder >>> 0, quotient >>> 0], `${kind} ${dividend} / ${divisor}`);
  }
});

test('a pin is read back, driven from outside, and pulled', () => {
  const board = boardWith([LOOP]);
  poke(board, [[0x40014004 + 8 * 2, 5], [0x40014004 + 8 * 3, 5], [SIO + 0x24, 1 << 2]]);
  const levels = () => (peek(board, SIO + 4) >> 2) & 3;
  assert.equal(levels(), 0);
  poke(board, [[SIO + 0x14, 1 << 2]]);
  assert.equal(levels(), 1);
  board.pins.drive(3, 1);
  assert.equal(levels(), 3);
  board.pins.drive(3, undefined);
  assert.equal(levels(), 1);
  poke(board, [[0x4001c004 + 4 * 3, 0x4a]]);
  assert.equal(levels(), 3);
});

test('edges carry the time at which they happened', () => {
  // Toggles GPIO 2 every 8 cycles: str 1, nops, branch 2
  const board = boardWith([ldr(0, SIO), 0x2104, 0x61c1, 0xbf00, 0xbf00, 0xbf00, 0xbf00, 0xbf00, 0xe7f8]);
  poke(board, [[0x40014004 + 8 * 2, 5], [SIO + 0x24, 1 << 2]]);
  board.pins.record(2);
  board.run({ nanos: 10_000 });
  const edges = board.pins.takeEdges();
  const gaps = edges.slice(1).map((edge, i) => edge.nanos - edges[i].nanos);
  assert.ok(edges.length > 100);
  assert.ok(gaps.every((gap) => Math.abs(gap - 64) < 0.01), String(gaps.slice(0, 5)));
});

test('a pin interrupts the core that asked for it', () => {
  const io = 0x40014000;
  const board = boardWith([LOOP]);
  const pending = () => board.chip.cores.map((core) => (core.nvic.lines >> 13) & 1);
  assert.equal(peek(board, io + 0xf0) & 0xf, 1, 'low before anything has happened');
  poke(board, [[io + 0x130, 8 << (4 * 2)]]); // core 1: rising edges of pin 2
  board.pins.drive(2, 1);
  assert.deepEqual(pending(), [0, 1]);
  assert.equal(peek(board, io + 0x150), 8 << 8);
  poke(board, [[io + 0xf0, 8 << 8]]);
  assert.deepEqual(pending(), [0, 0]);
  poke(board, [[io + 0x100, 2 << 8]]); // core 0: while pin 2 is high
  assert.deepEqual(pending(), [1, 0]);
  board.pins.drive(2, 0);
  assert.deepEqual(pending(), [0, 0]);
});

/** A square wave by PIO: set pins 1 [delay]; set pins 0 [delay]. @param {number} delay @param {number} dividerRegister */
function squareWave(delay, dividerRegister) {
  const board = boardWith([LOOP]);
  const pio = 0x50200000;
  poke(board, [
    [0x40014004 + 8 * 4, 6],
    [pio + 0x48, 0xe001 | (delay << 8)], [pio + 0x4c, 0xe000 | (delay << 8)],
    [pio + 0xc8, dividerRegister], [pio + 0xcc, 1 << 12], [pio + 0xdc, (1 << 26) | (4 << 5)],
    [pio + 0xd8, 0xe081], [pio, 1],
  ]);
  board.pins.record(4);
  board.run({ nanos: 100_000 });
  const edges = board.pins.takeEdges().slice(2);
  return (edges[10].nanos - edges[0].nanos) / 10;
}

test('PIO keeps to delays and dividers', () => {
  assert.ok(Math.abs(squareWave(0, 0x10000) - 8) < 0.01);
  assert.ok(Math.abs(squareWave(9, 0x10000) - 80) < 0.01);
  assert.ok(Math.abs(squareWave(4, 0x28000) - 100) < 0.01); // 5 cycles at 2.5
});

test('a stalled state machine goes on when data come', () => {
  // pull block; out pins, 1 — with the pin mapped
  const board = boardWith([LOOP]);
  const pio = 0x50200000;
  poke(board, [
    [0x40014004 + 8 * 4, 6], [pio + 0x48, 0x80a0], [pio + 0x4c, 0x6001],
    [pio + 0xc8, 0x10000], [pio + 0xcc, 1 << 12], [pio + 0xd0, 1 << 19],
    [pio + 0xdc, (1 << 26) | (4 << 5) | (1 << 20) | 4], [pio + 0xd8, 0xe081], [pio, 1],
  ]);
  board.pins.record(4);
  board.run({ nanos: 50_000 });
  assert.equal(board.pins.takeEdges().length, 0);
  poke(board, [[pio + 0x10, 1]]);
  board.run({ nanos: 50_000 });
  assert.equal(board.pins.takeEdges().length, 1);
});

test('the watchdog resets once; scratch words and the reason stay', () => {
  const watchdog = 0x40058000;
  const board = boardWith([LOOP]);
  poke(board, [[watchdog + 0x0c, 0xcafe], [watchdog + 4, 2000], [watchdog, 1 << 30]]);
  let causes = 0;
  board.onReset = () => {
    causes++;
    board.chip.cores[1].sleeping = true;
  };
  board.run({ nanos: 10e6 });
  assert.equal(causes, 1);
  assert.equal(peek(board, watchdog + 0x0c), 0xcafe);
  assert.equal(peek(board, watchdog + 8), 1);
  assert.ok(board.nanos >= 10e6, 'time goes on over a reset');
});

test('a reset into the boot ROM loader is reported', () => {
  const watchdog = 0x40058000;
  const board = boardWith([LOOP]);
  poke(board, [[watchdog + 0x1c, 0xb007c0d3], [watchdog + 0x28, 0x2591], [watchdog, 0x80000000]]);
  assert.equal(board.run({ nanos: 1e6 }), 'bootloader');
});

test('DMA copies a word a cycle, and code that it writes over is translated anew', () => {
  const board = boardWith([LOOP]);
  const dma = 0x50000000;
  for (let i = 0; i < 16; i++) poke(board, [[0x20000100 + 4 * i, i + 1]]);
  const control = 1 | (2 << 2) | (1 << 4) | (1 << 5) | (0 << 11) | (0x3f << 15);
  poke(board, [[dma, 0x20000100], [dma + 4, 0x20000200], [dma + 8, 16], [dma + 0xc, control]]);
  assert.equal(peek(board, 0x20000200 + 60), 0);
  board.run({ nanos: 300 });
  assert.equal(peek(board, 0x20000200 + 60), 16);
});

test('I2C: a missing device ends with TX_EMPTY and an abort', () => {
  const i2c = 0x40044000;
  const board = boardWith([LOOP]);
  poke(board, [[i2c + 4, 0x42], [i2c + 0x6c, 1], [i2c + 0x10, 0x205]]);
  board.run({ nanos: 200_000 });
  const status = peek(board, i2c + 0x34);
  assert.ok(status & (1 << 6), 'TX_ABRT');
  assert.ok(status & (1 << 4), 'TX_EMPTY');
});

test('I2C: a register is written and read back, at the speed of the bus', () => {
  const i2c = 0x40044000;
  const board = boardWith([LOOP]);
  board.i2c[0].devices.set(0x42, new RegisterDevice(new Uint8Array(8)));
  // 100 kHz: 625 cycles each half; write register 2 = 99, then restart, read it, stop
  poke(board, [[i2c, 0x63], [i2c + 4, 0x42], [i2c + 0x14, 625], [i2c + 0x18, 625], [i2c + 0x6c, 1],
    [i2c + 0x10, 2], [i2c + 0x10, 0x263], [i2c + 0x10, 0x002], [i2c + 0x10, 0x700]]);
  board.run({ nanos: 400_000 });
  assert.equal(peek(board, i2c + 0x78), 0, 'not yet');
  board.run({ nanos: 400_000 });
  assert.equal(peek(board, i2c + 0x78), 1);
  assert.equal(peek(board, i2c + 0x10) & 0xff, 99);
});

test('SPI: a frame takes its bits', () => {
  const spi = 0x4003c000;
  const board = boardWith([LOOP]);
  board.spi[0].device = { transfer: (frame) => frame ^ 0xff };
  poke(board, [[spi + 0x10, 2], [spi, 7 | (61 << 8)], [spi + 4, 2], [spi + 8, 0x0f]]); // 8 bits, about 1 MHz
  board.run({ nanos: 7000 });
  assert.equal(peek(board, spi + 0xc) & 4, 0);
  board.run({ nanos: 2000 });
  assert.equal(peek(board, spi + 8), 0xf0);
});

test('the cores exchange words and wake each other', () => {
  const board = boardWith([
    ldr(0, SIO), 0x2137, 0x6541, 0xbf40, //  movs r1, #55; str r1, [r0, #FIFO_WR]; sev
    STOP,
  ]);
  board.run({ nanos: 1e6 });
  const { sio } = board.chip.cores[1].bus;
  assert.equal(sio.read(0), 1);
  assert.equal(sio.read(0x50) & 1, 1);
  assert.equal(sio.read(0x58), 55);
  assert.equal(sio.read(0x50) & 1, 0);
  assert.equal(sio.read(0x58), 0);
  assert.equal(sio.read(0x50) & 8, 8, 'reading an empty mailbox is noted');
});

test('a UART carries bytes at its speed', () => {
  const uart = 0x40034000;
  const board = boardWith([LOOP]);
  // 115200 baud from 125 MHz: 67 + 52/64; FIFO on; enabled
  poke(board, [[uart + 0x24, 67], [uart + 0x28, 52], [uart + 0x2c, 0x70], [uart + 0x30, 0x301]]);
  board.uarts[0].send(Uint8Array.of(65, 66));
  board.run({ nanos: 100_000 });
  assert.equal(peek(board, uart + 0x18) & 0x10, 0);
  assert.equal(peek(board, uart), 65);
  assert.equal(peek(board, uart + 0x18) & 0x10, 0x10);
  board.run({ nanos: 100_000 });
  assert.equal(peek(board, uart), 66);
  let sent = 0;
  board.uarts[0].onData = ([byte]) => { sent = byte; };
  poke(board, [[uart, 67]]);
  board.run({ nanos: 80_000 });
  assert.equal(sent, 0, 'still on the wire');
  board.run({ nanos: 10_000 });
  assert.equal(sent, 67);
});

test("a UART's interrupts: room to send once, data at a level or after silence", () => {
  const uart = 0x40034000;
  const board = boardWith([LOOP]);
  poke(board, [[uart + 0x24, 67], [uart + 0x28, 52], [uart + 0x2c, 0x70], [uart + 0x30, 0x301], [uart + 0x34, 0]]);
  const status = () => peek(board, uart + 0x3c) & 0x70;
  for (let i = 0; i < 8; i++) poke(board, [[uart, i]]);
  board.run({ nanos: 87_000 * 2 });
  assert.equal(status(), 0);
  board.run({ nanos: 87_000 * 2 });
  assert.equal(status(), 0x20);
  poke(board, [[uart + 0x44, 0x20]]);
  board.run({ nanos: 87_000 * 6 });
  assert.equal(status(), 0, 'once only');
  board.uarts[0].send(Uint8Array.of(1, 2, 3, 4));
  board.run({ nanos: 87_000 * 4 });
  assert.equal(status(), 0x10);
  board.run({ nanos: 87_000 * 4 });
  assert.equal(status(), 0x50);
  for (let i = 0; i < 4; i++) peek(board, uart);
  assert.equal(status(), 0);
});

test('the clock counts, over the end of a month too, and its alarm comes', () => {
  const rtc = 0x4005c000;
  const board = boardWith([LOOP]);
  poke(board, [[rtc + 4, (2024 << 12) | (2 << 8) | 28], [rtc + 8, (3 << 24) | (23 << 16) | (59 << 8) | 58], [rtc + 0xc, 16], [rtc + 0xc, 1]]);
  poke(board, [[rtc + 0x24, 1], [rtc + 0x14, 1 << 28 | 1], [rtc + 0x10, 1 << 28]]); // at second 1
  board.chip.cores[0].sleeping = true;
  board.run({ nanos: 2.5e9 });
  assert.equal(peek(board, rtc + 0x18), (2024 << 12) | (2 << 8) | 29);
  assert.equal(peek(board, rtc + 0x1c), (4 << 24) | 0);
  assert.equal(peek(board, rtc + 0x2c), 0);
  board.run({ nanos: 1e9 });
  assert.equal(peek(board, rtc + 0x2c), 1);
});

test('random bits repeat with the seed', () => {
  const bits = (/** @type {number} */ seed) => {
    const board = boardWith([LOOP], { seed });
    return Array.from({ length: 32 }, () => peek(board, 0x4006001c) & 1).join('');
  };
  assert.equal(bits(5), bits(5));
  assert.notEqual(bits(5), bits(6));
});

test('the model of the flash cache charges for misses only', () => {
  const board = boardWith([ldr(0, 0x10000000), 0x6801, 0x6801, STOP], { cacheMissCycles: 50 });
  board.run({ nanos: 1e6 });
  assert.equal(board.cacheMisses, 1);
});
