# bzip2 packed. Blocks are small, so that sorting their rotations takes little memory: the level says only what they may be.
from _bz2_reading import BLOCK, checksum

BLOCK_SIZE = 99_000
_LONGEST = 17


class Bits:
    """Bits that become bytes, the highest first."""

    def __init__(self):
        self.held = 0
        self.count = 0
        self.out = bytearray()

    def put(self, count, value):
        """Add a number's bits."""
        self.held = self.held << count | value
        self.count += count
        if self.count >= 512:
            self.flush()

    def flush(self):
        """Take the whole bytes out of the number."""
        rest = self.count % 8
        self.out += (self.held >> rest).to_bytes(self.count // 8, "big")
        self.held &= (1 << rest) - 1
        self.count = rest

    def finish(self):
        """Fill the last byte."""
        self.put(-self.count % 8, 0)
        self.flush()


def shorten(data):
    """A block's content with runs of four and more as four and a number, and how much of the data fits."""
    out, at, size = bytearray(), 0, len(data)
    while at < size and len(out) < BLOCK_SIZE:
        character, run = data[at], 1
        while run < 255 and at + run < size and data[at + run] == character:
            run += 1
        if run >= 4:
            out += bytes([character]) * 4
            out.append(run - 4)
        else:
            out += bytes([character]) * run
        at += run
    return out, at


def write_block(bits, data):
    """Write a block: its checksum."""
    block, _ = shorten(data)
    last, origin = _transform(block)
    crc = checksum(data)
    bits.put(48, BLOCK)
    bits.put(32, crc)
    bits.put(1, 0)
    bits.put(24, origin)
    used = sorted(set(block))
    rows = [[16 * group + bit in used for bit in range(16)] for group in range(16)]
    for row in [list(map(any, rows)), *[row for row in rows if any(row)]]:
        for is_used in row:
            bits.put(1, is_used)
    _write_symbols(bits, _to_front(last, used), len(used) + 2)
    return crc


def _transform(block):
    """The last characters of the block's sorted rotations, and which of them is the block itself.

    Rotations are sorted by twice as many characters each time (Manber and Myers).
    """
    size = len(block)
    doubled = bytes(block) * (2 if size >= 8 else 9)
    rank = [int.from_bytes(doubled[at : at + 8], "big") for at in range(size)]
    width = 8
    while True:
        order = sorted(range(size), key=rank.__getitem__)
        place, ranks, previous = -1, [0] * size, None
        for index in order:
            if rank[index] != previous:
                place += 1
                previous = rank[index]
            ranks[index] = place
        if place == size - 1 or width >= size:
            break
        rank = [ranks[at] * size + ranks[(at + width) % size] for at in range(size)]
        width *= 2
    return bytes([block[at - 1] for at in order]), order.index(0)


def _to_front(last, used):
    """Numbers for characters: where they are in a list in which each moves to the front; runs of the first in digits."""
    symbols, found, run = list(used), [], 0
    end = len(used) + 1
    for character in last:
        if character == symbols[0]:
            run += 1
            continue
        while run:
            run -= 1
            found.append(run & 1)
            run >>= 1
        place = symbols.index(character)
        symbols.insert(0, symbols.pop(place))
        found.append(place + 1)
    while run:
        run -= 1
        found.append(run & 1)
        run >>= 1
    return [*found, end]


def _lengths(counts):
    """Lengths of Huffman codes, none longer than may be."""
    from heapq import heapify, heappop, heappush

    counts = [max(count, 1) for count in counts]
    while True:
        heap = [(count, index, (index,)) for index, count in enumerate(counts)]
        heapify(heap)
        lengths, number = [0] * len(counts), len(counts)
        while len(heap) > 1:
            (first, _, left), (second, _, right) = heappop(heap), heappop(heap)
            for symbol in left + right:
                lengths[symbol] += 1
            number += 1
            heappush(heap, (first + second, number, left + right))
        if max(lengths) <= _LONGEST:
            return lengths
        counts = [count // 2 + 1 for count in counts]


def _write_symbols(bits, found, size):
    """Write the numbers, with two tables of codes: one for the first half, one for the second."""
    groups = [found[at : at + 50] for at in range(0, len(found), 50)]
    half = (len(groups) + 1) // 2
    tables = []
    for part in (groups[:half], groups[half:] or groups):
        counts = [0] * size
        for group in part:
            for symbol in group:
                counts[symbol] += 1
        tables.append(_lengths(counts))
    bits.put(3, 2)
    bits.put(15, len(groups))
    for number in range(len(groups)):
        # The table that isn't used last is number 1.
        if number == half:
            bits.put(2, 0b10)
        else:
            bits.put(1, 0)
    codes = []
    for lengths in tables:
        length = lengths[0]
        bits.put(5, length)
        for wanted in lengths:
            while length != wanted:
                bits.put(2, 0b10 if wanted > length else 0b11)
                length += 1 if wanted > length else -1
            bits.put(1, 0)
        codes.append(_numbered(lengths))
    for number, group in enumerate(groups):
        table = codes[number >= half]
        for symbol in group:
            bits.put(*table[symbol])


def _numbered(lengths):
    """The codes of lengths: pairs of length and code."""
    codes, code = [None] * len(lengths), 0
    for length in range(1, _LONGEST + 1):
        for symbol, given in enumerate(lengths):
            if given == length:
                codes[symbol] = length, code
                code += 1
        code <<= 1
    return codes
