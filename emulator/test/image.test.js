/** Firmware files. */
import assert from 'node:assert/strict';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { bootRom } from '../src/host/bootrom.js';
import { parseImage } from '../src/host/image.js';
import { Symbols } from '../src/host/symbols.js';

const FLASH = 2 << 20;

/** @param {number} address @param {number[]} data @param {number} flags */
function uf2Block(address, data, flags = 0x2000) {
  const block = Buffer.alloc(512);
  [0x0a324655, 0x9e5d5157, flags, address, data.length, 0, 1, 0xe48bff56].forEach((value, i) => block.writeUInt32LE(value, 4 * i));
  Buffer.from(data).copy(block, 32);
  block.writeUInt32LE(0x0ab16f30, 508);
  return block;
}

test('UF2: blocks go where they say, others than flash are passed over', () => {
  const parts = parseImage(Buffer.concat([uf2Block(0x10000100, [1, 2]), uf2Block(0x10000200, [3], 1), uf2Block(0x10000300, [4])]), FLASH);
  assert.deepEqual(parts.map(({ offset, bytes }) => [offset, ...bytes]), [[0x100, 1, 2], [0x300, 4]]);
});

test('UF2: data outside of the flash are refused', () => {
  assert.throws(() => parseImage(uf2Block(0x10200000, [1]), FLASH), /outside of the flash/);
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
  assert.deepEqual(parseImage(file, FLASH).map(({ offset, bytes }) => [offset, ...bytes]), [[0x400, 1, 2, 3, 4]]);
});

test('anything else is the flash from its start', () => {
  assert.deepEqual(parseImage(Buffer.from([9, 8]), FLASH).map(({ offset, bytes }) => [offset, ...bytes]), [[0, 9, 8]]);
});

test('names of functions, as Rust and C write them', () => {
  const names = ['_RNvNtCseold96UKqg_4core9panicking5panic', '_ZN4core3fmt5write17h0123456789abcdefE', 'main'];
  const strings = Buffer.from(`\0${names.join('\0')}\0`, 'latin1');
  const elf = Buffer.alloc(52 + 3 * 40 + 3 * 16);
  elf.writeUInt32BE(0x7f454c46, 0);
  elf.writeUInt32LE(52, 32);
  elf.writeUInt16LE(40, 46);
  elf.writeUInt16LE(3, 48);
  const symbols = 52 + 3 * 40;
  [2, symbols, 3 * 16, 2].forEach((value, i) => elf.writeUInt32LE(value, 92 + [4, 16, 20, 24][i]));
  elf.writeUInt32LE(elf.length, 132 + 16);
  let offset = 1;
  names.forEach((name, i) => {
    elf.writeUInt32LE(offset, symbols + 16 * i);
    elf.writeUInt32LE(0x10000101 + 0x100 * i, symbols + 16 * i + 4);
    elf[symbols + 16 * i + 12] = 2;
    offset += name.length + 1;
  });
  const table = new Symbols(Buffer.concat([elf, strings]));
  assert.deepEqual([0x10000100, 0x100001fe, 0x10000210, 0x10000300, 0x20000000].map((address) => table.nameOf(address)),
    ['core::panicking::panic', 'core::panicking::panic', 'core::fmt::write', 'main', '0x20000000']);
});

test('without pip and without a cache, the missing boot ROM is explained', () => {
  const path = process.env.PATH;
  process.env.PATH = '';
  try {
    assert.throws(() => bootRom(mkdtempSync(join(tmpdir(), 'rom-'))), /needs the RP2040's boot ROM.*could not be had.*bootrom-b1\.bin/s);
  } finally {
    process.env.PATH = path;
  }
});
