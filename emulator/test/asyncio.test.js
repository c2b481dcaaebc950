/** asyncio on a board: tasks that take turns, streams, interrupts and Ctrl-C; between them the core sleeps. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { booted, lines, needsImage } from './support.js';

test('two lights blink while a stream reads lines from a UART', needsImage, () => {
  const { board, repl } = booted();
  board.uarts[1].onData = (bytes) => board.uarts[1].send(bytes);
  board.pins.record(14, 15);
  board.pins.takeEdges();
  const before = { cycles: board.cycles, asleep: board.asleepCycles };
  assert.deepEqual(lines(repl, `
import asyncio
from machine import Pin, UART

async def blink(pin, ms, times):
    for _ in range(times):
        pin.toggle()
        await asyncio.sleep_ms(ms)

async def read(stream):
    for _ in range(3):
        print(await stream.readline())
    print(await stream.readexactly(4), await stream.read(10))

async def main():
    uart = UART(1, 115200, tx=Pin(4), rx=Pin(5))
    stream = asyncio.StreamReader(uart)
    reading = asyncio.create_task(read(stream))
    lights = [blink(Pin(14, Pin.OUT), 100, 10), blink(Pin(15, Pin.OUT), 50, 20)]
    lights = [asyncio.create_task(light) for light in lights]
    writer = asyncio.StreamWriter(uart, {})
    for line in b"one\\n", b"two\\n", b"x" * 400 + b"\\n":
        await asyncio.sleep_ms(120)
        writer.write(line)
        await writer.drain()
    await asyncio.sleep_ms(120)
    writer.write(b"123456789")
    await writer.drain()
    await asyncio.gather(reading, *lights)

asyncio.run(main())
`), ["b'one\\n'", "b'two\\n'", `b'${'x'.repeat(400)}\\n'`, "b'1234' b'56789'"]);
  const edges = board.pins.takeEdges();
  assert.equal(edges.filter(({ pin }) => pin === 14).length, 10);
  assert.equal(edges.filter(({ pin }) => pin === 15).length, 20);
  // It compiles, runs and prints for a tenth of a second; else it sleeps.
  const asleep = (board.asleepCycles - before.asleep) / (board.cycles - before.cycles);
  assert.ok(asleep > 0.7, `${asleep} of the time`);
});

test('a loop with nothing to do sleeps, and an interrupt or a thread ends that', needsImage, () => {
  const { board, repl } = booted();
  assert.deepEqual(lines(repl, `
import asyncio, time, _thread
from machine import Timer
flag = asyncio.ThreadSafeFlag()
event = asyncio.Event()

async def main():
    start = time.ticks_ms()
    timer = Timer(mode=Timer.ONE_SHOT, period=500, callback=lambda _: flag.set())
    await flag.wait()
    print(490 < time.ticks_diff(time.ticks_ms(), start) < 520)
    _thread.start_new_thread(lambda: (time.sleep_ms(100), event.set()), ())
    await event.wait()
    print(590 < time.ticks_diff(time.ticks_ms(), start) < 640)

asyncio.run(main())
`), ['True', 'True']);
  repl.send('asyncio.run(asyncio.Event().wait())\x04');
  repl.expect('OK');
  board.run({ nanos: 50e6 });
  const before = { cycles: board.cycles, asleep: board.asleepCycles };
  board.run({ nanos: 1e9 });
  const asleep = (board.asleepCycles - before.asleep) / (board.cycles - before.cycles);
  assert.ok(asleep > 0.99, `${asleep} of the time`);
  repl.send('\x03');
  assert.match(repl.expect('\x04>'), /KeyboardInterrupt/);
});

test('Ctrl-C cancels the main task, which may tidy up', needsImage, () => {
  const { board, repl } = booted();
  repl.send(`
import asyncio

async def main():
    try:
        await asyncio.sleep(10)
    finally:
        await asyncio.sleep(0.01)
        print("tidy")

asyncio.run(main())
\x04`);
  repl.expect('OK');
  board.run({ nanos: 200e6 });
  repl.send('\x03');
  assert.match(repl.expect('\x04>'), /^tidy\r\n\x04.*KeyboardInterrupt/s);
  assert.deepEqual(lines(repl, 'print(asyncio.run(asyncio.sleep(0, "again")))'), ['again']);
});

test('the console is a stream as well', needsImage, () => {
  const { repl } = booted();
  repl.send(`
import asyncio, sys

async def main():
    stream = asyncio.StreamReader(sys.stdin)
    ticks = []
    async def tick():
        while True:
            ticks.append(1)
            await asyncio.sleep_ms(10)
    ticking = asyncio.create_task(tick())
    await asyncio.sleep_ms(50)
    print(await stream.readline(), len(ticks) > 3)

asyncio.run(main())
\x04`);
  repl.expect('OK');
  repl.send('typed\n');
  assert.match(repl.expect('\x04>'), /^typed\r\n True/);
});

test('what asyncio has of CPython\'s: groups, deadlines, queues, semaphores', needsImage, () => {
  const { repl } = booted();
  assert.deepEqual(lines(repl, `
import asyncio

async def fail(after):
    await asyncio.sleep(after)
    raise ValueError(after)

async def main():
    async with asyncio.TaskGroup() as group:
        first, second = group.create_task(asyncio.sleep(0.02, "a")), group.create_task(asyncio.sleep(0.01, "b"))
    print(first.result(), second.result())
    try:
        async with asyncio.TaskGroup() as group:
            waits = group.create_task(asyncio.sleep(10))
            group.create_task(fail(0.01))
            await asyncio.sleep(10)
    except* ValueError as problem:
        print(problem.exceptions, waits.cancelled())
    try:
        async with asyncio.timeout(0.01):
            await asyncio.sleep(10)
    except TimeoutError:
        print("too late")
    queue = asyncio.Queue(2)
    async def produce():
        for number in range(5):
            await queue.put(number)
    producer = asyncio.create_task(produce())
    print([await queue.get() for _ in range(5)], queue.empty(), producer.done())
    most, running = 0, 0
    semaphore = asyncio.Semaphore(2)
    async def work():
        nonlocal most, running
        async with semaphore:
            running += 1
            most = max(most, running)
            await asyncio.sleep(0)
            running -= 1
    await asyncio.gather(*[work() for _ in range(6)])
    print(most)
    print(await asyncio.gather(fail(0), asyncio.sleep(0, 1), return_exceptions=True))

asyncio.run(main())
`), ['a b', '(ValueError(0.01),) True', 'too late', '[0, 1, 2, 3, 4] True True', '2', '[ValueError(0), 1]']);
});
