/** A file that holds the whole flash, so that what the board stored is there the next time. */
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';

/** @param {string} file @param {number} size in bytes @returns {Uint8Array | undefined} nothing if there is no such file yet */
export function readFlash(file, size) {
  if (!existsSync(file)) return undefined;
  const bytes = readFileSync(file);
  if (bytes.length !== size) throw new Error(`${file} is not a flash of ${size >> 20} MiB`);
  return bytes;
}

/** Never leaves a half-written file. @param {string} file @param {Uint8Array} bytes */
export function writeFlash(file, bytes) {
  writeFileSync(`${file}.new`, bytes);
  renameSync(`${file}.new`, file);
}
