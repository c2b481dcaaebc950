/** Threads on the board: what they do while the prompt waits, and that nothing keeps the prompt from answering. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { booted, needsImage } from './support.js';

const LED = 25;

/** A thread that changes the light every 10 ms, started at the prompt. */
const BLINK = `
import _thread, time
from machine import Pin
led = Pin(${LED}, Pin.OUT)
def blink():
    while True:
        led.toggle()
        time.sleep_ms(10)
_thread.start_new_thread(blink, ())
`;

test('a thread blinks while the prompt waits, and the prompt answers', needsImage, () => {
  const { board, repl } = booted();
  board.pins.record(LED);
  assert.equal(repl.execute(BLINK).error, '');
  board.pins.takeEdges();
  const [cycles, asleep] = [board.cycles, board.asleepCycles];
  board.run({ nanos: 200e6 });
  const edges = board.pins.takeEdges().length;
  assert.ok(edges >= 18 && edges <= 21, `${edges} edges in 200 ms`);
  assert.ok(board.asleepCycles - asleep > 0.8 * (board.cycles - cycles), 'the board sleeps while all wait');
  const { output, nanos } = repl.execute('print(6 * 7)');
  assert.equal(output, '42\r\n');
  assert.ok(nanos < 60e6, `${nanos / 1e6} ms`);
  // It goes on beside a statement that is busy, and beside one that sleeps.
  for (const statement of ['t = time.ticks_ms()\nwhile time.ticks_diff(time.ticks_ms(), t) < 200: pass', 'time.sleep(0.2)']) {
    board.pins.takeEdges();
    assert.equal(repl.execute(statement).error, '');
    const count = board.pins.takeEdges().length;
    assert.ok(count >= 12 && count <= 26, `${count} edges: ${statement}`);
  }
  repl.softReset();
  board.pins.takeEdges();
  board.run({ nanos: 100e6 });
  assert.equal(board.pins.takeEdges().length, 0);
});

test('threads take turns, wait for locks and for each other', needsImage, () => {
  const { repl } = booted();
  const { output, error } = repl.execute(`
import _thread, time
lock, done = _thread.allocate_lock(), []
total = 0
def work(n):
    global total
    for i in range(50):
        with lock:
            before = total
            time.sleep_us(200)
            total = before + 1
    done.append(n)
for n in range(4):
    _thread.start_new_thread(work, (n,))
while len(done) < 4:
    pass
print(total, sorted(done), _thread._count())
def key(x):
    time.sleep_ms(1)
    return -x
_thread.start_new_thread(lambda: done.append(sorted(range(4), key=key)), ())
time.sleep(0.1)
print(done[-1])
lock.acquire()
try:
    lock.acquire()
except RuntimeError as e:
    print(e)
`);
  assert.equal(error, '');
  assert.equal(output, '200 [0, 1, 2, 3] 0\r\n[3, 2, 1, 0]\r\ndeadlock: no thread can go on\r\n');
});

test('as many threads as there is memory for, and then an exception', needsImage, () => {
  const { repl } = booted();
  const { output, error } = repl.execute(`
import _thread
gate, count = _thread.allocate_lock(), 0
gate.acquire()
def wait():
    with gate: pass
try:
    while count < 100:
        _thread.start_new_thread(wait, ())
        count += 1
except (RuntimeError, MemoryError) as e:
    print(type(e).__name__, count > 5)
else:
    print("100 threads")
gate.release()
import time
time.sleep(0.1)
print(_thread._count())
`);
  assert.equal(error, '');
  // A thread may find no memory to wait in, and ends then; so may the call that starts one.
  assert.match(output, /^(RuntimeError True|RecursionError True|MemoryError True|100 threads)\r\n(Exception ignored in thread started by .*\r\nMemoryError\r\n)*0\r\n$/);
});
