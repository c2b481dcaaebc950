/** Names of functions by address, out of an ELF file's symbol table. */

const SYMBOL_TABLE = 2;
const FUNCTION = 2;

/** @typedef {{ start: number, name: string }} FunctionSymbol */

export class Symbols {
  /** @param {Buffer} elf */
  constructor(elf) {
    if (elf.readUInt32BE(0) !== 0x7f454c46) throw new Error('names of functions are in ELF files only');
    /** @type {FunctionSymbol[]} */
    this.functions = readFunctions(elf).sort((a, b) => a.start - b.start);
  }

  /** The function that begins at or before an address. @param {number} address */
  nameOf(address) {
    if (address < 0x4000) return `boot ROM 0x${address.toString(16)}`;
    let [low, high] = [0, this.functions.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.functions[middle].start <= address) low = middle + 1;
      else high = middle;
    }
    const found = this.functions[low - 1];
    return found && found.start >>> 28 === address >>> 28 ? found.name : `0x${address.toString(16)}`;
  }
}

/** @param {Buffer} elf @returns {FunctionSymbol[]} */
function readFunctions(elf) {
  const sections = elf.readUInt32LE(32);
  const sectionSize = elf.readUInt16LE(46);
  const functions = [];
  for (let i = 0; i < elf.readUInt16LE(48); i++) {
    const section = sections + i * sectionSize;
    if (elf.readUInt32LE(section + 4) !== SYMBOL_TABLE) continue;
    const [offset, size, link] = [16, 20, 24].map((field) => elf.readUInt32LE(section + field));
    const names = elf.readUInt32LE(sections + link * sectionSize + 16);
    for (let at = offset; at < offset + size; at += 16) {
      if ((elf[at + 12] & 15) !== FUNCTION) continue;
      const name = names + elf.readUInt32LE(at);
      const start = (elf.readUInt32LE(at + 4) & ~1) >>> 0;
      functions.push({ start, name: demangle(elf.toString('latin1', name, elf.indexOf(0, name))) });
    }
  }
  return functions;
}

/** @param {string} name as the linker has it */
function demangle(name) {
  return name.startsWith('_R') ? readableV0(name) : name.startsWith('_ZN') ? readableLegacy(name) : name;
}

/** Rust's mangling v0 (RFC 2603), down to the identifiers in it: path, then types. @param {string} name */
function readableV0(name) {
  const parts = [];
  let at = 2;
  while (at < name.length) {
    const skipped = /^[sB][0-9a-zA-Z]*_/.exec(name.slice(at)); // disambiguators and references to earlier parts
    const length = /^([1-9][0-9]*)_?/.exec(name.slice(at));
    if (skipped) {
      at += skipped[0].length;
    } else if (length) {
      const start = at + length[0].length;
      at = start + Number(length[1]);
      parts.push(name.slice(start, at));
    } else {
      at += 1;
    }
  }
  return parts.join('::');
}

/** Rust's older mangling: `_ZN`, then each part after its length, the last one a hash. @param {string} name */
function readableLegacy(name) {
  const parts = [];
  let rest = name.slice(3);
  for (let length = parseInt(rest, 10); length > 0; length = parseInt(rest, 10)) {
    const start = String(length).length;
    parts.push(rest.slice(start, start + length));
    rest = rest.slice(start + length);
  }
  return parts.slice(0, -1).join('::');
}
