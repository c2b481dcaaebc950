/**
 * The module `machine` of a real image, which FERROPY_IMAGE names: what its calls do to the pins, and when handlers run.
 * MicroPython's image passes as well, but for what a test says.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { booted, needsImage } from './support.js';

const CYCLE_NANOS = 8;

function running() {
  const { board, repl } = booted();
  return { board, repl, run: (/** @type {string} */ source) => lines(repl.execute(source)) };
}

/** What a program printed, by lines. @param {import('../src/host/raw_repl.js').Result} result */
function lines({ output, error }) {
  assert.equal(error, '');
  return output.split('\r\n').slice(0, -1);
}

/** @param {import('../src/attach/pins.js').Edge[]} edges the times between them in nanoseconds */
function lengths(edges) {
  return edges.slice(1).map((edge, i) => edge.nanos - edges[i].nanos);
}

test('pins: reading, driving, pulls, open drains', needsImage, () => {
  const { board, run } = running();
  board.pins.drive(14, 1);
  board.pins.record(15);
  const printed = run(`
from machine import Pin
print(Pin(14, Pin.IN).value(), Pin(13, Pin.IN, Pin.PULL_UP)(), Pin(12, Pin.IN, Pin.PULL_DOWN)())
p = Pin(15, Pin.OUT)
p.on(); p.off(); p.toggle(); p.value(0); p(1); p.init(Pin.IN)
d = Pin(11, Pin.OPEN_DRAIN, Pin.PULL_UP)
print(d(), end=" "); d(0); print(d(), end=" "); d(1); print(d())
print(p, Pin("LED"), Pin.board.GP3, Pin.cpu.GPIO3)
`);
  assert.deepEqual(printed, ['1 1 0', '1 0 1', 'Pin(GPIO15, mode=IN) Pin(GPIO25, mode=ALT, pull=PULL_DOWN, alt=31) '
    + 'Pin(GPIO3, mode=ALT, pull=PULL_DOWN, alt=31) Pin(GPIO3, mode=ALT, pull=PULL_DOWN, alt=31)']);
  assert.deepEqual(board.pins.takeEdges().map((edge) => edge.level), [1, 0, 1, 0, 1, 0]);
});

test('edges call handlers, in a busy loop and asleep', needsImage, () => {
  const { board, repl, run } = running();
  board.pins.drive(14, 0);
  for (let i = 0; i < 5; i++) {
    board.after(40e6 + i * 10e6, () => board.pins.drive(14, 1));
    board.after(43e6 + i * 10e6, () => board.pins.drive(14, 0));
  }
  const printed = run(`
import time
from machine import Pin
seen = []
def handler(pin):
    seen.append((pin is p or pin == p, irq.flags(), pin()))
p = Pin(14, Pin.IN)
irq = p.irq(handler, Pin.IRQ_RISING | Pin.IRQ_FALLING)
while len(seen) < 4: pass
time.sleep_ms(200)
p.irq(None)
print(seen, irq.trigger())
`);
  assert.match(printed[0], /^\[(\(True, 8, 1\), \(True, 4, 0\)(, )?){5}\] /);
  // At the prompt, when nothing runs.
  run('p.irq(lambda p: print("at the prompt", p()))');
  repl.received = '';
  board.pins.drive(14, 1);
  board.run({ nanos: 5e6 });
  assert.equal(repl.received, 'at the prompt 1\r\n');
});

test('handlers that raise, allocate, collect, and set themselves anew', needsImage, () => {
  const { board, run } = running();
  board.pins.drive(14, 0);
  const pulse = (/** @type {number} */ at) => {
    board.after(at, () => board.pins.drive(14, 1));
    board.after(at + 1e6, () => board.pins.drive(14, 0));
  };
  for (let i = 0; i < 20; i++) pulse(150e6 + i * 5e6);
  const printed = run(`
import gc, time
from machine import Pin
p = Pin(14, Pin.IN)
kept, counts = [], [0, 0, 0]
def raises(pin):
    counts[0] += 1
    pin.irq(allocates, Pin.IRQ_RISING)
    1 / 0
def allocates(pin):
    counts[1] += 1
    kept.append([str(i) for i in range(100)])
    pin.irq(collects, Pin.IRQ_RISING)
def collects(pin):
    counts[2] += 1
    gc.collect()
    pin.irq(raises, Pin.IRQ_RISING)
p.irq(raises, Pin.IRQ_RISING)
end = time.ticks_ms() + 350
live = [[i] * 3 for i in range(300)]
while time.ticks_ms() < end:
    garbage = [str(i) for i in range(50)]
    if garbage[49] != "49": print("broken")
    gc.collect()
p.irq(None)
print(counts, all(k[99] == "99" for k in kept), all(l == [i] * 3 for i, l in enumerate(live)))
`);
  assert.equal(printed.filter((line) => line.startsWith('ZeroDivisionError')).length, 7);
  assert.equal(printed.at(-1), '[7, 7, 6] True True');
});

