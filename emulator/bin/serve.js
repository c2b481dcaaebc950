#!/usr/bin/env node
/** The board's serial port as a TCP port on this computer, for mpremote and other tools. */
import { BootDrive } from '../src/host/drive.js';
import { boardFromOptions, readOptions } from '../src/host/options.js';
import { Pacer } from '../src/host/pacer.js';
import { Port } from '../src/host/port.js';
import { serveTcp } from '../src/host/tcp.js';

const { values } = readOptions('node emulator/bin/serve.js --image FILE [--port PORT]', {
  port: { type: 'string', help: 'PORT  TCP port on 127.0.0.1; 0, the default, takes a free one' },
  drive: { type: 'string', help: 'FOLDER  that is the boot loader\'s drive: a firmware that is copied into it is started' },
  uart: { type: 'boolean', help: 'serve UART0 instead of USB' },
});
const board = boardFromOptions(values);
const port = new Port(board, values.uart ? 'uart0' : 'usb');
const pacer = new Pacer(board);
const drive = values.drive ? new BootDrive(values.drive) : null;
pacer.onStop = (/** @type {string} */ stop) => {
  if (stop === 'bootloader' && drive) {
    // The serial port is gone while the boot loader runs.
    unplug();
    drive.show((file) => {
      board.load(file);
      board.powerOn();
      pacer.start();
    });
    return;
  }
  console.error(`the board stopped: ${stop}${board.halt ? ` (${board.halt.detail})` : ''}`);
  process.exit(1);
};
const log = (/** @type {string} */ message) => console.error(message);
const { server, unplug } = await serveTcp(port, pacer, { tcpPort: Number(values.port ?? 0), log, told: values.verbose ? log : undefined });
pacer.start();
const { port: number } = /** @type {import('node:net').AddressInfo} */ (server.address());
console.log(`listening: mpremote connect socket://127.0.0.1:${number}`);
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => process.exit(0));
