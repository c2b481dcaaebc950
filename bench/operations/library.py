"""What programs use most of the library: statements that take less than some microseconds."""

import collections
import contextlib
import copy
import dataclasses
import datetime
import decimal
import enum
import fractions
import functools
import heapq
import io
import itertools
import json
import logging
import math
import operator
import os
import pathlib
import pickle
import random
import re
import string
import struct
import time
import urllib.parse


class Colour(enum.Enum):
    RED = 1
    BLUE = 2


@dataclasses.dataclass
class Data:
    x: int
    y: int


@functools.lru_cache
def remembered(x):
    return x


@contextlib.contextmanager
def managed():
    yield


Pair = collections.namedtuple("Pair", "x y")
pair = Pair(1, 2)
numbers = list(range(50))
pairs = [(number, -number) for number in numbers]
nested = {"a": [1, 2, 3], "b": {"c": (1, 2)}}
deque = collections.deque([1, 2, 3])
counter = collections.Counter(x=1)
groups = collections.defaultdict(list)
day = datetime.datetime(2020, 1, 1)
step = datetime.timedelta(days=1)
price = decimal.Decimal("1.1")
third = fractions.Fraction(1, 3)
heap = list(range(100))
words = re.compile(r"(\w+) (\d+)")
found = words.match("abc 123")
log = logging.getLogger("quiet")
path = pathlib.PurePosixPath("/tmp/a")
template = string.Template("hello $a")
raw = struct.pack("<IhB", 1, 2, 3)
pickled = pickle.dumps(nested)
text = json.dumps(nested)
stream = io.StringIO()
data_stream = io.BytesIO()
lines = io.BytesIO(b"a line of text\n" * 1000)
double = functools.partial(pow, 2)
second = operator.itemgetter(1)

OPERATIONS = {
    "deque append popleft": "deque.append(1); deque.popleft()",
    "namedtuple make": "Pair(1, 2)",
    "namedtuple field": "pair.x",
    "dataclass make": "Data(1, 2)",
    "enum member": "Colour.RED",
    "enum by value": "Colour(1)",
    "Counter add": "counter['x'] += 1",
    "Counter of text": "collections.Counter('abracadabra')",
    "defaultdict append": "groups['x'].append(1); groups.clear()",
    "deepcopy": "copy.deepcopy(nested)",
    "lru_cache hit": "remembered(3)",
    "partial call": "double(3)",
    "itemgetter": "second(pair)",
    "sorted by itemgetter": "sorted(pairs, key=second)",
    "reduce": "functools.reduce(operator.add, numbers)",
    "heap push pop": "heapq.heappush(heap, 3); heapq.heappop(heap)",
    "chain": "list(itertools.chain(numbers, numbers))",
    "islice": "list(itertools.islice(numbers, 5, 40))",
    "product": "list(itertools.product((1, 2, 3), repeat=3))",
    "accumulate": "list(itertools.accumulate(numbers))",
    "groupby": "[key for key, _ in itertools.groupby(numbers)]",
    "contextmanager": "with managed(): pass",
    "datetime add": "day + step",
    "datetime isoformat": "day.isoformat()",
    "datetime strftime": "day.strftime('%Y-%m-%d')",
    "Decimal add": "price + price",
    "Decimal multiply": "price * price",
    "Fraction add": "third + third",
    "math.sqrt": "math.sqrt(2.0)",
    "math.gcd": "math.gcd(12345, 54321)",
    "random": "random.random()",
    "randint": "random.randint(1, 100)",
    "time": "time.time()",
    "re match": "words.match('abc 123')",
    "re group": "found.group(1)",
    "json dumps": "json.dumps(nested)",
    "json loads": "json.loads(text)",
    "pickle dumps": "pickle.dumps(nested)",
    "pickle loads": "pickle.loads(pickled)",
    "struct pack": "struct.pack('<IhB', 1, 2, 3)",
    "struct unpack": "struct.unpack('<IhB', raw)",
    "StringIO write": "stream.write('abc')",
    "BytesIO write": "data_stream.write(b'abc')",
    "BytesIO lines": "lines.seek(0); list(lines)",
    "print into StringIO": "print(1, 2, file=stream)",
    "logging that is off": "log.debug('x %s', 1)",
    "path join": "path / 'b'",
    "path suffix": "path.suffix",
    "os.path.join": "os.path.join('/tmp', 'a', 'b')",
    "Template": "template.substitute(a=1)",
    "urlsplit": "urllib.parse.urlsplit('http://a.b/c?d=e')",
    "quote": "urllib.parse.quote('hello world')",
}
