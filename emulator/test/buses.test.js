/**
 * Buses, serial lines, programmable I/O and DMA, from programs in Python to what is on the wires. MicroPython's image passes
 * as well, but for what a test says.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { I2cWires, RegisterDevice, decodePixels } from '../src/index.js';
import { booted, lines, needsImage } from './support.js';

const ERRNO = `
def errno(work):
    try:
        return work()
    except OSError as e:
        return -e.errno
`;

test('I2C: registers, several buffers, and what goes wrong', needsImage, () => {
  const { board, repl } = booted();
  const device = new RegisterDevice(new Uint8Array(256));
  board.i2c[0].devices.set(0x42, device);
  assert.ok(new I2cWires(board.pins, { scl: 5, sda: 4 }, board.i2c[0].devices));
  assert.deepEqual(lines(repl, `${ERRNO}
from machine import Pin, I2C
i = I2C(0, scl=Pin(5), sda=Pin(4), freq=100000)
print(i)
print(i.scan(), i.writeto(0x42, b"\\x02abc"), i.readfrom_mem(0x42, 2, 3), i.readfrom(0x42, 2))
b = bytearray(4)
print(i.readfrom_mem_into(0x42, 0, b), b, i.writeto_mem(0x42, 5, b"xyz"), i.readfrom_mem(0x42, 5, 3))
print(i.writevto(0x42, (b"\\x00", b"12", b"", bytearray(b"3"))), i.writeto(0x42, b"\\x10" + bytes(range(200))))
print(i.readfrom_mem(0x42, 0x10, 200) == bytes(range(200)), i.writeto(0x42, b"\\x01", False), i.readfrom(0x42, 1))
print(errno(lambda: i.readfrom(0x13, 1)), errno(lambda: i.writeto(0x13, b"a")), errno(lambda: i.writeto(0x13, b"")))
for wrong in ({"id": 2}, {"id": 0, "scl": Pin(6)}, {"id": 0, "sda": Pin(6)}):
    try:
        I2C(**wrong)
    except ValueError as e:
        print(e)
`), [
    'I2C(0, freq=100000, scl=5, sda=4, timeout=50000)',
    "[66] 4 b'abc' b'\\x00\\x00'",
    "None bytearray(b'\\x00\\x00ab') None b'xyz'",
    '4 201',
    "True 1 b'2'",
    '-5 -5 -19',
    "I2C(2) doesn't exist",
    'bad SCL pin',
    'bad SDA pin',
  ]);
});

test('SoftI2C: on any pins, and bit by bit', needsImage, () => {
  const { board, repl } = booted();
  assert.ok(new I2cWires(board.pins, { scl: 15, sda: 14 }, new Map([[0x21, new RegisterDevice(new Uint8Array(16))]])));
  assert.deepEqual(lines(repl, `${ERRNO}
from machine import Pin, SoftI2C
s = SoftI2C(scl=Pin(15), sda=Pin(14), freq=100000)
print(s)
print(s.scan(), s.writeto(0x21, b"\\x02abc"), s.readfrom_mem(0x21, 2, 3), s.readfrom(0x21, 2))
s.start()
print(s.write(b"\\x42\\x01"))
s.stop()
s.start()
s.write(b"\\x43")
q = bytearray(2)
s.readinto(q)
s.stop()
print(q, errno(lambda: s.readfrom(0x13, 1)))
`), ['SoftI2C(scl=15, sda=14, freq=100000)', "[33] 4 b'abc' b'\\x00\\x00'", '2', "bytearray(b'\\x00a') -19"]);
});

test('I2C: a clock that is held ends in a timeout', needsImage, () => {
  const { board, repl } = booted();
  board.pins.drive(15, 0);
  board.pins.drive(14, 1);
  assert.deepEqual(lines(repl, `${ERRNO}
from machine import Pin, SoftI2C
print(errno(lambda: SoftI2C(scl=Pin(15), sda=Pin(14), timeout=500).writeto(0x21, b"a")))
`), ['-110']);
});

test('SPI: what is sent and what comes back', needsImage, () => {
  const { board, repl } = booted();
  /** @type {number[]} */
  const sent = [];
  board.spi[0].device = { transfer(frame) {
    sent.push(frame);
    return frame ^ 0xff;
  } };
  assert.deepEqual(lines(repl, `
from machine import Pin, SPI
s = SPI(0, 500000, polarity=1, phase=1, sck=Pin(2), mosi=Pin(3), miso=Pin(4))
s.write(b"hello")
b = bytearray(3)
s.readinto(b, 0x11)
print(s.read(2), s.read(1, 0xf0), b)
s.write_readinto(b"123", b)
m = memoryview(bytearray(range(10)))
s.write(m[3:5])
s.write_readinto(m[0:3], m[5:8])
print(b, bytes(m))
s.write(bytes(range(200)))
try:
    s.write_readinto(b"12", b)
except ValueError as e:
    print(e)
`), [
    "b'\\xff\\xff' b'\\x0f' bytearray(b'\\xee\\xee\\xee')",
    "bytearray(b'\\xce\\xcd\\xcc') b'\\x00\\x01\\x02\\x03\\x04\\xff\\xfe\\xfd\\x08\\t'",
    'buffers must be the same length',
  ]);
  const text = [...Buffer.from('hello')];
  const start = [...text, 0x11, 0x11, 0x11, 0, 0, 0xf0, 0x31, 0x32, 0x33, 3, 4, 0, 1, 2];
  assert.deepEqual(sent, [...start, ...Array.from({ length: 200 }, (_, i) => i)]);
});

