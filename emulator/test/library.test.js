/** Library modules of the image that take much of its flash: what they compute is what CPython computes. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Board, ScriptRunner } from '../src/index.js';
import { flashBytes, image, needsImage } from './support.js';

const PROGRAM = `import contextlib, enum, gc, hashlib, heapq, hmac, random, string
from collections import *

random.seed("a board")
print(random.random(), random.randint(1, 6), random.choice("abc"), random.sample(range(100), 3))
random.seed(7)
items = list(range(8))
random.shuffle(items)
print(items, random.gauss(0, 1), random.uniform(1, 2), random.getrandbits(40))
print(string.ascii_lowercase, string.hexdigits, string.Template("$x and \${y}").substitute(x=1, y=2))
print(heapq.nsmallest(3, [5, 2, 8, 1]), heapq.nlargest(2, [5, 2, 8, 1]), list(heapq.merge([1, 4], [2, 3])))

@contextlib.contextmanager
def led(name):
    print("on", name)
    yield name.upper()
    print("off", name)

with led("red") as name, contextlib.suppress(ValueError):
    print(name)
    raise ValueError

for name in "md5", "sha1", "sha224", "sha256", "sha384", "sha512":
    made = hashlib.new(name, b"abc" * 100)
    made.update(b"d")
    print(name, made.hexdigest())
print(hmac.new(b"key", b"message", "sha256").hexdigest())
print(hashlib.pbkdf2_hmac("sha256", b"password", b"salt", 3).hex())

class Colour(enum.Enum):
    RED = 1
    GREEN = enum.auto()

class Mode(enum.IntFlag):
    READ = 4
    WRITE = 2

print(Colour.GREEN, repr(Colour(1)), list(Colour), Mode.READ | Mode.WRITE, Mode(6) & 2)
print(OrderedDict(a=1), deque([1, 2], maxlen=2), Counter("abca").most_common(1), defaultdict(int)["x"])
`;

/** What CPython 3.13 prints. */
const EXPECTED = `0.8787683622581078 4 b [21, 35, 51]
[6, 7, 2, 4, 0, 3, 1, 5] -0.22972548234202542 1.5074357331894204 94650323160
abcdefghijklmnopqrstuvwxyz 0123456789abcdefABCDEF 1 and 2
[1, 2, 5] [8, 5] [1, 2, 3, 4]
on red
RED
off red
md5 49070f87ae266ac78f3ddf9906e3b1cf
sha1 bd6e94697893ee9cb71b6f8c1149450be1e25d17
sha224 1ee0411aa0c17906e380ed4d67ef5b625a316ded1006c24cb80aaa76
sha256 a110dbb9d9095a3a978fa640e417cac0d80674fa452bc02b633538dc6c9a674d
sha384 d1fa43edee8abf06a2cdf48eb4b2f33a1d477859f9ae29a29cb4c58e46d074e724b58963d56a33f06c89aded3c6021e2
sha512 17c15924fde9c9440199abbf708d77e57324f37f02eae09111ab7bfbbcf399277a18a988b3b9c8abf0e1a29de87546330743ae0f449f58d3231b3d9dec5b0957
6e9ef29b75fffc5b7abae527d58fdadb2fe42e7219011976917343065f58ed4a
ad35240ac683febfaf3cd49d845473fbbbaa2437f5f82d5a415ae00ac76c6bfc
Colour.GREEN <Colour.RED: 1> [<Colour.RED: 1>, <Colour.GREEN: 2>] 6 2
OrderedDict({'a': 1}) deque([1, 2], maxlen=2) [('a', 2)] 0
`;

test('random, string, heapq, contextlib, hashlib, enum and all of collections', needsImage, () => {
  const runner = new ScriptRunner(new Board({ image, flashBytes }));
  const { output, error, failure } = runner.run(PROGRAM, 60);
  assert.equal(failure, '');
  assert.equal(error, '');
  assert.equal(output.replaceAll('\r\n', '\n'), EXPECTED);
});
