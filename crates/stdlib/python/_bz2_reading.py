# bzip2 unpacked: Huffman codes, numbers of the places characters moved to the front from, and the Burrows-Wheeler transform.


class Short(Exception):
    """There is not enough of the stream yet."""


class Bits:
    """Bits of bytes, the highest first. The place is kept so that a block that was too short can be read again."""

    def __init__(self, data):
        self.data = data
        self.at = 0
        self.held = 0
        self.count = 0

    def take(self, count):
        """The number in the next bits."""
        while self.count < count:
            piece = self.data[self.at : self.at + 8]
            if not piece:
                raise Short
            self.held = self.held << 8 * len(piece) | int.from_bytes(piece, "big")
            self.count += 8 * len(piece)
            self.at += len(piece)
        self.count -= count
        found = self.held >> self.count
        self.held &= (1 << self.count) - 1
        return found

    def align(self):
        """Go on at the next whole byte: its place."""
        self.held = 0
        place = self.at - self.count // 8
        self.count = 0
        self.at = place
        return place


BLOCK = 0x314159265359
END = 0x177245385090
_LONGEST = 20


def read_block(bits, limit):
    """The content of a block, behind its mark, and its checksum."""
    checksum = bits.take(32)
    if bits.take(1):
        raise OSError("Invalid data stream")
    origin = bits.take(24)
    used = bits.take(16)
    symbols = []
    for group in range(16):
        if used >> 15 - group & 1:
            row = bits.take(16)
            symbols += [16 * group + bit for bit in range(16) if row >> 15 - bit & 1]
    if not symbols:
        raise OSError("Invalid data stream")
    tables, selectors = _read_tables(bits, len(symbols) + 2)
    last = _read_symbols(bits, tables, selectors, symbols, limit)
    if origin >= len(last):
        raise OSError("Invalid data stream")
    return _repeat(_restore(last, origin)), checksum


def _read_tables(bits, size):
    """The Huffman codes of a block, and which of them is used when."""
    groups, count = bits.take(3), bits.take(15)
    if not 2 <= groups <= 6 or not count:
        raise OSError("Invalid data stream")
    order, selectors = list(range(groups)), []
    for _ in range(count):
        place = 0
        while bits.take(1):
            place += 1
            if place >= groups:
                raise OSError("Invalid data stream")
        table = order.pop(place)
        order.insert(0, table)
        selectors.append(table)
    tables = []
    for _ in range(groups):
        length, lengths = bits.take(5), []
        for _ in range(size):
            while True:
                if not 1 <= length <= _LONGEST:
                    raise OSError("Invalid data stream")
                if not bits.take(1):
                    break
                length += -1 if bits.take(1) else 1
            lengths.append(length)
        tables.append(_codes(lengths))
    return tables, selectors


def _codes(lengths):
    """A table of codes for reading: by length and code the symbol, and the shortest length."""
    codes, code = {}, 0
    shortest, longest = min(lengths), max(lengths)
    for length in range(shortest, longest + 1):
        for symbol, given in enumerate(lengths):
            if given == length:
                codes[length, code] = symbol
                code += 1
        code <<= 1
    return codes, shortest, longest


def _read_symbols(bits, tables, selectors, symbols, limit):
    """The last column of the sorted block."""
    last, end = bytearray(), len(symbols) + 1
    take = bits.take
    run, weight = 0, 1
    for selector in selectors:
        codes, shortest, longest = tables[selector]
        get = codes.get
        for _ in range(50):
            length, code = shortest, take(shortest)
            while (symbol := get((length, code))) is None:
                length += 1
                if length > longest:
                    raise OSError("Invalid data stream")
                code = code << 1 | take(1)
            if symbol <= 1:
                # The length of a run in digits 1 and 2.
                run += weight << symbol
                weight <<= 1
                if run > limit:
                    raise OSError("Invalid data stream")
                continue
            if run:
                last += bytes([symbols[0]]) * run
                run, weight = 0, 1
            if len(last) > limit:
                raise OSError("Invalid data stream")
            if symbol == end:
                return last
            character = symbols.pop(symbol - 1)
            symbols.insert(0, character)
            last.append(character)
    raise OSError("Invalid data stream")


def _restore(last, origin):
    """The block whose rotations end in these characters, when they are sorted."""
    starts, total = [], 0
    for character in range(256):
        starts.append(total)
        total += last.count(character)
    follows = [0] * len(last)
    for place, character in enumerate(last):
        follows[starts[character]] = place
        starts[character] += 1
    block, place = bytearray(), follows[origin]
    for _ in follows:
        block.append(last[place])
        place = follows[place]
    return block


def _repeat(block):
    """What a block stands for: behind four alike there is the number of further ones."""
    out, at, size = bytearray(), 0, len(block)
    while at < size:
        character = block[at]
        if block[at : at + 4] == bytes([character]) * 4 and at + 4 <= size:
            more = block[at + 4] if at + 4 < size else 0
            out += bytes([character]) * (4 + more)
            at += 5
        else:
            out.append(character)
            at += 1
    return bytes(out)


def _make_crc_table():
    table = []
    for byte in range(256):
        value = byte << 24
        for _ in range(8):
            value = value << 1 ^ (0x04C11DB7 if value & 0x80000000 else 0)
        table.append(value & 0xFFFFFFFF)
    return table


_table = _make_crc_table()


def checksum(data):
    """The checksum of a block's content: CRC-32, the highest bit first."""
    value, table = 0xFFFFFFFF, _table
    for byte in data:
        value = (value << 8 ^ table[value >> 24 ^ byte]) & 0xFFFFFFFF
    return value ^ 0xFFFFFFFF
