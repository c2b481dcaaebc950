/**
 * The power goes in the middle of writing, appending, renaming and removing files, again and again on the same board: each
 * time the files mount, the one that was worked on is the old one or the new one, and all others are as they were.
 *
 * FERROPY_CUTS says how often (500 for the whole), FERROPY_SEED where the random numbers begin.
 */
import assert from 'node:assert/strict';
import { crc32 } from 'node:zlib';
import { test } from 'node:test';
import { Board, RawRepl, Snapshot } from '../src/index.js';
import { flashBytes, image, needsImage } from './support.js';

const cuts = Number(process.env.FERROPY_CUTS ?? 60);
const seed = Number(process.env.FERROPY_SEED ?? 1);
const SECTOR = 4096;
const MOMENTS = /** @type {const} */ (['before', 'during', 'after']);

/** What the board runs once after each start: a function that lists all files with their sums. */
const TOOLS = `
import os, binascii
def files(folder):
    for name, kind, _, size in os.ilistdir(folder):
        path = folder + '/' + name
        if kind == 0x4000:
            files(path)
        else:
            with open(path, 'rb') as f:
                print(path, binascii.crc32(f.read()))
def put(path, mode, byte, size):
    with open(path, mode) as f:
        for at in range(0, size, 700):
            f.write(bytes((byte,)) * min(700, size - at))
`;

/** Marsaglia's xorshift. @param {number} state */
function randomNumbers(state) {
  return (/** @type {number} */ bound) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % bound;
  };
}

/** Files by path, each as what it is made of: bytes and how many of them. @typedef {Map<string, [number, number][]>} Tree */

/** @param {[number, number][]} content */
function sumOf(content) {
  return crc32(Buffer.concat(content.map(([byte, size]) => Buffer.alloc(size, byte)))) >>> 0;
}

/** @param {Tree} tree */
function sizeOf(tree) {
  return [...tree.values()].flat().reduce((sum, [, size]) => sum + size, 0);
}

/** @param {Tree} tree */
function listing(tree) {
  return [...tree].map(([path, content]) => `${path} ${sumOf(content)}`).sort().join('\n');
}

/**
 * A piece of work: the program for it, and what may be found if it is interrupted, the last of which is what it leads to.
 * @param {(bound: number) => number} random @param {Tree} now
 */
function work(random, now) {
  const name = () => `${['', '/a', '/a/b'][random(3)]}/f${random(4)}`;
  const [path, other] = [name(), name()];
  const [byte, size] = [random(256), [40, 400, 3000, 9000][random(4)]];
  const [between, after] = [new Map(now), new Map(now)];
  const kind = random(8);
  if (kind < 5) {
    const mode = kind < 3 ? 'wb' : 'ab';
    if (!now.has(path)) between.set(path, []);
    after.set(path, [...(kind < 3 ? [] : now.get(path) ?? []), [byte, size]]);
    return { program: `put('${path}', '${mode}', ${byte}, ${size})`, allowed: [now, between, after] };
  }
  const content = now.get(path);
  if (content === undefined) return { program: '', allowed: [now] };
  after.delete(path);
  if (kind === 7) return { program: `os.remove('${path}')`, allowed: [now, after] };
  after.set(other, content);
  return { program: `os.rename('${path}', '${other}')`, allowed: [now, after] };
}

test(`${cuts} power cuts lose nothing`, needsImage, () => {
  const random = randomNumbers(0x9e3779b9 ^ seed);
  const board = new Board({ image, flashBytes });
  const off = new Snapshot(board);
  const repl = new RawRepl(board);
  repl.enter();
  const run = (/** @type {string} */ program) => {
    const { output, error } = repl.execute(program);
    assert.equal(error, '', program);
    return output.replaceAll('\r', '').trim();
  };
  // With a snapshot the emulator keeps its translation of the program.
  const powerOn = () => {
    const flash = board.flash.bytes.slice();
    off.restore();
    for (let at = 0; at < flash.length; at += SECTOR) {
      if (Buffer.compare(flash.subarray(at, at + SECTOR), board.flash.bytes.subarray(at, at + SECTOR)) === 0) continue;
      board.flash.bytes.set(flash.subarray(at, at + SECTOR), at);
      board.chip.flashChanged(at, SECTOR);
    }
    repl.received = '';
    repl.enter();
  };
  const room = Number(run("import os\ns = os.statvfs('/')\nprint(s[0] * s[2])"));
  run(`${TOOLS}os.mkdir('/a')\nos.mkdir('/a/b')`);
  /** @type {Tree} */
  let now = new Map();
  for (let cut = 1; cut <= cuts; cut++) {
    // A full volume is another test's.
    while (sizeOf(now) > Math.min(room / 4, 200_000)) {
      const [path] = now.keys();
      run(`os.remove('${path}')`);
      now.delete(path);
    }
    board.flash.cut = { operation: board.flash.operations + 1 + random(40), moment: MOMENTS[random(3)] };
    /** @type {Tree[]} */
    let allowed = [now];
    let last = '';
    try {
      for (;;) {
        const { program, allowed: states } = work(random, now);
        if (program === '') continue;
        [allowed, last] = [states, program];
        run(program);
        now = states[states.length - 1];
        allowed = [now];
      }
    } catch (error) {
      assert.match(String(error), /power cut/);
    }
    powerOn();
    const found = run(`${TOOLS}files('')`).split('\n').sort().join('\n');
    const state = allowed.find((tree) => listing(tree) === found);
    assert.ok(state, `cut ${cut} in ${last}: found\n${found}\nnot one of\n${allowed.map(listing).join('\nor\n')}`);
    now = state;
  }
});