test('micropython.schedule: its order, its limit', needsImage, () => {
  const { run } = running();
  assert.deepEqual(run(`
import micropython, time
micropython.alloc_emergency_exception_buf(100)
seen = []
def inside(n):
    # Nothing else runs while a handler does.
    for i in range(9):
        try: micropython.schedule(seen.append, i)
        except RuntimeError as error: print(i, error)
    print(seen)
micropython.schedule(inside, 0)
time.sleep_ms(50)
print(seen)
`), ['8 schedule queue full', '[]', '[0, 1, 2, 3, 4, 5, 6, 7]']);
});

test('timers: periods that do not drift, one shot, stopping', needsImage, () => {
  const { board, run } = running();
  board.pins.record(16);
  const printed = run(`
import time
from machine import Pin, Timer
o = Pin(16, Pin.OUT, value=0)
t = Timer(period=10, callback=lambda t: o.toggle())
for k in range(101):
    for i in range(60): x = [i] * 20
    time.sleep_ms(7)
time.sleep_ms(1010 - 800)
t.deinit()
seen = []
once = Timer(mode=Timer.ONE_SHOT, period=5, callback=lambda t: seen.append(t))
time.sleep_ms(20)
print(len(seen), seen[0] is once, t, once)
`);
  assert.equal(printed[0], '1 True Timer(mode=PERIODIC, tick_hz=1000000, period=10000) Timer(mode=ONE_SHOT, tick_hz=1000000, period=5000)');
  const edges = board.pins.takeEdges();
  assert.ok(edges.length >= 90, `${edges.length} edges`);
  // A collection lets an edge wait; the next ones are where they would have been without.
  const late = edges.map((edge, i) => edge.nanos - edges[0].nanos - i * 10e6);
  const [first, last] = [late.slice(0, 10), late.slice(-10)].map((some) => Math.min(...some));
  assert.ok(Math.max(...late) < 10e6, `${Math.max(...late)} ns late`);
  assert.ok(Math.abs(last - first) < 50e3, `${last - first} ns of drift`);
});

test('pulses: PWM on both outputs of a slice', needsImage, () => {
  const { board, run } = running();
  const printed = run(`
from machine import PWM, Pin
a = PWM(Pin(2), freq=1000, duty_u16=16384)
b = PWM(Pin(3), duty_ns=250_000, freq=2000, invert=True)
print(a.freq(), a.duty_u16(), b.duty_ns(), b)
`);
  assert.deepEqual(printed, ['2000 16384 250000 <PWM slice=1 channel=1 invert=1>']);
  board.pins.record(2, 3);
});

test('voltages and temperature', needsImage, () => {
  const { board, run } = running();
  board.analog.setVoltage(1, 1.65);
  board.analog.setVoltage(2, 3.3);
  assert.deepEqual(run(`
from machine import ADC, Pin
print(ADC(27).read_u16(), ADC(Pin(28)).read_u16(), ADC(0).read_u16())
v = ADC(ADC.CORE_TEMP).read_u16() * 3.3 / 65535
print(round(27 - (v - 0.706) / 0.001721))
`), ['32776 65535 0', '25']);
});

test('bitstream keeps its times', needsImage, () => {
  const { board, run } = running();
  board.pins.record(8);
  run(`
from machine import Pin, bitstream
p = Pin(8, Pin.OUT, value=0)
bitstream(p, 0, (400, 850, 800, 450), b"\\xa5\\x00")
`);
  const times = lengths(board.pins.takeEdges());
  assert.equal(times.length, 31);
  const wanted = [...'1010010100000000'].flatMap((bit) => (bit === '1' ? [800, 450] : [400, 850]));
  for (const [i, time] of times.entries()) {
    assert.ok(Math.abs(time - wanted[i]) <= 10 * CYCLE_NANOS, `${i}: ${time} for ${wanted[i]}`);
  }
});

