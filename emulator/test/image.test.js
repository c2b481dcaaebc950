/** Firmware files. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseImage } from '../src/host/image.js';

/** @param {number} address @param {number[]} data @param {number} flags */
function uf2Block(address, data, flags = 0x2000) {
  const block = Buffer.alloc(512);
  [0x0a324655, 0x9e5d5157, flags, address, data.length, 0, 1, 0xe48bff56].forEach((value, i) => block.writeUInt32LE(value, 4 * i));
  Buffer.from(data).copy(block, 32);
  block.writeUInt32LE(0x0ab16f30, 508);
  return block;
}

test('UF2: blocks go where they say, others than flash are passed over', () => {
  const parts = parseImage(Buffer.concat([uf2Block(0x10000100, [1, 2]), uf2Block(0x10000200, [3], 1), uf2Block(0x10000300, [4])]));
  assert.deepEqual(parts.map(({ offset, bytes }) => [offset, ...bytes]), [[0x100, 1, 2], [0x300, 4]]);
});

test('UF2: data outside of the flash are refused', () => {
  assert.throws(() => parseImage(uf2Block(0x10200000, [1])), /outside of the flash/);
});

test('ELF: loaded segments by physical address', () => {
  const file = Buffer.alloc(52 + 64 + 4);
  file.writeUInt32BE(0x7f454c46, 0);
  file.writeUInt32LE(52, 28);
  file.writeUInt16LE(32, 42);
  file.writeUInt16LE(2, 44);
  [1, 116, 0x20000000, 0x10000400, 4, 4].forEach((value, i) => file.writeUInt32LE(value, 52 + 4 * i));
  [1, 116, 0x20000000, 0x20000000, 4, 4].forEach((value, i) => file.writeUInt32LE(value, 84 + 4 * i));
  file.writeUInt32LE(0x04030201, 116);
  assert.deepEqual(parseImage(file).map(({ offset, bytes }) => [offset, ...bytes]), [[0x400, 1, 2, 3, 4]]);
});

test('anything else is the flash from its start', () => {
  assert.deepEqual(parseImage(Buffer.from([9, 8])).map(({ offset, bytes }) => [offset, ...bytes]), [[0, 9, 8]]);
});
