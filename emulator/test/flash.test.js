/** The flash as a chip on its own, and a firmware's writes with the power failing. */
import assert from 'node:assert/strict';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { Flash } from '../src/chip/flash.js';
import { readFlash, writeFlash } from '../src/host/flash_file.js';

/** @param {Flash} flash @param {...number} bytes */
function command(flash, ...bytes) {
  const answer = bytes.map((byte) => flash.transfer(byte));
  flash.deselect();
  return answer;
}

const at = (/** @type {number} */ address) => [address >> 16, (address >> 8) & 255, address & 255];
const program = (/** @type {Flash} */ flash, /** @type {number} */ address, /** @type {number[]} */ data) => {
  command(flash, 0x06);
  command(flash, 0x02, ...at(address), ...data);
};
const erase = (/** @type {Flash} */ flash, /** @type {number} */ address) => {
  command(flash, 0x06);
  command(flash, 0x20, ...at(address));
};

test('identification', () => {
  const flash = new Flash();
  assert.deepEqual(command(flash, 0x9f, 0, 0, 0).slice(1), [0xef, 0x40, 0x15]);
  assert.deepEqual(command(flash, 0x4b, 0, 0, 0, 0, ...new Array(8).fill(0)).slice(5), flash.uniqueId);
});

test('programming clears bits, erasing sets them', () => {
  const flash = new Flash();
  program(flash, 0x1000, [0xf0, 0x0f]);
  program(flash, 0x1000, [0x3c, 0xff]);
  assert.deepEqual(command(flash, 0x03, ...at(0x1000), 0, 0, 0).slice(4), [0x30, 0x0f, 0xff]);
  erase(flash, 0x1234);
  assert.equal(flash.bytes[0x1000], 0xff);
  assert.deepEqual([flash.erases, flash.programs, flash.operations], [1, 2, 3]);
});

test('a larger flash says so, and is erased as a whole', () => {
  const flash = new Flash({ bytes: 4 << 20 });
  assert.equal(command(flash, 0x9f, 0, 0, 0)[3], 0x16);
  program(flash, 0x300000, [0]);
  command(flash, 0x06);
  command(flash, 0xc7);
  assert.ok(flash.bytes.every((byte) => byte === 0xff));
});

test('without write enable nothing changes', () => {
  const flash = new Flash();
  command(flash, 0x02, ...at(0), 0);
  assert.equal(flash.bytes[0], 0xff);
  assert.equal(flash.operations, 0);
});

test('programming wraps within its page', () => {
  const flash = new Flash();
  program(flash, 0x10fe, [1, 2, 3]);
  assert.deepEqual([...flash.bytes.subarray(0x10fe, 0x1101)], [1, 2, 0xff]);
  assert.equal(flash.bytes[0x1000], 3);
});

test('erasing takes its time', () => {
  const flash = new Flash({ eraseMillis: 45 });
  const clock = { nanos: 0 };
  flash.owner = { clock, flashChanged() {} };
  erase(flash, 0);
  assert.equal(command(flash, 0x05, 0)[1] & 1, 1);
  clock.nanos = 45e6;
  assert.equal(command(flash, 0x05, 0)[1] & 1, 0);
});

for (const [moment, expected] of /** @type {const} */ ([['before', 'nothing'], ['during', 'a part'], ['after', 'all']])) {
  test(`a power cut ${moment} programming leaves ${expected}`, () => {
    const flash = new Flash();
    let cuts = 0;
    flash.onPowerCut = () => cuts++;
    flash.cut = { operation: 2, moment };
    program(flash, 0, new Array(256).fill(0));
    program(flash, 256, new Array(256).fill(0));
    assert.equal(cuts, 1);
    const programmed = flash.bytes.subarray(256, 512).filter((byte) => byte === 0).length;
    if (moment === 'before') assert.equal(programmed, 0);
    if (moment === 'during') assert.ok(programmed >= 128 && programmed < 256, String(programmed));
    if (moment === 'after') assert.equal(programmed, 256);
  });
}

test('a power cut while erasing leaves some bits, the same each time', () => {
  const results = [0, 1].map(() => {
    const flash = new Flash();
    program(flash, 0, new Array(256).fill(0));
    flash.cut = { operation: 2, moment: 'during' };
    erase(flash, 0);
    return [...flash.bytes.subarray(0, 256)];
  });
  assert.deepEqual(results[0], results[1]);
  assert.ok(results[0].some((byte) => byte !== 0 && byte !== 0xff));
});

test('a flash survives in a file', () => {
  const file = join(mkdtempSync(join(tmpdir(), 'flash-')), 'flash.bin');
  assert.equal(readFlash(file, 2 << 20), undefined);
  const flash = new Flash();
  program(flash, 77, [7]);
  writeFlash(file, flash.bytes);
  assert.equal(readFlash(file, 2 << 20)?.[77], 7);
});