test('time_pulse_us measures what comes', needsImage, () => {
  const { board, run } = running();
  board.pins.drive(14, 0);
  board.after(50e6, () => board.pins.drive(14, 1));
  board.after(50.4e6, () => board.pins.drive(14, 0));
  const printed = run(`
from machine import Pin, time_pulse_us
p = Pin(14, Pin.IN)
t = time_pulse_us(p, 1)
print(398 <= t <= 402, time_pulse_us(p, 1, 100), time_pulse_us(p, 0, 100))
`);
  assert.deepEqual(printed, ['True -2 -1']);
});

test('a DHT sensor is read', needsImage, () => {
  const { board, run } = running();
  const bytes = [0x02, 0x8c, 0x01, 0x5f, 0xee];
  let fell = 0;
  let asked = false;
  board.pins.drive(15, 1);
  board.pins.watch(15, ({ level, nanos }) => {
    if (level === 0) fell = nanos;
    if (asked || level === 0 || nanos - fell < 10e6) return;
    asked = true;
    const highs = [80e3, ...bytes.flatMap((byte) => [...byte.toString(2).padStart(8, '0')].map((bit) => (bit === '1' ? 70e3 : 26e3)))];
    let at = 30e3;
    highs.forEach((high, i) => {
      board.after(at, () => board.pins.drive(15, 0));
      at += i ? 50e3 : 80e3;
      board.after(at, () => board.pins.drive(15, 1));
      at += high;
    });
    board.after(at, () => board.pins.drive(15, 0));
    board.after(at + 50e3, () => board.pins.drive(15, 1));
  });
  assert.deepEqual(run(`
from machine import Pin, dht_readinto
buffer = bytearray(5)
dht_readinto(Pin(15), buffer)
print(list(buffer))
try: dht_readinto(Pin(13, Pin.IN, Pin.PULL_UP), bytearray(5))
except OSError as error: print(error.errno)
`), [`[${bytes.join(', ')}]`, '110']);
});

test('sleep: its time, and what ends it', needsImage, () => {
  const { board, run } = running();
  // MicroPython's ends with each packet on USB.
  if (run('import sys\nprint(sys.implementation.name)')[0] === 'micropython') return;
  board.pins.drive(14, 0);
  board.after(400e6, () => board.pins.drive(14, 1));
  assert.deepEqual(run(`
import time
from machine import Pin, lightsleep
seen = []
Pin(14, Pin.IN).irq(seen.append, Pin.IRQ_RISING)
t = time.ticks_ms(); lightsleep(100); print(99 <= time.ticks_diff(time.ticks_ms(), t) <= 101)
t = time.ticks_ms(); lightsleep(5000); print(time.ticks_diff(time.ticks_ms(), t) < 400, len(seen))
`), ['True', 'True 1']);
});

test('memory: registers, alignment', needsImage, () => {
  const { run } = running();
  assert.deepEqual(run(`
from machine import mem8, mem16, mem32
mem32[0x40058000 + 0x1c] = 0x12345678
print(hex(mem32[0x4005801c]), hex(mem16[0x4005801c]), hex(mem8[0x4005801c]), mem32)
try: mem32[2]
except ValueError as error: print(error)
`), ['0x12345678 0x5678 0x78 <32-bit memory>', 'address 00000002 is not aligned to 4 bytes']);
});

test('memory that is not there raises', needsImage, () => {
  const { repl, run } = running();
  // MicroPython's board stops.
  if (run('import sys\nprint(sys.implementation.name)')[0] === 'micropython') return;
  assert.deepEqual(run(`
from machine import mem8, mem32
for address in 0x30000000, 0x60000000, 0xfffffffc:
    for memory in mem8, mem32:
        try: print(memory[address])
        except OSError as error: print(error)
        try: memory[address] = 1
        except OSError as error: print(error)
`), Array(12).fill('[Errno 14] Bad address'));
  assert.equal(repl.execute('print(1)').output, '1\r\n');
});

