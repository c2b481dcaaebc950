/**
 * A real image with a Python prompt, from power-on: FERROPY_IMAGE names it. What is asked of it here, MicroPython does
 * as well, so that the emulator can be told from the firmware when something fails.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Board, I2cWires, Pacer, Port, RawRepl, RegisterDevice, ScriptRunner, decodePixels, serveTcp } from '../src/index.js';
import { booted, flashBytes, image, needsImage } from './support.js';

test('boots through the boot ROM to a prompt and runs Python', needsImage, () => {
  const { repl } = booted();
  assert.equal(repl.execute('print(6 * 7)').output, '42\r\n');
  assert.match(repl.execute('1 / 0').error, /ZeroDivisionError/);
});

test('the prompt is there within 20 ms of power-on', needsImage, () => {
  const repl = new RawRepl(new Board({ image, flashBytes }));
  repl.wait(() => repl.received.includes('>>> '), 0.02);
});

test('a script takes the same cycles each time, whatever came before', needsImage, () => {
  const { board } = booted();
  const runner = new ScriptRunner(new Board({ image, flashBytes }));
  const script = 'print(sum(i * i for i in range(100)))';
  const first = runner.run(script, 10);
  runner.run('open("left.txt", "w").write("x" * 5000)', 10);
  assert.deepEqual(runner.run(script, 10), first);
  assert.equal(runner.run('import os; print("left.txt" in os.listdir())', 10).output, 'False\r\n');
  assert.ok(board.nanos > 0);
});

test('a script without end is given up', needsImage, () => {
  const runner = new ScriptRunner(new Board({ image, flashBytes }));
  assert.match(runner.run('while True: pass', 1).failure, /nothing after 1 s/);
  assert.equal(runner.run('print(1)', 1).output, '1\r\n');
});

test('files survive a power cycle', needsImage, () => {
  const { board, repl } = booted();
  repl.execute('f = open("kept.txt", "w")\nf.write("kept")\nf.close()');
  board.powerOn();
  repl.received = '';
  repl.enter();
  assert.equal(repl.execute('print(open("kept.txt").read())').output, 'kept\r\n');
});

test('files that a program left open are written at a soft reset', needsImage, () => {
  const { repl } = booted();
  repl.execute('f = open("left.txt", "w")\nf.write("left")');
  repl.softReset();
  assert.equal(repl.execute('print(open("left.txt").read())').output, 'left\r\n');
});

test('directories, errors and times of files', needsImage, () => {
  const { repl } = booted();
  const { output, error } = repl.execute(`
import os, errno
os.mkdir("folder")
with open("folder/a", "w") as f:
    f.write("a" * 3000)
os.rename("folder/a", "b")
os.chdir("folder")
print(os.getcwd(), os.listdir(), sorted(os.listdir("/"))[-2:], os.stat("../b")[6], os.stat("/b")[8] > 1600000000)
os.chdir("/")
for wrong in (lambda: open("none"), lambda: os.mkdir("folder"), lambda: open("b/c"), lambda: os.rename("none", "b")):
    try:
        wrong()
    except OSError as e:
        print(errno.errorcode[e.errno], end=" ")
os.rmdir("folder")
os.remove("b")
print("folder" in os.listdir(), os.statvfs("/")[0])
`);
  assert.equal(error, '');
  assert.match(output, /^\/folder \[\] \['b', 'folder'\] 3000 (True|False)\r\nENOENT EEXIST (ENOTDIR|ENOENT) ENOENT False 4096\r\n$/);
});

test('a power cut in a write leaves a file system that mounts, with the old file or the new one', needsImage, () => {
  const { board, repl } = booted();
  repl.execute('f = open("data.txt", "w")\nf.write("old")\nf.close()');
  const before = board.flash.bytes.slice();
  const write = 'f = open("data.txt", "w")\nf.write("new" * 500)\nf.close()';
  const start = board.flash.operations;
  repl.execute(write);
  const operations = board.flash.operations - start;
  assert.ok(operations > 0);
  for (let operation = 1; operation <= operations; operation += Math.max(1, operations >> 2)) {
    for (const moment of /** @type {const} */ (['before', 'during', 'after'])) {
      const { board: cutBoard, repl: cutRepl } = booted({ image: undefined, flashContent: before });
      cutBoard.flash.cut = { operation: cutBoard.flash.operations + operation, moment };
      assert.throws(() => cutRepl.execute(write), /power cut/);
      cutBoard.powerOn();
      cutRepl.received = '';
      cutRepl.enter();
      const { output, error } = cutRepl.execute('print(open("data.txt").read()[:3])');
      assert.match(output, /^(old|new)?\r\n/, `cut ${moment} operation ${operation}: ${output}${error}`);
    }
  }
});