test('SoftSPI: clock and data on the pins', needsImage, () => {
  const { board, repl } = booted();
  board.pins.record(10, 11);
  assert.deepEqual(lines(repl, `
from machine import Pin, SoftSPI
s = SoftSPI(baudrate=100000, sck=Pin(10), mosi=Pin(11), miso=Pin(12))
print(s)
s.write(b"\\xa5")
`), ['SoftSPI(baudrate=100000, polarity=0, phase=0, firstbit=1, sck=10, mosi=11, miso=12)']);
  let data = 0;
  const bits = [];
  for (const { pin, level } of board.pins.takeEdges()) {
    if (pin === 11) data = level;
    else if (level) bits.push(data);
  }
  assert.equal(bits.join(''), '10100101');
});

test('UART: reads with timeouts, lines, buffers, poll, handlers', needsImage, () => {
  const { board, repl } = booted();
  board.uarts[1].onData = (bytes) => board.uarts[1].send(bytes);
  assert.deepEqual(lines(repl, `
from machine import Pin, UART
import time, select
u = UART(1, 115200, tx=Pin(4), rx=Pin(5))
print(u)
print(u.any(), u.read(), u.readline(), u.read(5), u.txdone())
print(u.write(b"ping\\n"), u.flush(), u.txdone())
time.sleep_ms(20)
print(u.any(), u.read(3), u.readline(), u.readline())
u.write("text")
time.sleep_ms(20)
b = bytearray(6)
print(u.readinto(b, 2), u.readinto(b), b, u.readinto(b))
u.init(timeout=50)
t = time.ticks_ms()
print(u.read(3), 45 < time.ticks_diff(time.ticks_ms(), t) < 60)
u.write(b"late")
print(u.read(4))
p = select.poll()
p.register(u, select.POLLIN)
print(p.poll(1))
u.write(b"!")
print(len(p.poll(100)), u.read())
u.init(9600, bits=7, parity=0, stop=2, txbuf=64, rxbuf=100, timeout_char=7)
print(u)
u.init(baudrate=115200, parity=None, bits=8, stop=1)
got = []
i = u.irq(handler=lambda x: got.append((x.irq().flags(), x.any())), trigger=UART.IRQ_RXIDLE)
u.write(b"12345678")
time.sleep_ms(20)
print(i.trigger(), got, u.read())
u.irq(None)
for wrong in (lambda: UART(2), lambda: UART(1, tx=3), lambda: UART(1, rts=Pin(6)), lambda: u.irq(print, trigger=1)):
    try:
        wrong()
    except ValueError as e:
        print(e)
`), [
    'UART(1, baudrate=115200, bits=8, parity=None, stop=1, tx=4, rx=5, txbuf=256, rxbuf=256, timeout=0, timeout_char=1, invert=None, irq=0)',
    '0 None None None True',
    '5 None True',
    "5 b'pin' b'g\\n' None",
    "2 2 bytearray(b'xt\\x00\\x00\\x00\\x00') None",
    'None True',
    "b'late'",
    '[]',
    "1 b'!'",
    'UART(1, baudrate=9600, bits=7, parity=0, stop=2, tx=4, rx=5, txbuf=64, rxbuf=100, timeout=50, timeout_char=7, invert=None, irq=0)',
    "64 [(64, 8)] b'12345678'",
    "UART(2) doesn't exist",
    'bad TX pin',
    'bad RTS pin',
    'trigger 0x0001 unsupported',
  ]);
});

