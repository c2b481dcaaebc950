/** Firmware files: UF2, ELF, or the bare bytes of the flash from its start. */
import { FLASH_START } from '../chip/memory.js';

const UF2_MAGIC = 0x0a324655;
const UF2_NOT_FLASH = 1;
const UF2_BLOCK = 512;
const ELF_MAGIC = 0x464c457f;
const ELF_LOAD = 1;

/** @param {Buffer} file @param {number} flashBytes @returns {{ offset: number, bytes: Uint8Array }[]} what goes where in the flash */
export function parseImage(file, flashBytes) {
  const parts = rawParts(file);
  for (const { offset, bytes } of parts) {
    if (offset < 0 || offset + bytes.length > flashBytes) {
      throw new Error(`The image has data for 0x${(FLASH_START + offset).toString(16)}, outside of the flash of ${flashBytes >> 20} MiB.`);
    }
  }
  return parts;
}

/** @param {Buffer} file */
function rawParts(file) {
  if (file.length >= UF2_BLOCK && file.readUInt32LE(0) === UF2_MAGIC) return uf2Parts(file);
  if (file.length >= 52 && file.readUInt32LE(0) === ELF_MAGIC) return elfParts(file);
  return [{ offset: 0, bytes: file }];
}

/** @param {Buffer} file */
function uf2Parts(file) {
  const parts = [];
  for (let at = 0; at + UF2_BLOCK <= file.length; at += UF2_BLOCK) {
    if (file.readUInt32LE(at) !== UF2_MAGIC || file.readUInt32LE(at + 8) & UF2_NOT_FLASH) continue;
    const size = file.readUInt32LE(at + 16);
    parts.push({ offset: file.readUInt32LE(at + 12) - FLASH_START, bytes: file.subarray(at + 32, at + 32 + size) });
  }
  return parts;
}

/** The segments that are loaded, by their physical addresses. @param {Buffer} file */
function elfParts(file) {
  const parts = [];
  const table = file.readUInt32LE(28);
  const entrySize = file.readUInt16LE(42);
  for (let i = 0; i < file.readUInt16LE(44); i++) {
    const at = table + i * entrySize;
    const [kind, offset, , address, size] = [0, 4, 8, 12, 16].map((field) => file.readUInt32LE(at + field));
    const inFlash = address >= FLASH_START && address < FLASH_START + 0x1000000;
    if (kind === ELF_LOAD && size && inFlash) parts.push({ offset: address - FLASH_START, bytes: file.subarray(offset, offset + size) });
  }
  return parts;
}
