/** The board's own files: damaged ones are reported and kept, and the volume can be taken away, made anew and brought back. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Board, RawRepl, TYPICAL_TIMES } from '../src/index.js';
import { flashBytes, image, needsImage } from './support.js';

/** @param {RawRepl} repl @param {string} program */
function run(repl, program) {
  const { output, error } = repl.execute(program);
  assert.equal(error, '', program);
  return output.replaceAll('\r', '').trim();
}

test('damaged files are reported and kept, and the board starts', needsImage, (t) => {
  const board = new Board({ image, flashBytes });
  const repl = new RawRepl(board);
  repl.enter();
  const hasFlash = run(repl, 'try:\n    import rp2, _flash\n    print(hasattr(rp2, "Flash"))\nexcept ImportError:\n    print(False)');
  if (hasFlash !== 'True') return t.skip('no rp2.Flash, or not ours');
  const size = Number(run(repl, `
import os, _flash
os.mkdir('/a')
for number in range(20):
    with open('/a/%d' % number, 'w') as f:
        f.write('x' * 300)
print(_flash.size())
`));
  const start = flashBytes - size;
  for (const block of [0, 1]) board.flash.bytes.fill(0, start + block * 4096 + 24, start + block * 4096 + 80);
  const damaged = board.flash.bytes.slice(start);
  board.chip.flashChanged(start, 8192);
  board.powerOn();
  repl.received = '';
  repl.enter();
  assert.equal(run(repl, "import os\ntry:\n    os.listdir('/')\nexcept OSError:\n    print('no files')"), 'no files');
  assert.deepEqual(board.flash.bytes.slice(start), damaged);
  repl.send('\x04');
  repl.expect('damaged');
  repl.expect('raw REPL; CTRL-B to exit\r\n>');
  run(repl, 'import vfs, rp2\nvfs.VfsLfs2.mkfs(rp2.Flash(), progsize=256)');
  repl.softReset();
  assert.equal(run(repl, "import os\nprint(os.listdir('/'))"), '[]');
});

test('the volume is taken away, made anew and brought back', needsImage, (t) => {
  const repl = new RawRepl(new Board({ image, flashBytes }));
  repl.enter();
  if (run(repl, 'import rp2\nprint(hasattr(rp2, "Flash"))') !== 'True') return t.skip('no rp2.Flash');
  assert.equal(run(repl, `
import os, vfs, rp2
with open('/old', 'w') as f:
    f.write('old')
flash = rp2.Flash()
vfs.umount('/')
try:
    open('/old')
except OSError as e:
    print(e.errno)
vfs.VfsLfs2.mkfs(flash, progsize=256)
vfs.mount(flash, '/')
print(os.listdir('/'))
with open('/new', 'w') as f:
    f.write('new')
`), '19\n[]');
  repl.softReset();
  assert.equal(run(repl, "import os\nprint(os.listdir('/'), open('/new').read())"), "['new'] new");
});

test('nothing that comes over USB is lost while the flash erases and programs', needsImage, () => {
  const board = new Board({ image, flashBytes, flashTimes: TYPICAL_TIMES });
  const repl = new RawRepl(board);
  repl.enter();
  const count = 6000;
  repl.send(`
import sys
got = bytearray()
print('ready')
while len(got) < ${count}:
    with open('busy', 'w') as f:
        f.write('x' * 5000)
    for _ in range(10):
        if len(got) < ${count}:
            got += sys.stdin.buffer.read(100)
print(len(got), all(got[i] == 32 + i % 90 for i in range(len(got))))
\x04`);
  repl.expect('ready');
  board.serial.send(Uint8Array.from({ length: count }, (_, i) => 32 + (i % 90)));
  repl.expect(`${count} True`, 120);
});