test('UART0 is a program\'s while it wants it', needsImage, () => {
  const { board, repl } = booted();
  let received = '';
  board.uarts[0].onData = (bytes) => { received += Buffer.from(bytes); };
  assert.deepEqual(lines(repl, `
from machine import UART
import time
u = UART(0, 115200)
u.write("only this")
u.flush()
print("not that")
`), ['not that']);
  // Ferropy's prompt was there before.
  assert.match(received, /only this$/);
  board.uarts[0].send(Buffer.from('abc'));
  assert.deepEqual(lines(repl, 'time.sleep_ms(5); print(u.read())'), ["b'abc'"]);
});

test('the assembler gives the words that MicroPython\'s gives', needsImage, () => {
  const { repl } = booted();
  assert.deepEqual(lines(repl, `
from rp2 import PIO, PIOASMError, asm_pio, asm_pio_encode

@asm_pio(sideset_init=PIO.OUT_LOW, out_shiftdir=PIO.SHIFT_LEFT, autopull=True, pull_thresh=24)
def ws2812():
    wrap_target()
    label("bitloop")
    out(x, 1).side(0)[2]
    jmp(not_x, "do_zero").side(1)[1]
    jmp("bitloop").side(1)[4]
    label("do_zero")
    nop().side(0)[4]
    wrap()

@asm_pio(sideset_init=(PIO.OUT_HIGH, PIO.OUT_LOW), out_init=(PIO.OUT_LOW,) * 2, out_shiftdir=1, fifo_join=PIO.JOIN_TX, side_pindir=True)
def optional():
    pull(ifempty).side(2)[3]
    pull(noblock)
    out(pins, 8).side(1)
    out(pc, 5)
    out(exec, 16)[3]
    out(null, 32)

@asm_pio(autopush=True, in_shiftdir=PIO.SHIFT_RIGHT, push_thresh=8, fifo_join=PIO.JOIN_RX)
def inputs():
    wait(0, pin, 0)
    wait(1, gpio, 22)
    wait(1, irq, rel(3))
    label("bit")
    in_(pins, 1)
    in_(osr, 32)
    jmp(x_dec, "bit")
    push(iffull, noblock)
    wrap_target()
    mov(y, invert(x))
    mov(osr, reverse(isr))
    mov(exec, x)
    irq(block, rel(4))
    irq(clear, 3)
    set(pindirs, 31)
    word(0, "here")
    label("here")
    word(0xe081)[2]

for prog in (ws2812, optional, inputs):
    print([hex(word) for word in prog[0]], prog[1:4], [hex(v & 0xffffffff) for v in prog[4:6]], prog[6:])
print(hex(asm_pio_encode("set(pins, 1).side(1)", 1)), hex(asm_pio_encode("mov(x, invert(y)).side(1)[3]", 2, True)))
def bad(body, **options):
    try:
        asm_pio(**options)(body)
    except PIOASMError as e:
        print(e)
bad(lambda: nop()[32])
bad(lambda: nop().side(0))
bad(lambda: nop().side(2), sideset_init=0)
bad(lambda: jmp("nowhere"))
bad(lambda: (label("a"), label("a")))
bad(lambda: in_(x, 0))
`), [
    "['0x6221', '0x1123', '0x1400', '0xa442'] [-1, -1, -1] ['0x3000', '0x30020000'] [None, None, 2]",
    "['0x9be0', '0x8080', '0x7408', '0x60a5', '0x63f0', '0x6060'] [-1, -1, -1] ['0x60005000', '0x40080000'] [(2, 2), None, (3, 2)]",
    "['0x2020', '0x2096', '0x20d3', '0x4001', '0x40e0', '0x43', '0x8040', '0xa049', '0xa0f6', '0xa081', '0xc034', '0xc043', '0xe09f', '0xe', '0xe281'] [-1, -1, -1] ['0xe380', '0x80850000'] [None, None, None]",
    '0xf001 0xbb2a',
    'delay too large',
    'no sideset',
    'sideset too large',
    'unknown label nowhere',
    'duplicate label a',
    'invalid bit count 0',
  ]);
});

const ECHO = `
import rp2, time
from array import array
from machine import Pin, mem32
from rp2 import PIO, StateMachine, asm_pio

@asm_pio(out_shiftdir=PIO.SHIFT_RIGHT)
def echo():
    pull()
    mov(isr, invert(osr))
    push()
    irq(rel(0))
`;

