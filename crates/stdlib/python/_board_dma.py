"""DMA of a simulated board: transfers between memory and registers, which take no time. RP2040 datasheet 2.5.

What waits for a request of a part of the chip doesn't: it is moved at once.
"""
import _board_memory as _memory
from _board_time import leave as _leave

_CHANNELS, _SOURCE = 12, 0x240
_claimed = set()
# The memory of each channel, to read and to write; it is handed out from the end of RAM.
_memories = {}
# How many items a channel moves each time it is triggered.
_reloads = {}
_free = _memory.RAM + len(_memory.ram) - 0x2000
# Registers of a channel in its four orders, of which the last one triggers: what each of them is.
_READ, _WRITE, _COUNT, _CONTROL = range(4)
_ORDERS = (0, 1, 2, 3), (3, 0, 1, 2), (3, 2, 0, 1), (3, 1, 2, 0)


def claim():
    """A channel that nobody has; None if there is none."""
    for channel in range(_CHANNELS):
        if channel not in _claimed:
            _claimed.add(channel)
            return channel
    return -1


def release(channel):
    """Give a channel back."""
    _claimed.discard(channel)
    for which in 0, 1:
        _memories.pop((channel, which), None)


def memory(channel, which, length):
    """Memory for a channel, at a multiple of its length if that is a power of two: its address."""
    global _free
    align = max(length, 4) if length & length - 1 == 0 else 4
    start = _free - length & ~(align - 1)
    if start < _memory.RAM + 0x8000:
        # What was handed out long ago is free again.
        start = _memory.RAM + len(_memory.ram) - 0x2000 - length & ~(align - 1)
        if start < _memory.RAM + 0x8000:
            raise OSError(12)
    _free = start
    _memories[channel, which] = start, length
    return start


def write(channel, which, at, data):
    """Copy bytes into such memory: how many."""
    start, length = _memories.get((channel, which), (_memory.RAM, 0))
    data = data[: max(length - at, 0)]
    place = start + at - _memory.RAM
    _memory.ram[place:place + len(data)] = data
    return len(data)


def read(channel, which, at, count):
    """Copy bytes out of such memory."""
    start, length = _memories.get((channel, which), (_memory.RAM, 0))
    place = start + at - _memory.RAM
    return bytes(_memory.ram[place:place + min(count, max(length - at, 0))])


def written(place, registers):
    """A register was written."""
    if place < _CHANNELS * 64:
        channel, alias, at = place >> 6, place >> 4 & 3, place >> 2 & 3
        value = registers[0x5000_0000 + place]
        what = _ORDERS[alias][at]
        if what == _COUNT:
            _reloads[channel] = value
        _set(channel, what, value, registers)
        # Where nothing is written, nothing is triggered: a null trigger.
        if at == 3 and value:
            _run(channel, registers)
    elif place == 0x430:
        for channel in range(_CHANNELS):
            if registers[0x5000_0430] >> channel & 1:
                _run(channel, registers)
    elif place in (0x400, 0x40C):
        # Flags are cleared by writing them.
        registers[0x5000_0000 + place] = 0


def _set(channel, what, value, registers):
    for alias, order in enumerate(_ORDERS):
        registers[0x5000_0000 + 64 * channel + 16 * alias + 4 * order.index(what)] = value


def _run(channel, registers):
    base = 0x5000_0000 + 64 * channel
    source, target, _, control = (registers.get(base + 4 * what, 0) for what in range(4))
    if not control & 1:
        return
    size = 1 << (control >> 2 & 3)
    ring, rings_target = control >> 6 & 15, control >> 10 & 1

    def step(address, grows, is_target):
        if not grows:
            return address
        new = address + size
        if ring and rings_target == is_target:
            mask = (1 << ring) - 1
            new = address & ~mask | new & mask
        return new

    for _ in range(_reloads.get(channel, 0)):
        value = _memory.read(source, size)
        if control >> 22 & 1:
            value = int.from_bytes(value.to_bytes(size, "little"), "big")
        _memory.write(target, size, value)
        source = step(source, control >> 4 & 1, 0)
        target = step(target, control >> 5 & 1, 1)
    _set(channel, _READ, source, registers)
    _set(channel, _WRITE, target, registers)
    _set(channel, _COUNT, 0, registers)
    if not control >> 21 & 1:
        _finish(channel, registers)
    chained = control >> 11 & 15
    if chained != channel and chained < _CHANNELS:
        _run(chained, registers)


def _finish(channel, registers):
    """The transfer is over: who waits for that interrupt is told."""
    for status, enabled in (0x400, 0x404), (0x40C, 0x414):
        registers[0x5000_0000 + status] = registers.get(0x5000_0000 + status, 0) | 1 << channel
    if any(registers.get(0x5000_0000 + enabled, 0) >> channel & 1 for enabled in (0x404, 0x414)):
        _leave(_SOURCE + channel, 1)
