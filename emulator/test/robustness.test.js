/**
 * What a board bears: noise on the line in every mode of the prompt, hosts that stop reading or are unplugged, start files
 * that raise or hang. After each of it the board can be reached. FERROPY_IMAGE names the image; FERROPY_NOISE is the number
 * of random bytes for each mode, 8 000 unless given.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { RawRepl } from '../src/index.js';
import { booted, needsImage } from './support.js';

const NOISE = Number(process.env.FERROPY_NOISE ?? 8_000);
const PROMPT = '>>> ';

function prompted() {
  const { board, repl } = booted();
  repl.send('\x02');
  repl.expect(PROMPT);
  return { board, repl };
}

/** Random bytes that are the same each time. @param {number} count @param {number} seed @param {number[]} [without] */
function noise(count, seed, without = []) {
  let state = seed >>> 0 || 1;
  const bytes = [];
  while (bytes.length < count) {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    const byte = (state >>> 11) & 255;
    if (!without.includes(byte)) bytes.push(byte);
  }
  return Uint8Array.from(bytes);
}

/** As a tool does it: interrupts, enters the raw REPL, runs a program. @param {RawRepl} repl */
function assertReachable(repl) {
  const { board } = repl;
  // What is still under way is read, and so is the answer to it.
  board.run({ nanos: 2e9, until: () => board.serial.queue.length === 0 });
  for (let attempt = 0; ; attempt++) {
    repl.send('\r\x03');
    board.run({ nanos: 300e6 });
    repl.received = '';
    repl.send('\r\x03\r\x01');
    board.run({ nanos: 300e6, until: () => repl.received.endsWith('raw REPL; CTRL-B to exit\r\n>') });
    if (repl.received.endsWith('raw REPL; CTRL-B to exit\r\n>')) break;
    assert.ok(attempt < 10, `the board can't be reached; it last said ${JSON.stringify(repl.received.slice(-200))}`);
  }
  repl.received = '';
  // Tools do that first: noise may have left names and lists that take all memory.
  repl.softReset();
  const { output, error } = repl.execute('print(6 * 7)');
  assert.deepEqual([output, error], ['42\r\n', '']);
}

/** Sends bytes in packets, and reads what comes. @param {RawRepl} repl @param {Uint8Array} bytes */
function pour(repl, bytes) {
  const { board } = repl;
  for (let at = 0; at < bytes.length; at += 256) {
    board.serial.send(bytes.subarray(at, at + 256));
    board.run({ nanos: 10e9, until: () => board.serial.queue.length === 0 });
    repl.received = '';
  }
}

/** @type {[string, string, number[]][]} */
const MODES = [
  ['at the prompt', '', []],
  ['at the prompt, without keys that leave it', '', [1, 3, 4, 5]],
  ['in paste mode', '\x05', [3, 4]],
  ['in the raw REPL', '\x01', [2]],
  ['in the raw REPL, without ends', '\x01', [1, 2, 3, 4, 5]],
  ['in a raw paste', '\x01\x05A\x01', [3, 4]],
];

for (const [name, enter, without] of MODES) {
  test(`noise ${name}`, needsImage, () => {
    const { board, repl } = prompted();
    for (let seed = 1; seed <= 4; seed++) {
      repl.send(enter);
      board.run({ nanos: 20e6 });
      pour(repl, noise(NOISE / 4, seed * 7919, without));
      assertReachable(repl);
      repl.send('\x02');
      repl.expect(PROMPT);
    }
  });
}

test('a host that stops reading does not stop the board', needsImage, () => {
  const { board, repl } = prompted();
  repl.send('for i in range(2000): print("a line that nobody reads", i)\r\r');
  board.run({ nanos: 50e6 });
  board.serial.accepts = (endpoint) => endpoint !== board.serial.inEndpoint;
  board.run({ nanos: 20e9 });
  delete (/** @type {any} */ (board.serial).accepts);
  board.serial.device.poll(board.serial.inEndpoint);
  board.run({ nanos: 1e9 });
  assertReachable(repl);
});

test('a cable that is pulled in the middle of a paste', needsImage, () => {
  const { board, repl } = prompted();
  for (const enter of ['\x05', '\x01', '\x01\x05A\x01']) {
    repl.send(enter);
    board.run({ nanos: 20e6 });
    repl.send('x = 1\r'.repeat(20));
    board.run({ nanos: 20e6 });
    board.serial.setLineState(false, false);
    board.run({ nanos: 500e6 });
    // The bus is reset, as when the cable comes back.
    board.serial.device.resetBus();
    board.run({ nanos: 5e9, until: () => board.serial.connected });
    assert.ok(board.serial.connected);
    board.serial.setLineState(true, true);
    board.run({ nanos: 100e6 });
    assertReachable(repl);
    repl.send('\x02');
    repl.expect(PROMPT);
  }
});