test('state machines: words to and fro, handlers, single instructions', needsImage, () => {
  const { repl } = booted();
  assert.deepEqual(lines(repl, `${ECHO}
sm = StateMachine(5, echo, freq=2_000_000)
print(sm, PIO(1), sm.active(), sm.tx_fifo(), sm.rx_fifo(), echo[1:4])
sm.put(1)
sm.put(array("H", [2, 3]), 8)
print(sm.tx_fifo(), sm.active(1))
time.sleep_ms(1)
print(sm.tx_fifo(), sm.rx_fifo(), hex(sm.get()), hex(sm.get(None, 8)))
b = bytearray(1)
print(sm.get(b) is b, b, sm.rx_fifo())
mem32[0x50300030] = 15
got = []
sm.irq(lambda s: got.append(s))
sm.put(7)
print(hex(sm.get()))
time.sleep_ms(1)
print(got)
sm.irq(None)
sm.active(0)
sm.exec("set(x, 21)")
sm.exec(0xa0c1)
sm.exec("push()")
print(sm.get())
sm.restart()
print(mem32[0x503000c8 + 24 + 12])
p = PIO(1)
p.remove_program(echo)
print(echo[1:4], p.state_machine(1))
for wrong in (lambda: StateMachine(8), lambda: PIO(2), lambda: StateMachine(0, echo, freq=1), lambda: sm.put(array("i", [1]))):
    try:
        wrong()
    except ValueError as e:
        print(e)
`), [
    'StateMachine(5) PIO(1) False 0 0 [-1, 28, -1]',
    '3 True',
    '0 3 0xfffffffe 0xfffffd',
    "True bytearray(b'\\xff') 0",
    '0xfffffff8',
    '[StateMachine(5)]',
    '21',
    '28',
    '[-1, -1, -1] StateMachine(5)',
    'invalid StateMachine',
    'invalid PIO',
    'freq out of range',
    'unsupported buffer type',
  ]);
});

test('LEDs: by a state machine and by neopixel', needsImage, () => {
  const { board, repl } = booted();
  board.pins.record(16);
  lines(repl, `
import rp2, time, neopixel
from array import array
from machine import Pin

@rp2.asm_pio(sideset_init=rp2.PIO.OUT_LOW, out_shiftdir=rp2.PIO.SHIFT_LEFT, autopull=True, pull_thresh=24)
def ws2812():
    wrap_target()
    label("bitloop")
    out(x, 1).side(0)[2]
    jmp(not_x, "do_zero").side(1)[1]
    jmp("bitloop").side(1)[4]
    label("do_zero")
    nop().side(0)[4]
    wrap()

sm = rp2.StateMachine(0, ws2812, freq=8_000_000, sideset_base=Pin(16))
sm.active(1)
sm.put(array("I", [0x00ff01, 0xaa0055]), 8)
time.sleep_ms(1)
sm.active(0)
`);
  assert.deepEqual(decodePixels(board.pins.takeEdges()), [[0, 255, 1, 170, 0, 85]]);
  lines(repl, `
leds = neopixel.NeoPixel(Pin(16), 3)
leds.fill((1, 2, 3))
leds[1] = (255, 0, 170)
leds.write()
`);
  assert.deepEqual(decodePixels(board.pins.takeEdges()), [[2, 1, 3, 0, 255, 170, 2, 1, 3]]);
});

test('DMA: memory to memory, to and from a state machine, registers', needsImage, () => {
  const { repl } = booted();
  assert.deepEqual(lines(repl, `${ECHO}
d = rp2.DMA()
print(d, d.channel, hex(d.pack_ctrl()), hex(d.pack_ctrl(inc_write=False, size=0, treq_sel=4)))
print(sorted(d.unpack_ctrl(d.pack_ctrl()).items())[:4])
src, dst = bytearray(range(64)), bytearray(64)
d.config(read=src, write=dst, count=16, ctrl=d.pack_ctrl(), trigger=True)
while d.active():
    pass
print(dst == src, d.count, d.active())
got = []
d.irq(lambda x: got.append((x.channel, dst[0])))
d.config(read=bytes(b"z" * 64), write=dst, count=64, ctrl=d.pack_ctrl(size=0, irq_quiet=False))
d.active(1)
time.sleep_ms(1)
print(got, dst[:2])
d.irq(None)
sm = StateMachine(0, echo)
sm.active(1)
out = array("I", [0] * 4)
e = rp2.DMA()
e.config(read=sm, write=out, count=4, ctrl=e.pack_ctrl(inc_read=False, treq_sel=4), trigger=True)
d.config(read=array("I", [1, 2, 3, 4]), write=sm, count=4, ctrl=d.pack_ctrl(inc_write=False, treq_sel=0), trigger=True)
while e.active():
    pass
print([hex(v) for v in out], len(d.registers), d.registers[2], hex(d.registers[1]))
d.close()
e.close()
print(len([rp2.DMA() for _ in range(10)]))
try:
    d.count
except ValueError as e:
    print(e)
`), [
    'DMA(0) 0 0x3f8039 0x220011',
    "[('ahb_err', 0), ('bswap', 0), ('busy', 0), ('chain_to', 0)]",
    'True 0 False',
    "[(0, 122)] bytearray(b'zz')",
    "['0xfffffffe', '0xfffffffd', '0xfffffffc', '0xfffffffb'] 16 0 0x50200010",
    '10',
    'channel closed',
  ]);
});

