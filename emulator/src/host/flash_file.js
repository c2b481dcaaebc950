/** A file that holds the whole flash, so that what the board stored is there the next time. */
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { FLASH_BYTES } from '../chip/memory.js';

/** @param {string} file @returns {Uint8Array | undefined} nothing if there is no such file yet */
export function readFlash(file) {
  if (!existsSync(file)) return undefined;
  const bytes = readFileSync(file);
  if (bytes.length !== FLASH_BYTES) throw new Error(`${file} is not a flash of 2 MiB`);
  return bytes;
}

/** Never leaves a half-written file. @param {string} file @param {Uint8Array} bytes */
export function writeFlash(file, bytes) {
  writeFileSync(`${file}.new`, bytes);
  renameSync(`${file}.new`, file);
}
