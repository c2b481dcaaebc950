/** What speaks to the board: thermometers, microphones, controllers of other boards, serial lines that break off or wait. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { I2sSource, OneWireThermometer } from '../src/index.js';
import { booted, lines, needsImage } from './support.js';

test('1-Wire: a search finds the device', needsImage, () => {
  const { board, repl } = booted();
  const rom = [0x28, 1, 2, 3, 4, 5, 6];
  const sensor = new OneWireThermometer(board, 17, [...rom, 0x99]);
  assert.deepEqual(lines(repl, `
from machine import Pin
import onewire, ds18x20
bus = onewire.OneWire(Pin(17))
print(bus.reset(), bus.scan(), ds18x20.DS18X20(bus).scan() == bus.scan())
print(bus.crc8(b"\\x28\\x01\\x02\\x03\\x04\\x05\\x06"), bus.crc8(bytes((0x02, 0x1c, 0xb8, 0x01, 0, 0, 0, 0xa2))))
print(onewire.OneWire(Pin(18)).reset())
`)[0], "True [bytearray(b'(\\x01\\x02\\x03\\x04\\x05\\x06\\x99')] True");
  for (const celsius of [21.5, -10.125]) {
    sensor.celsius = celsius;
    assert.deepEqual(lines(repl, `
sensors = ds18x20.DS18X20(bus)
[rom] = sensors.scan()
before = sensors.read_temp(rom)
sensors.convert_temp()
print(before != sensors.read_temp(rom), sensors.read_temp(rom))
try:
    sensors.read_temp(b"\\x28\\x09" + rom[2:])
except Exception as e:
    print(e)
`), [`True ${celsius}`, 'CRC error']);
  }
});

test('I2S: samples on the wires', needsImage, () => {
  const { board, repl } = booted();
  board.pins.record(10, 11, 12);
  assert.deepEqual(lines(repl, `
from machine import I2S, Pin
import time, struct
a = I2S(0, sck=Pin(10), ws=Pin(11), sd=Pin(12), mode=I2S.TX, bits=16, format=I2S.STEREO, rate=8000, ibuf=1024)
print(a.write(struct.pack("<128h", *range(1, 129))))
time.sleep_ms(20)
done = []
a.irq(done.append)
print(a.write(b"\\0" * 3000), done)
time.sleep_ms(300)
print(done == [a])
a.deinit()
b = bytearray(struct.pack("<4h", 1, -2, 300, -400))
I2S.shift(buf=b, bits=16, shift=2)
print(struct.unpack("<4h", b))
I2S.shift(buf=b, bits=16, shift=-3)
print(struct.unpack("<4h", b))
`), ['256', '3000 []', 'True', '(4, -8, 1200, -1600)', '(0, -1, 150, -200)']);
  let [ws, data, bits] = [0, 0, ''];
  /** @type {number[][]} */
  const words = [];
  for (const { pin, level } of board.pins.takeEdges()) {
    if (pin === 11) ws = level;
    else if (pin === 12) data = level;
    else if (level) {
      bits += data;
      if (bits.length === 16) bits = bits.slice(1);
      words.push([ws, data]);
    }
  }
  // The word select changes with the last bit of a word.
  const stream = words.map(([, bit]) => bit).join('');
  const expected = Array.from({ length: 128 }, (_, i) => (i + 1).toString(2).padStart(16, '0')).join('');
  assert.ok(stream.includes(expected));
  const at = stream.indexOf(expected);
  const selects = words.slice(at - 1, at + 63).map(([select]) => select).join('');
  assert.equal(selects, `${'0'.repeat(16)}${'1'.repeat(16)}`.repeat(2));
});

test('I2S: samples from a microphone', needsImage, () => {
  const { board, repl } = booted();
  // Left words count up, right ones down; the lower half tells them apart.
  const source = new I2sSource(board.pins, { sck: 10, ws: 11, sd: 12 }, (number) => (number % 2 ? -number : number) * 0x10000 + 0x1234);
  const start = 'from machine import I2S, Pin\nimport struct\nwires = dict(sck=Pin(10), ws=Pin(11), sd=Pin(12), mode=I2S.RX, rate=8000, ibuf=2048)\n';
  const cases = /** @type {const} */ ([[16, 'STEREO', 'h'], [32, 'STEREO', 'i'], [16, 'MONO', 'h'], [32, 'MONO', 'i']]);
  for (const [bits, format, letter] of cases) {
    const [words] = lines(repl, `${start}
a = I2S(1, bits=${bits}, format=I2S.${format}, **wires)
b = bytearray(${bits / 8} * 64)
for i in range(3):
    n = a.readinto(b)
a.deinit()
print(*struct.unpack("<64${letter}", b), n == len(b))
`);
    const got = words.split(' ');
    assert.equal(got.pop(), 'True');
    const values = got.map((word) => (bits === 32 ? (Number(word) - 0x1234) / 0x10000 : Number(word)));
    // All of one channel in MONO, both in turns in STEREO; nothing left out.
    const step = format === 'MONO' ? 2 : 1;
    const numbers = values.map(Math.abs);
    assert.deepEqual(numbers, numbers.map((_, i) => numbers[0] + i * step), `${bits} ${format} ${words}`);
    for (const [i, value] of values.entries()) assert.equal(value < 0, numbers[i] % 2 === 1, `${bits} ${format}`);
  }
  assert.ok(source.count > 0);
});

