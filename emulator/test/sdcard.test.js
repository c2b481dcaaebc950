/** An SD card on the board's SPI: files written there are read here by mtools, and the other way round. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { Board, RawRepl, SdCard } from '../src/index.js';
import { flashBytes, image, needsImage } from './support.js';

const CHIP_SELECT = 17;

const OPEN = `
import vfs, os, sdcard
from machine import SPI, Pin
sd = sdcard.SDCard(SPI(0, sck=Pin(18), mosi=Pin(19), miso=Pin(16)), Pin(${CHIP_SELECT}), baudrate=8000000)
`;

/** What a tool for FAT images says; nothing where it is not installed. @param {string} name @param {string[]} args */
function tool(name, args) {
  try {
    return execFileSync(name, args, { env: { ...process.env, PATH: `${process.env.PATH}:/usr/sbin:/sbin` }, stdio: ['ignore', 'pipe', 'inherit'] });
  } catch (error) {
    if (/** @type {any} */ (error).code === 'ENOENT') return undefined;
    throw error;
  }
}

/** @param {boolean} isLarge @param {number} bytes */
function boardWithCard(isLarge, bytes) {
  const board = new Board({ image, flashBytes });
  const card = new SdCard(new Uint8Array(bytes), { isLarge });
  board.spi[0].device = card;
  board.pins.watch(CHIP_SELECT, ({ level }) => card.select(level));
  const repl = new RawRepl(board);
  repl.enter();
  const run = (/** @type {string} */ program) => {
    const { output, error } = repl.execute(program, 600);
    assert.equal(error, '');
    return output.replaceAll('\r', '').trim();
  };
  return { card, run, hasSpi: run("import machine\nprint(hasattr(machine, 'SPI'))") === 'True' };
}

for (const [kind, isLarge, bytes] of /** @type {const} */ ([['large', true, 40 << 20], ['small', false, 2 << 20]])) {
  test(`files on a ${kind} SD card`, needsImage, (t) => {
    const { card, run, hasSpi } = boardWithCard(isLarge, bytes);
    if (!hasSpi) return t.skip('the firmware has no SPI');
    const folder = mkdtempSync(join(tmpdir(), 'sdcard-'));
    const file = join(folder, 'card.img');
    try {
      assert.equal(run(`${OPEN}print(sd.ioctl(4, 0))\nvfs.VfsFat.mkfs(sd)`), String(bytes / 512));
      assert.equal(run(`
vfs.mount(sd, '/sd')
os.mkdir('/sd/logs')
for number in range(3):
    with open('/sd/logs/Measured values %d.txt' % number, 'w') as f:
        f.write('line %d\\n' % number * 1000)
print(sorted(os.listdir('/sd/logs')), os.listdir('/'))
vfs.umount('/sd')
`), "['Measured values 0.txt', 'Measured values 1.txt', 'Measured values 2.txt'] ['sd']");
      writeFileSync(file, card.image);
      if (tool('fsck.fat', ['-n', file]) === undefined) return t.skip('no dosfstools and mtools');
      const copy = join(folder, 'copy');
      tool('mcopy', ['-i', file, '::logs/Measured values 2.txt', copy]);
      assert.equal(readFileSync(copy, 'latin1'), 'line 2\n'.repeat(1000));
      writeFileSync(copy, 'from here\n'.repeat(500));
      tool('mcopy', ['-i', file, copy, '::from here.txt']);
      card.image.set(readFileSync(file));
      assert.equal(run(`
vfs.mount(sd, '/sd')
print(sum(line == 'from here\\n' for line in open('/sd/from here.txt')))
vfs.umount('/sd')
`), '500');
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
}

test('a board without a card says so', needsImage, (t) => {
  const { card, run, hasSpi } = boardWithCard(true, 1 << 20);
  if (!hasSpi) return t.skip('the firmware has no SPI');
  card.select = () => { card.isSelected = false; };
  assert.match(run(`try:${OPEN.replaceAll('\n', '\n    ')}\nexcept OSError as e:\n    print(e)`), /no SD card/);
});