test('the flash behind the files, and the boot button', needsImage, () => {
  const { board, repl } = booted();
  assert.deepEqual(lines(repl, `
import rp2
f = rp2.Flash()
n = f.ioctl(4, 0)
b = bytearray(4096)
f.writeblocks(n - 1, bytes(range(256)) * 16)
f.readblocks(n - 1, b)
c = bytearray(4)
f.readblocks(n - 1, c, 250)
print(n > 30, f.ioctl(5, 0), b == bytes(range(256)) * 16, c, f.ioctl(6, n - 1))
f.readblocks(n - 1, c)
print(c, rp2.bootsel_button())
`), ["True 4096 True bytearray(b'\\xfa\\xfb\\xfc\\xfd') 0", "bytearray(b'\\xff\\xff\\xff\\xff') 0"]);
  board.holdBootsel(true);
  assert.deepEqual(lines(repl, 'print(rp2.bootsel_button())'), ['1']);
});

test('Ctrl-C ends what waits for a bus', needsImage, () => {
  const { board, repl } = booted();
  const waits = ['sm.get()', 'while True: sm.put(1)', 'u.read(5)', 'u.write(bytes(900))'];
  lines(repl, `${ECHO}
from machine import UART
sm = StateMachine(0, echo)
u = UART(1, 300, timeout=60_000, timeout_char=60_000)
`);
  for (const wait of waits) {
    repl.send(`${wait}\x04`);
    repl.expect('OK');
    board.run({ nanos: 50e6 });
    assert.equal(repl.received, '', wait);
    repl.send('\x03');
    repl.expect('\x04', 1);
    assert.match(repl.expect('\x04>', 1), /KeyboardInterrupt/, wait);
  }
});

test('a soft reset ends what a program has started', needsImage, () => {
  const { board, repl } = booted();
  lines(repl, `
import rp2
from machine import I2S, Pin, UART
@rp2.asm_pio(set_init=rp2.PIO.OUT_LOW)
def blink():
    set(pins, 1)
    set(pins, 0)
sm = rp2.StateMachine(0, blink, freq=100_000, set_base=Pin(20))
sm.active(1)
a = I2S(0, sck=Pin(10), ws=Pin(11), sd=Pin(12), mode=I2S.TX, bits=16, format=I2S.STEREO, rate=8000, ibuf=1024)
u = UART(1, 9600)
d = rp2.DMA()
`);
  repl.softReset();
  board.run({ nanos: 10e6 });
  board.pins.record(20, 10);
  board.pins.takeEdges();
  board.run({ nanos: 10e6 });
  assert.deepEqual(board.pins.takeEdges(), []);
  assert.deepEqual(lines(repl, 'import rp2\nprint(rp2.DMA(), rp2.StateMachine(0).active())'), ['DMA(0) False']);
});

test('what DMA moves stays in place while objects move', needsImage, () => {
  const { repl } = booted();
  assert.deepEqual(lines(repl, `
import rp2, gc
garbage = [bytes(100) for _ in range(200)]
src, dst = bytearray(bytes(range(256)) * 16), bytearray(4096)
d = rp2.DMA()
d.config(read=src, write=dst, count=4096, ctrl=d.pack_ctrl(size=0, treq_sel=0x3b), trigger=False)
from machine import mem32
mem32[0x50000420] = 1 << 16 | 2000
d.active(1)
del garbage
for _ in range(3):
    gc.collect()
    keep = [bytes(50) for _ in range(100)]
while d.active():
    pass
print(src == dst)
`), ['True']);
});
