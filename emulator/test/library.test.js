/** Library modules of the image that take much of its flash: what they compute is what CPython computes. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Board, ScriptRunner } from '../src/index.js';
import { flashBytes, image, needsImage } from './support.js';

const PROGRAM = `import heapq, random
from collections import *

random.seed("a board")
print(random.random(), random.randint(1, 6), random.choice("abc"), random.sample(range(100), 3))
random.seed(7)
items = list(range(8))
random.shuffle(items)
print(items, random.gauss(0, 1), random.uniform(1, 2), random.getrandbits(40))
print(heapq.nsmallest(3, [5, 2, 8, 1]), heapq.nlargest(2, [5, 2, 8, 1]), list(heapq.merge([1, 4], [2, 3])))

print(OrderedDict(a=1), deque([1, 2], maxlen=2), Counter("abca").most_common(1), defaultdict(int)["x"])
`;

/** What CPython 3.13 prints. */
const EXPECTED = `0.8787683622581078 4 b [21, 35, 51]
[6, 7, 2, 4, 0, 3, 1, 5] -0.22972548234202542 1.5074357331894204 94650323160
[1, 2, 5] [8, 5] [1, 2, 3, 4]
OrderedDict({'a': 1}) deque([1, 2], maxlen=2) [('a', 2)] 0
`;

test('random, heapq and all of collections', needsImage, () => {
  const runner = new ScriptRunner(new Board({ image, flashBytes }));
  const { output, error, failure } = runner.run(PROGRAM, 60);
  assert.equal(failure, '');
  assert.equal(error, '');
  assert.equal(output.replaceAll('\r\n', '\n'), EXPECTED);
});