/** The start files with this content, and then power. @param {Record<string, string>} files */
function restarted(files) {
  const { board, repl } = prompted();
  repl.send('\x01');
  repl.expect('raw REPL; CTRL-B to exit\r\n>');
  for (const [name, content] of Object.entries(files)) {
    const { error } = repl.execute(`f = open(${JSON.stringify(name)}, 'w')\nf.write(${JSON.stringify(content)})\nf.close()`);
    assert.equal(error, '');
  }
  board.powerOn();
  repl.received = '';
  board.run({ nanos: 10e9, until: () => board.serial.connected });
  return { board, repl };
}

test('boot.py that raises is told, and the prompt comes', needsImage, () => {
  const { repl } = restarted({ 'boot.py': 'import time\ntime.sleep(1)\nprint("booting")\n1 / 0\n', 'main.py': 'print("main")\n' });
  const text = repl.expect(PROMPT);
  assert.match(text, /booting/);
  assert.match(text, /boot\.py.*ZeroDivisionError/s);
  assertReachable(repl);
});

test('main.py that hangs is left with Ctrl-C', needsImage, () => {
  const { repl } = restarted({ 'main.py': 'import time\ntime.sleep(1)\nprint("main")\nwhile True: pass\n' });
  repl.expect('main\r\n');
  repl.send('\x03');
  assert.match(repl.expect(PROMPT), /KeyboardInterrupt/);
  assertReachable(repl);
});

test('main.py that hangs in a sleep is left with Ctrl-C', needsImage, () => {
  const { repl } = restarted({ 'main.py': 'import time\ntime.sleep(1)\nprint("main")\ntime.sleep(1000)\n' });
  repl.expect('main\r\n');
  repl.send('\x03');
  assert.match(repl.expect(PROMPT), /KeyboardInterrupt/);
});

test('main.py runs again at each soft reset, and not for tools', needsImage, () => {
  const { repl } = restarted({ 'main.py': 'import time\ntime.sleep(1)\nprint("ma" + "in")\n' });
  repl.expect('main\r\n');
  repl.expect(PROMPT);
  repl.send('\x04');
  assert.match(repl.expect(PROMPT), /soft reboot\r\nmain\r\n/);
  repl.send('\x01');
  repl.expect('raw REPL; CTRL-B to exit\r\n>');
  repl.send('\x04');
  assert.doesNotMatch(repl.expect('raw REPL; CTRL-B to exit\r\n>'), /main\r\n/);
});

test('boot.py that hangs is left with Ctrl-C, and main.py does not run then', needsImage, () => {
  const { repl } = restarted({ 'boot.py': 'print("boot", 1)\nwhile True: pass\n', 'main.py': 'print("main", 1)\n' });
  repl.expect('boot 1\r\n');
  repl.send('\x03');
  const text = repl.expect(PROMPT);
  assert.match(text, /KeyboardInterrupt/);
  assert.doesNotMatch(text, /main 1/);
});

test('main.py that raises, or is no Python, is told, and the prompt comes', needsImage, () => {
  for (const [source, told] of [['print(1)\nmissing\n', /NameError: name 'missing'/], ['x = (\n', /SyntaxError/]]) {
    const { repl } = restarted({ 'main.py': String(source) });
    assert.match(repl.expect(PROMPT), /** @type {RegExp} */ (told));
    repl.send('6 * 7\r');
    assert.match(repl.expect(PROMPT), /42/);
  }
});

test('opening the port at 1200 baud and closing it ends in the boot ROM', needsImage, () => {
  const { board } = prompted();
  board.serial.setLineCoding(1200);
  board.run({ nanos: 10e6 });
  board.serial.setLineState(false, false);
  assert.equal(board.run({ nanos: 1e9 }), 'bootloader');
});

test('Ctrl-C in the packet that starts something interrupts it', needsImage, () => {
  const { repl } = prompted();
  repl.send('while True: pass\r\r\x03print(6 * 7)\r');
  assert.match(repl.expect('42\r\n'), /KeyboardInterrupt/);
  repl.expect(PROMPT);
  repl.send('\x05while True: pass\r\x04dropped\x03');
  assert.match(repl.expect(PROMPT), /KeyboardInterrupt/);
  repl.send('\x01');
  repl.expect('raw REPL; CTRL-B to exit\r\n>');
  repl.send('while True: pass\r\x04\x03');
  assert.match(repl.expect('\x04>'), /OK\x04[^]*KeyboardInterrupt/);
  repl.send('\x02');
  repl.expect(PROMPT);
  // What comes before anything is started belongs to the prompt.
  repl.send('if 1:\r\x03print(6 * 7)\r');
  assert.doesNotMatch(repl.expect('42\r\n'), /KeyboardInterrupt/);
});

