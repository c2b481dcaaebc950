/**
 * A TCP port that is the board's serial port: `mpremote connect socket://127.0.0.1:PORT`. One client at a time; when it
 * goes, the next may come, and the board runs on. Connecting sets DTR, as opening a serial port does.
 */
import { createServer } from 'node:net';

/**
 * @param {import('./port.js').Port} port @param {import('./pacer.js').Pacer} pacer
 * @param {{ tcpPort: number, log: (message: string) => void }} options
 * @returns {Promise<import('node:net').Server>} once it listens
 */
export function serveTcp(port, pacer, { tcpPort, log }) {
  /** @type {import('node:net').Socket | null} */
  let client = null;
  const server = createServer((socket) => {
    if (client) {
      socket.destroy();
      return;
    }
    client = socket;
    socket.setNoDelay(true);
    port.listen((bytes) => socket.write(bytes));
    socket.on('data', (bytes) => {
      port.send(bytes);
      pacer.kick();
    });
    socket.on('error', (error) => log(`connection: ${error.message}`));
    socket.on('close', () => {
      port.listen(null);
      client = null;
    });
  });
  return new Promise((resolve, reject) => {
    server.on('error', reject);
    server.listen(tcpPort, '127.0.0.1', () => resolve(server));
  });
}