test('the date follows the clock', needsImage, () => {
  const { run } = running();
  assert.deepEqual(run(`
import time
from machine import RTC
r = RTC()
r.datetime((2024, 2, 28, 2, 23, 59, 59, 0))
time.sleep(2)
print(r.datetime(), time.gmtime()[:3], int(time.time()) - 1709164800 in (1, 2))
`), ['(2024, 2, 29, 3, 0, 0, 1, 0) (2024, 2, 29) True']);
});

test('the clock of the processor', needsImage, () => {
  const { repl, run } = running();
  assert.deepEqual(run(`
import machine, time
print(machine.freq())
machine.freq(250_000_000)
t = time.ticks_us(); time.sleep_ms(10); print(machine.freq(), 9900 < time.ticks_diff(time.ticks_us(), t) < 10300)
machine.freq(125_000_000)
for f in (1, 125_000_001):
    try: machine.freq(f)
    except ValueError as error: print(error)
`), ['125000000', '250000000 True', 'cannot change frequency', 'cannot change frequency']);
  assert.equal(repl.execute('print(1)').output, '1\r\n');
});

test('resets and their causes', needsImage, () => {
  const { board, repl, run } = running();
  /** @type {string[]} */
  const causes = [];
  board.onReset = (cause) => causes.push(cause);
  assert.deepEqual(run('import machine\nprint(machine.reset_cause() == machine.PWRON_RESET)'), ['True']);
  repl.send('machine.reset()\x04');
  board.run({ nanos: 20e6 });
  repl.received = '';
  repl.enter();
  assert.deepEqual(run('import machine\nprint(machine.reset_cause() == machine.WDT_RESET)'), ['True']);
  // The watchdog, fed for a while.
  repl.send('w = machine.WDT(timeout=50)\nimport time\nfor i in range(5): time.sleep_ms(40); w.feed()\nprint("fed")\nwhile True: pass\n\x04');
  board.run({ nanos: 210e6 });
  assert.match(repl.received, /fed/);
  assert.deepEqual(causes, ['watchdog']);
  board.run({ nanos: 60e6 });
  assert.deepEqual(causes, ['watchdog', 'watchdog']);
  repl.received = '';
  repl.enter();
  // A soft reset ends timers and handlers.
  repl.send('import machine\nt = machine.Timer(period=1, callback=lambda t: print("still"))\nmachine.soft_reset()\x04');
  repl.expect('soft reboot');
  repl.expect('raw REPL; CTRL-B to exit\r\n>');
  board.run({ nanos: 20e6 });
  assert.doesNotMatch(repl.received, /still/);
  assert.deepEqual(run('print(1)'), ['1']);
  repl.send('import machine\nmachine.bootloader()\x04');
  assert.equal(board.run({ nanos: 1e9 }), 'bootloader');
});

test('handlers wait while they are turned off; Ctrl-C reaches a program full of them', needsImage, () => {
  const { board, repl, run } = running();
  const printed = run(`
import time
from machine import Timer, disable_irq, enable_irq
seen = []
state = disable_irq()
t = Timer(mode=Timer.ONE_SHOT, period=1, callback=seen.append)
end = time.ticks_us() + 5000
while time.ticks_us() < end: pass
print(len(seen))
enable_irq(state)
time.sleep_ms(2)
print(len(seen))
`);
  assert.deepEqual(printed, ['0', '1']);
  repl.send('t = Timer(freq=5000, callback=lambda t: None)\nwhile True: pass\n\x04');
  board.run({ nanos: 50e6 });
  repl.send('\x03');
  assert.match(repl.expect('\x04>'), /KeyboardInterrupt/);
});

test('Ctrl-C stops a handler that does not end, while nothing else runs', needsImage, () => {
  const { board, repl, run } = running();
  // MicroPython's goes on for ever.
  if (run('import sys\nprint(sys.implementation.name)')[0] === 'micropython') return;
  run(`
from machine import Timer
def for_ever(timer):
    while True: pass
t = Timer(mode=Timer.ONE_SHOT, period=5, callback=for_ever)
`);
  board.run({ nanos: 50e6 });
  repl.received = '';
  repl.send('\x03');
  repl.expect('KeyboardInterrupt');
  assert.deepEqual(run('print(1)'), ['1']);
});
