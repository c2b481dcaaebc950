/**
 * A TCP port that is the board's serial port: `mpremote connect socket://127.0.0.1:PORT`. One client at a time; the
 * next one takes its place, and the board runs on; while it does not run there is none. DTR is set all the time, as if a
 * program held the port open.
 */
import { createServer } from 'node:net';

/**
 * @param {import('./port.js').Port} port @param {import('./pacer.js').Pacer} pacer
 * @param {{ tcpPort: number, log: (message: string) => void, told?: (message: string) => void }} options
 *   `log` gets what is wrong, `told` what is worth knowing
 * @returns {Promise<{ server: import('node:net').Server, unplug: () => void }>} once it listens; `unplug` sends the client
 *   away
 */
export function serveTcp(port, pacer, { tcpPort, log, told = () => {} }) {
  /** @type {import('node:net').Socket | null} */
  let client = null;
  const server = createServer((socket) => {
    if (port.board.stop) {
      socket.destroy();
      return;
    }
    client?.destroy();
    client = socket;
    const start = [port.board.nanos, port.board.sleptNanos];
    socket.setNoDelay(true);
    port.listen((bytes) => socket.write(bytes));
    socket.on('data', (bytes) => {
      port.send(bytes);
      pacer.kick();
    });
    socket.on('error', (/** @type {NodeJS.ErrnoException} */ error) => {
      if (error.code !== 'EPIPE' && error.code !== 'ECONNRESET') log(`connection: ${error.message}`);
    });
    socket.on('close', () => {
      const [nanos, slept] = [port.board.nanos - start[0], port.board.sleptNanos - start[1]];
      told(`a client has left after ${(nanos / 1e9).toFixed(3)} s of virtual time, ${((nanos - slept) / 1e9).toFixed(3)} s of them awake`);
      if (client !== socket) return;
      port.listen(null);
      client = null;
    });
  });
  return new Promise((resolve, reject) => {
    server.on('error', reject);
    server.listen(tcpPort, '127.0.0.1', () => resolve({ server, unplug: () => client?.destroy() }));
  });
}