test('UART: breaks, and a line that waits', needsImage, () => {
  const { board, repl } = booted();
  const peer = board.uarts[1];
  /** @type {[boolean, number][]} */
  const breaks = [];
  let sent = '';
  peer.onBreak = (begins) => breaks.push([begins, board.nanos]);
  peer.onData = (bytes) => { sent += Buffer.from(bytes); };
  assert.deepEqual(lines(repl, `
from machine import Pin, UART
import time
u = UART(1, 115200, tx=Pin(4), rx=Pin(5), cts=Pin(6), rts=Pin(7), flow=UART.RTS | UART.CTS, rxbuf=64)
seen = []
i = u.irq(lambda u: seen.append(u.irq().flags()), UART.IRQ_BREAK)
u.write("before")
u.sendbreak()
u.flush()
print(u.any(), seen)
`), ['0 []']);
  assert.equal(sent, 'before');
  assert.deepEqual(breaks.map(([begins]) => begins), [true, false]);
  // A break is longer than a byte of ten bits.
  assert.ok(breaks[1][1] - breaks[0][1] > 10e9 / 115200);
  peer.sendBreak();
  peer.send(Buffer.from('after'));
  assert.deepEqual(lines(repl, 'time.sleep_ms(5); print(seen == [UART.IRQ_BREAK], u.read())'), ["True b'after'"]);
  // What the other end does not want yet waits.
  peer.setMaySend(false);
  assert.deepEqual(lines(repl, 'u.write("held"); time.sleep_ms(5); print(u.txdone())'), ['False']);
  assert.equal(sent, 'before');
  peer.setMaySend(true);
  assert.deepEqual(lines(repl, 'time.sleep_ms(5); print(u.txdone())'), ['True']);
  assert.equal(sent, 'beforeheld');
  // What this end has no room for waits at the other one, and nothing is lost.
  peer.waitsForLeave = true;
  peer.send(Buffer.from(Array.from({ length: 200 }, (_, i) => i)));
  assert.deepEqual(lines(repl, `
time.sleep_ms(30)
got = b""
while len(got) < 200 and u.any():
    got += u.read()
    time.sleep_ms(10)
print(got == bytes(range(200)))
`), ['True']);
});

/** @param {import('../src/board.js').Board} board @param {import('../src/attach/i2c_controller.js').Transfer} transfer */
function finish(board, transfer) {
  assert.equal(board.run({ nanos: 1e9, until: () => transfer.done }), 'condition');
  return transfer;
}

test('I2CTarget: a memory that another controller reads and writes', needsImage, () => {
  const { board, repl } = booted();
  const controller = board.i2cControllers[0];
  lines(repl, `
from machine import I2CTarget, Pin
memory = bytearray(range(16))
ends = []
t = I2CTarget(0, 0x42, mem=memory, scl=Pin(5), sda=Pin(4))
i = t.irq(lambda t: ends.append((t.irq().flags(), t.memaddr)))
`);
  assert.equal(finish(board, controller.begin(0x41, { write: [1] })).acknowledged, false);
  const read = finish(board, controller.begin(0x42, { write: [3] }, { read: 4 }));
  assert.deepEqual([read.acknowledged, read.data], [true, [3, 4, 5, 6]]);
  finish(board, controller.begin(0x42, { write: [14, 100, 101, 102, 103] }));
  assert.deepEqual(lines(repl, 'print(list(memory)); print(ends, I2CTarget.IRQ_END_READ, I2CTarget.IRQ_END_WRITE)'), [
    '[102, 103, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 100, 101]',
    '[(32, 3), (16, 3), (32, 14)] 16 32',
  ]);
  // More bytes than the chip holds at once: the clock is held until the program has taken them.
  const many = Array.from({ length: 40 }, (_, i) => i + 50);
  finish(board, controller.begin(0x42, { write: [0, ...many] }));
  assert.deepEqual(lines(repl, 'print(list(memory))'), [`[${[...many.slice(32), ...many.slice(24, 32)].join(', ')}]`]);
});

test('I2CTarget: a program that answers byte by byte', needsImage, () => {
  const { board, repl } = booted();
  const controller = board.i2cControllers[1];
  lines(repl, `
from machine import I2CTarget, Pin
t = I2CTarget(1, 0x17, scl=Pin(7), sda=Pin(6))
taken, told, b = bytearray(), [], bytearray(1)
def serve(t):
    flags = t.irq().flags()
    if flags & I2CTarget.IRQ_WRITE_REQ:
        while t.readinto(b):
            taken.extend(b)
    if flags & I2CTarget.IRQ_READ_REQ:
        told.append(len(told) * 3)
        t.write(bytes((told[-1],)))
i = t.irq(serve, I2CTarget.IRQ_WRITE_REQ | I2CTarget.IRQ_READ_REQ, hard=True)
`);
  finish(board, controller.begin(0x17, { write: [7, 8, 9] }));
  const { data } = finish(board, controller.begin(0x17, { read: 5 }));
  assert.deepEqual(data, [0, 3, 6, 9, 12]);
  assert.deepEqual(lines(repl, 'print(taken, told); t.deinit()'), ["bytearray(b'\\x07\\x08\\t') [0, 3, 6, 9, 12]"]);
  assert.equal(finish(board, controller.begin(0x17, { read: 1 })).acknowledged, false);
});
