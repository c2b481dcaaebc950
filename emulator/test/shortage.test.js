/**
 * Operations on much data when memory is nearly gone: each ends with a result or a MemoryError, and none makes the board
 * start again. The program eats all memory but a little first; what an operation wants then mostly is not there.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Board, RawRepl, Snapshot } from '../src/index.js';
import { flashBytes, image, needsImage } from './support.js';

/** Bytes that are left. */
const LEFT = [12_000, 2_500];

const SETUP = `
import gc, json, struct, collections, itertools, functools, operator, io, sys, binascii, array
L = list(range(1000, 3000)); S = 'abc def,' * 1000; B = S.encode(); U = 'äöü€ ' * 600; D = {i: i for i in range(500)}
BIG = 7 ** 3000
W = S.split(','); DS = {str(i): i for i in range(300)}
class C:
    def __init__(self, *a, **k): self.__dict__.update(k)
    def __repr__(self): return 'C' * 3000
def gen(n):
    for i in range(n): yield i
def args(*a, **k): return len(a)
def lines(text, count): return ''.join(text.replace('#', str(i)) for i in range(count))
def chain(n):
    try: raise ValueError(n)
    except ValueError as e:
        if n < 60: chain(n + 1)
        raise RuntimeError(str(n) * 10) from e
def shown():
    try: chain(30)
    except RuntimeError as e: sys.print_exception(e, io.StringIO())
def run(operation, left):
    hog = []
    gc.collect()
    size = gc.mem_free() - left
    while size > 64:
        try:
            hog.append(bytearray(min(size, 60000)))
            size = gc.mem_free() - left
        except MemoryError:
            size //= 2
    try: result = operation()
    except MemoryError: result = 'no memory'
    except RecursionError: result = 'too deep'
    hog.clear()
    print('DONE', type(result))
gc.collect()
`;

const OPERATIONS = `
list(L)
tuple(L)
set(L)
sorted(L, reverse=True)
L * 5
{x: x for x in L}
list(map(str, L))
list(zip(L, L))
tuple(gen(3000))
L.copy()
list(reversed(L))
L.__setitem__(slice(0, 0), L)
[*D.items(), *L]
L.sort(key=str)
','.join(W)
str(L)
repr([C()] * 20)
str(BIG)
BIG ** 5
int.from_bytes(B, 'big')
S * 5
S.replace('a', 'xyz')
S.split()
S.rsplit(',')
S.splitlines()
S.title()
S.encode('utf-16')
U.upper()
U.translate({228: 'ae'})
U.encode('latin-1', 'replace')
U.encode('unicode_escape')
'{} {} {}'.format(S, S, S)
f'{S}{S!r}{L}'
B.split(b',')
B.hex()
bytes(i % 256 for i in gen(9000))
bytearray(B) * 3
U.encode().decode('latin-1')
memoryview(B).tolist()
array.array('i', gen(2000)).tobytes()
struct.pack('2000i', *L)
list(struct.iter_unpack('i', B))
args(*L)
args(**DS)
dict(DS, **DS)
json.dumps(L)
json.dumps(S)
json.loads(json.dumps(DS))
collections.deque(L).rotate(5)
collections.Counter(S)
list(itertools.product(range(50), range(50)))
io.StringIO(S).readlines()
io.BytesIO().write(B)
binascii.hexlify(B)
functools.reduce(operator.add, W)
print(S)
print(*W)
chain(0)
shown()
[C() for i in L]
[lambda: i for i in L]
[sys.intern('name%d' % i) for i in range(900)]
compile(lines('x = 1\\n', 400), 'a', 'exec')
compile('[' + '1,' * 2000 + ']', 'a', 'eval')
compile(lines('v# = 1\\n', 400), 'a', 'exec')
compile('def f(' + lines('v#,', 300) + '): pass', 'a', 'exec')
compile(lines('def f#(x): return lambda: x\\n', 100), 'a', 'exec')
compile('class A:\\n' + lines(' def f#(self): return #\\n', 100), 'a', 'exec')
compile("f'" + '{a}' * 500 + "'", 'a', 'eval')
compile('x' + '.y' * 500, 'a', 'eval')
compile('+'.join('a' * 1000), 'a', 'eval')
compile('if 1:\\n' + ' x = y\\n' * 500, 'a', 'exec')
compile('try:\\n pass\\n' + lines('except E#: pass\\n', 200), 'a', 'exec')
compile('match x:\\n' + lines(' case #: pass\\n', 300), 'a', 'exec')
exec(lines('class A#: x = #\\n', 40))
`;

test('operations on much data end well when memory is nearly gone', needsImage, () => {
  const board = new Board({ image, flashBytes });
  const repl = new RawRepl(board);
  repl.enter();
  assert.equal(repl.execute(SETUP, 60).error, '');
  const prepared = new Snapshot(board);
  let resets = 0;
  board.onReset = () => resets++;
  for (const operation of OPERATIONS.trim().split('\n')) {
    for (const left of LEFT) {
      prepared.restore();
      repl.received = '';
      try {
        const { output, error } = repl.execute(`run(lambda: ${operation}, ${left})`, 60);
        assert.ok(/DONE/.test(output) || error, output.slice(-200));
      } catch (problem) {
        board.run({ nanos: 1e9 });
        assert.fail(`${operation} with ${left} bytes left, ${resets} resets: ${problem} ${repl.received}`);
      }
    }
  }
});
