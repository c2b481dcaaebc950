/** What programs for MicroPython find on a board without an import, and modules by their old names. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Board, ScriptRunner } from '../src/index.js';
import { flashBytes, image, needsImage } from './support.js';

function run(program) {
  const runner = new ScriptRunner(new Board({ image, flashBytes }));
  const { output, error, failure } = runner.run(program, 60);
  assert.equal(failure, '');
  assert.equal(error, '');
  return output.replaceAll('\r\n', '\n');
}

test('const declares constants, and decorators are those of MicroPython', needsImage, () => {
  assert.equal(run(`
_SIZE = const(4)
LIMIT = const(_SIZE * 2)
@micropython.native
def f():
    return _SIZE, LIMIT
print(f(), "_SIZE" in globals(), "LIMIT" in globals())
for wrong in ("A = const(missing)", "LIMIT = const(1); LIMIT = 2", "@micropython.asm_thumb\\ndef f(): pass",
              "@micropython.native.a\\ndef f(): pass"):
    try:
        exec(wrong)
    except SyntaxError as error:
        print(error.msg)
def const(x): return x + 1
A = const(1)
print(A)
`), `(4, 8) False True
not a constant
cannot assign to constant
invalid micropython decorator
invalid micropython decorator
2
`);
});

test('constants of an imported file are known in all of it', needsImage, () => {
  assert.equal(run(`
with open('declared.py', 'w') as file:
    _ = file.write('from micropython import const\\n_A = const(5)\\nB = const(_A + 1)\\n')
    for i in range(300):
        _ = file.write('def f%d(x):\\n    return x + _A * B + %d\\n' % (i, i))
import declared
print(declared.f0(1), declared.f299(1), declared.B, hasattr(declared, '_A'))
`), '31 330 6 False\n');
});

test('execfile runs a file where it is called', needsImage, () => {
  assert.equal(run(`
import io, vfs
with open('part.py', 'w') as file:
    _ = file.write('x = 5\\nprint("part", __name__)\\n')
execfile('part.py')
names = {}
execfile('part.py', names)
print(x, names['x'])
for wrong in (b'part.py', 'missing.py'):
    try:
        execfile(wrong)
    except (TypeError, OSError) as error:
        print(error)

class File(io.IOBase):
    def __init__(self, data):
        self.data = data
    def readinto(self, buffer):
        part, self.data = self.data[:len(buffer)], self.data[len(buffer):]
        buffer[:len(part)] = part
        return len(part)

class Files:
    def mount(self, readonly, mkfs): pass
    def umount(self): pass
    def stat(self, path):
        if path not in ('/own.py', 'own.py'): raise OSError(2)
        return (0x8000,) + (0,) * 9
    def open(self, path, mode): return File(b'y = 7\\n' + b'# long\\n' * 200)

vfs.mount(Files(), '/own')
execfile('/own/own.py')
import sys
sys.path.append('/own')
import own
print(y, own.y)
`), `part __main__
part builtins
5 5
filename must be a string
[Errno 2] No such file or directory: 'missing.py'
7 7
`);
});

test('a module with an old name is the builtin one, whatever lies beside it', needsImage, () => {
  assert.equal(run(`
with open('utime.py', 'w') as file:
    _ = file.write('hidden = True\\n')
import time, utime
print(utime is time, hasattr(utime, 'hidden'))
`), 'True False\n');
});

test('help tells what there is', needsImage, () => {
  const output = run(`
class Sensor:
    rate = 5
help(Sensor)
help(Sensor())
help('modules')
`);
  assert.match(output, /^object <class '__main__\.Sensor'> is of type type\n {2}rate -- 5\nobject <.*> is of type Sensor\n {2}rate -- 5\n/);
  for (const name of ['machine', 'rp2', 'deflate', 'uctypes']) assert.match(output, new RegExp(`\\b${name}\\b`));
});