test('after a failure of ours in boot.py or main.py both are left out once, and the place is told', needsImage, () => {
  for (const file of ['boot.py', 'main.py']) {
    const { board, repl } = restarted({ [file]: 'print("started", 1)\nwhile True: pass\n' });
    const fail = () => board.chip.cores[0].raiseFault('the test wants it');
    repl.expect('started 1\r\n');
    fail();
    const text = repl.expect(PROMPT);
    assert.match(text, /failed and started again: fault at 0x[0-9a-f]{8}, called from/);
    assert.match(text, /boot\.py or main\.py: both are left out/);
    assert.doesNotMatch(text, /started 1/);
    repl.send('6 * 7\r');
    assert.match(repl.expect(PROMPT), /42/);
    repl.send('\x04');
    repl.expect('started 1\r\n');
    repl.send('\x03');
    repl.expect(PROMPT);
    // A failure at the prompt is not theirs.
    repl.send('while True: pass\r\r');
    board.run({ nanos: 50e6 });
    fail();
    assert.doesNotMatch(repl.expect('started 1\r\n'), /left out/);
  }
});

test('what only the compiler of MicroPython knows needs no import', needsImage, () => {
  const { repl } = prompted();
  repl.send('\x01');
  repl.expect('raw REPL; CTRL-B to exit\r\n>');
  const { output, error } = repl.execute(`
@micropython.native
def double(number):
    return number * TWO
TWO = const(2)
print(double(3))
try:
    compose
except NameError as wrong:
    print(wrong)
from collections import *
print(deque, len(__import__("collections").__all__))
`);
  assert.equal(error, '');
  assert.equal(output.split('\r\n')[1], "name 'compose' is not defined");
});

test('a program that leaves memory locked does not lock the next one', needsImage, () => {
  const { repl } = prompted();
  repl.send('\x01');
  repl.expect('raw REPL; CTRL-B to exit\r\n>');
  assert.match(repl.execute('import micropython\nmicropython.heap_lock()\nx = [1] * 3').error, /MemoryError/);
  assert.equal(repl.execute('print([1] * 3)').output, '[1, 1, 1]\r\n');
});

test('keys of the prompt: history, completion, indentation, paste mode', needsImage, () => {
  const { board, repl } = prompted();
  const type = (/** @type {string} */ keys) => {
    repl.send(keys);
    return repl.expect(PROMPT);
  };
  assert.match(type('1 + 1\r'), /\r\n2\r\n$/);
  assert.match(type('\x1b[A\r'), /1 \+ 1\r\n2\r\n$/);
  type('word = "abc"\r');
  assert.match(type('word.upp\t)\r'), /upper\(\)\r\n'ABC'\r\n$/);
  assert.match(type('for i in range(2):\rprint(i)\r\r'), /\.\.\.     print\(i\)\r\n\.\.\.     \r\n0\r\n1\r\n$/);
  assert.match(type('prnt\x1b[D\x1b[D\x1b[D\x1b[Ci\x05(3)\r'), /3\r\n$/);
  assert.match(type('\x05if 1:\r    print(4)\r\x04'), /=== if 1:\r\n===     print\(4\)\r\n=== \r\n4\r\n$/);
  assert.match(type('junk\x03'), /junk\r\n$/);
  // Beginning, end, to the end, to the beginning, backwards, forwards: Ctrl-A, E, K, U, B, F; Home, End, Delete.
  assert.match(type('0b\x01print(\x1b[3~\x1b[3~12\x1b[F)\r'), /\r\n12\r\n$/);
  assert.match(type('34\x1b[H1\x0btypo\x15print(56)\r'), /\r\n56\r\n$/);
  assert.match(type('print(78)9\x7f\r'), /\r\n78\r\n$/);
  assert.match(type('\x1b[A\x1b[A\x1b[B\r'), /\r\n78\r\n$/);
  // Several names: they are shown, and the line stays.
  assert.match(type('import sys\r'), /import sys\r\n$/);
  repl.send('sys.std\t');
  assert.match(repl.expect('sys.std', 2) + repl.expect('sys.std', 2), /stdin/);
  type('\x03');
  // What is pasted and given up is not run, nor is an indentation added to it.
  assert.match(type('\x05print(90)\r\x03'), /=== print\(90\)\r\n=== \r\n$/);
  assert.match(type('\x05class A:\r    x = 9\r\r    y = x + 1\rprint(A.y)\r\x04'), /\r\n10\r\n$/);
  assert.match(type('\x02'), /Ferropy/);
  repl.send('while True: pass\r\r');
  board.run({ nanos: 100e6 });
  assert.match(type('\x03'), /KeyboardInterrupt/);
});
