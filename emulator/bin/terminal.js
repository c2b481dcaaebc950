#!/usr/bin/env node
/** A prompt on the emulated board. Ctrl-] leaves. Input that is not a terminal is sent, and the end of it ends all. */
import { boardFromOptions, readOptions } from '../src/host/options.js';
import { Pacer } from '../src/host/pacer.js';
import { Port } from '../src/host/port.js';

const LEAVE = 0x1d;
/** After the end of piped input: quiet for so long means done. */
const QUIET_MS = 300;

const { values } = readOptions('node emulator/bin/terminal.js --image FILE', {
  uart: { type: 'boolean', help: 'talk to UART0 instead of USB' },
});
const board = boardFromOptions(values);
const port = new Port(board, values.uart ? 'uart0' : 'usb');
const pacer = new Pacer(board);
let lastOutput = performance.now();

port.listen((bytes) => {
  lastOutput = performance.now();
  process.stdout.write(bytes);
});
pacer.onStop = (/** @type {string} */ stop) => leave(`the board stopped: ${stop}${board.halt ? ` (${board.halt.detail})` : ''}`, 1);

const { stdin } = process;
if (stdin.isTTY) {
  stdin.setRawMode(true);
  console.error('Ctrl-] leaves.');
}
stdin.on('data', (bytes) => {
  const at = stdin.isTTY ? bytes.indexOf(LEAVE) : -1;
  port.send(at < 0 ? bytes : bytes.subarray(0, at));
  pacer.kick();
  if (at >= 0) leave('', 0);
});
stdin.on('end', () => {
  setInterval(() => {
    const isBusy = board.serial.queue.length > 0 || board.uarts[0].queue.length > 0 || !pacer.boardSleeps;
    if (isBusy) lastOutput = performance.now();
    else if (performance.now() - lastOutput > QUIET_MS) leave('', 0);
  }, 50);
});
pacer.start();

/** @param {string} message @param {number} status */
function leave(message, status) {
  if (stdin.isTTY) stdin.setRawMode(false);
  if (message) console.error(`\n${message}`);
  process.exit(status);
}