test('machine.reset() resets, and says so afterwards', needsImage, () => {
  const { board, repl } = booted();
  let resets = 0;
  board.onReset = () => resets++;
  repl.send('import machine; machine.reset()\x04');
  board.run({ until: () => resets === 1, nanos: 1e9 });
  board.run({ nanos: 50e6 });
  repl.received = '';
  repl.enter();
  assert.equal(repl.execute('import machine; print(machine.reset_cause() == machine.WDT_RESET)').output, 'True\r\n');
});

test('machine.bootloader() ends in the boot ROM', needsImage, () => {
  const { board, repl } = booted();
  repl.send('import machine; machine.bootloader()\x04');
  assert.equal(board.run({ nanos: 2e9 }), 'bootloader');
});

test('pins, converter, I2C and LEDs from Python', needsImage, () => {
  const { board, repl } = booted();
  board.analog.setVoltage(0, 1.65);
  const { devices } = board.i2c[0];
  devices.set(0x42, new RegisterDevice(Uint8Array.from({ length: 16 }, (_, i) => 10 * i)));
  // The controller can't send an address alone: scan() moves the pins.
  assert.ok(new I2cWires(board.pins, { scl: 5, sda: 4 }, devices));
  board.pins.drive(14, 1);
  board.pins.record(16);
  const { output, error } = repl.execute(`
from machine import Pin, I2C, SoftI2C, ADC
import neopixel
print(Pin(14, Pin.IN).value())
print(ADC(26).read_u16() // 1000)
bus = I2C(0, scl=Pin(5), sda=Pin(4))
print(bus.scan())
print(list(bus.readfrom_mem(0x42, 3, 4)))
bus.writeto_mem(0x42, 3, b"\\x07")
print(list(bus.readfrom_mem(0x42, 2, 2)))
soft = SoftI2C(scl=Pin(5), sda=Pin(4))
print(soft.scan(), list(soft.readfrom_mem(0x42, 3, 2)))
leds = neopixel.NeoPixel(Pin(16), 2)
leds[0] = (255, 0, 1)
leds[1] = (0, 170, 85)
leds.write()
`);
  assert.equal(error, '');
  assert.deepEqual(output.split('\r\n').slice(0, 6), ['1', '32', '[66]', '[30, 40, 50, 60]', '[20, 7]', '[66] [7, 40]']);
  assert.deepEqual(decodePixels(board.pins.takeEdges()), [[0, 255, 1, 170, 0, 85]]);
});

test('with BOOTSEL held at power-on the boot ROM stays in its loader', needsImage, () => {
  const board = new Board({ image, flashBytes, bootsel: true });
  board.run({ nanos: 100e6 });
  assert.ok(board.chip.cores[0].pc < 0x4000, board.chip.cores[0].pc.toString(16));
});

test('sleep takes its time, without cycles for it', needsImage, () => {
  const { repl } = booted();
  const { nanos, awakeCycles } = repl.execute('import time; time.sleep_ms(500)');
  assert.ok(nanos > 500e6 && nanos < 510e6, String(nanos));
  assert.ok(awakeCycles < 5e6, String(awakeCycles));
});

test('a TCP client after the other, and the board keeps up with the wall clock only', needsImage, async () => {
  const { connect } = await import('node:net');
  const board = new Board({ image, flashBytes });
  const pacer = new Pacer(board);
  const port = new Port(board, 'usb');
  const { server } = await serveTcp(port, pacer, { tcpPort: 0, log() {} });
  pacer.start();
  const { port: tcpPort } = /** @type {import('node:net').AddressInfo} */ (server.address());
  for (let turn = 0; turn < 2; turn++) {
    const answer = await new Promise((resolve) => {
      let text = '';
      const socket = connect(tcpPort, '127.0.0.1', () => socket.write('\r\x03print(6 * 7)\r'));
      socket.on('data', (bytes) => {
        text += bytes;
        if (/\r\n42\r\n/.test(text)) {
          socket.end();
          resolve(text);
        }
      });
    });
    assert.match(String(answer), /42/);
  }
  const [virtual, wall] = [board.nanos, performance.now()];
  await new Promise((resolve) => { setTimeout(resolve, 300); });
  const advanced = (board.nanos - virtual) / 1e6;
  assert.ok(advanced <= performance.now() - wall + 30, `${advanced} ms`);
  pacer.stop();
  server.close();
});

test('opening the port at 1200 baud and closing it reaches the firmware', needsImage, () => {
  const { board } = booted();
  let answered = 0;
  board.serial.setLineCoding(1200, () => answered++);
  board.serial.setLineState(false, false, () => answered++);
  board.run({ nanos: 100e6, until: () => answered === 2 });
  assert.equal(answered, 2);
});
