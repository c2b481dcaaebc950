# The library: tables read and written, records, patterns, messages between tasks, checksums, sorting, and ints of many digits.
import asyncio
import csv
import hashlib
import io
import json
import re
import struct
from collections import Counter, OrderedDict, defaultdict, deque, namedtuple
from dataclasses import dataclass, field, replace
from functools import partial, reduce
from itertools import accumulate, chain, groupby, islice
from operator import attrgetter, itemgetter

Station = namedtuple("Station", "name north east")


@dataclass
class Reading:
    station: str
    hour: int
    degrees: float = 0.0
    notes: list = field(default_factory=list)


@dataclass(frozen=True, order=True)
class Interval:
    first: int
    last: int

    def overlaps(self, other):
        return self.first <= other.last and other.first <= self.last


def measured(count):
    for i in range(count):
        yield Reading(f"station {i * 7 % 23}", i % 24, (i * 37 % 400) / 10 - 8)


def tables(count):
    stream = io.StringIO()
    writer = csv.writer(stream, delimiter=";")
    writer.writerow(["station", "hour", "degrees", "notes"])
    for reading in measured(count):
        note = 'it said "cold"; twice' if reading.degrees < 0 else ""
        writer.writerow([reading.station, reading.hour, reading.degrees, note])
    stream.seek(0)
    warmest = {}
    for row in csv.DictReader(stream, delimiter=";"):
        name, degrees = row["station"], float(row["degrees"])
        if degrees > warmest.get(name, -99.0):
            warmest[name] = degrees
    stream.seek(0)
    fields = sum(len(row) for row in csv.reader(stream, delimiter=";"))
    return fields, max(warmest.items(), key=itemgetter(1))


def records(count):
    readings = list(measured(count))
    by_station = defaultdict(list)
    for reading in readings:
        by_station[reading.station].append(reading)
    ordered = sorted(readings, key=attrgetter("station", "hour"))
    hours = {
        hour: len(list(group)) for hour, group in groupby(sorted(readings, key=lambda r: r.hour), key=lambda r: r.hour)
    }
    intervals = sorted(Interval(i * 31 % 101, i * 31 % 101 + 5) for i in range(count // 4))
    touching = sum(a.overlaps(b) for a, b in zip(intervals, intervals[1:]))
    moved = [replace(reading, hour=0) for reading in ordered[: count // 8]]
    stations = {Station(name, len(found), index) for index, (name, found) in enumerate(by_station.items())}
    north = sum(station.north for station in stations)
    return ordered[0], moved[-1] == ordered[0], hours[3], touching, north


def patterns(rounds):
    line = re.compile(r"(?P<day>\d{4}-\d\d-\d\d) (?P<level>[A-Z]+) \[(\w+)\] (.*)$")
    words = re.compile(r"\b[a-z]+(?:'[a-z]+)?\b")
    found = Counter()
    for i in range(rounds):
        text = f"2031-{i % 12 + 1:02}-17 {'WARN' if i % 5 else 'ERROR'} [pump] valve {i} wasn't closed, it's {i % 9} too far"
        match = line.match(text)
        found[match["level"]] += 1
        found.update(words.findall(match[4]))
        found[re.sub(r"\d+", "#", match[4])] += 1
        found.update(re.split(r",\s*", match[4]))
    return found.most_common(3)


def documents(rounds):
    order = {
        "id": 0,
        "lines": [{"article": f"a-{i}", "price": i * 1.25, "tags": ["new", None, True]} for i in range(8)],
    }
    size = 0
    for i in range(rounds):
        order["id"] = i
        text = json.dumps(order)
        again = json.loads(text)
        size += len(text) + len(again["lines"])
        if i % 8 == 0:
            size += len(json.dumps(again, indent=2, sort_keys=True))
    return size


def packets(rounds):
    header = struct.Struct(">HBxI")
    total = 0
    buffer = bytearray(64)
    for i in range(rounds):
        packet = header.pack(i & 0xFFFF, i & 7, i * 977)
        number, kind, value = header.unpack(packet)
        struct.pack_into("<dh", buffer, i % 8, value / 3, -kind)
        total += number + len(struct.unpack_from("<dh", buffer, i % 8))
    for name in ("md5", "sha1", "sha256", "sha512", "sha3_256", "blake2b"):
        total += hashlib.new(name, bytes(buffer) * 400).digest()[0]
    return total


async def relay(count, workers):
    queue = asyncio.Queue(maxsize=4)
    answers = []
    lock = asyncio.Lock()

    async def worker(number):
        while (item := await queue.get()) is not None:
            await asyncio.sleep(0)
            async with lock:
                answers.append(item * number)
            queue.task_done()

    tasks = [asyncio.create_task(worker(number)) for number in range(workers)]
    for item in range(count):
        await queue.put(item)
    for _ in tasks:
        await queue.put(None)
    await asyncio.gather(*tasks)
    return len(answers)


def sorting(count):
    numbers = [i * 7919 % 10007 for i in range(count)]
    texts = [f"{number:05}{'xyz'[number % 3]}" for number in numbers]
    pairs = [(number % 10, text) for number, text in zip(numbers, texts)]
    numbers.sort()
    texts.sort(reverse=True)
    pairs.sort()
    halves = sorted([number / 2 for number in reversed(numbers)])
    recent = deque(halves, maxlen=100)
    recent.extend(islice(accumulate(numbers), 50))
    kept = OrderedDict((text, index) for index, text in enumerate(texts))
    kept.move_to_end(texts[0])
    return pairs[0], halves[-1], len(recent), next(reversed(kept)), sum(chain(numbers, halves))


def long_ints(rounds):
    # Euler's number by its series, roots by Newton's steps, remainders of powers.
    scale = 10**600
    term = total = scale
    divisor = 1
    while term:
        term //= divisor
        total += term
        divisor += 1
    square = 2 * 10**800
    root = 1 << (square.bit_length() // 2 + 1)
    while (better := (root + square // root) // 2) < root:
        root = better
    product = reduce(lambda a, b: a * b, range(1, rounds), 1)
    power = sum(pow(3, i, 2**127 - 1) for i in range(1, rounds))
    multiply_by_three = partial(int.__mul__, 3)
    return len(str(total)), str(root)[-3:], product % 1_000_003, power % 1009, multiply_by_three(product) > product


def main():
    print(tables(4000))
    print(records(4000))
    print(patterns(3000))
    print(documents(800))
    print(packets(12000))
    print(asyncio.run(relay(4000, 3)))
    print(sorting(15000))
    print(long_ints(2500))


main()
