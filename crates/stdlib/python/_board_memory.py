"""The address space of a simulated board: RP2040 datasheet 2.2.

RAM is there, and flash that reads as erased. Registers keep what is written to them; those of pins, of the clock of
microseconds, of I2C targets, of DMA and of programmable I/O do what they do.
"""
import _board_pins as _pins
from _board_pins import pads as _pads
from _board_time import catch_up as _catch_up, now as _now

_EFAULT = 14
RAM = 0x2000_0000
ram = bytearray(264 * 1024)
_registers = {}
# What reads and writes the registers of a block, by the address at which it begins.
_SIO, _TIMER, _PADS, _IO = 0xD000_0000, 0x4005_4000, 0x4001_C000, 0x4001_4000
_DMA, _PIO = 0x5000_0000, (0x5020_0000, 0x5030_0000)
_I2C = 0x4004_4000, 0x4004_8000


def read(address, size):
    """Read 1, 2 or 4 bytes."""
    _catch_up()
    if RAM <= address and address + size <= RAM + len(ram):
        at = address - RAM
        return int.from_bytes(ram[at:at + size], "little")
    if address < 0x4000:
        return 0
    if 0x1000_0000 <= address < 0x1020_0000:
        return (1 << 8 * size) - 1
    if not _is_register(address):
        raise OSError(_EFAULT)
    word = _read_register(_plain(address) & ~3)
    return word >> 8 * (address & 3) & (1 << 8 * size) - 1


def write(address, size, value):
    """Write 1, 2 or 4 bytes."""
    _catch_up()
    if RAM <= address and address + size <= RAM + len(ram):
        at = address - RAM
        ram[at:at + size] = (value & (1 << 8 * size) - 1).to_bytes(size, "little")
        return
    if not _is_register(address):
        raise OSError(_EFAULT)
    # Registers take words: smaller values are repeated.
    value &= (1 << 8 * size) - 1
    value *= {1: 0x01010101, 2: 0x00010001, 4: 1}[size]
    register = _plain(address) & ~3
    how = address >> 12 & 3 if address < _SIO else 0
    if how:
        before = _read_register(register)
        value = (before ^ value, before | value, before & ~value)[how - 1]
    _write_register(register, value & 0xFFFF_FFFF)


def _is_register(address):
    return 0x4000_0000 <= address < 0x4007_0000 or 0x5000_0000 <= address < 0x5040_0000 or 0xD000_0000 <= address < 0xD000_0180


def _plain(address):
    """The register of an address that flips, sets or clears bits of it."""
    return address & ~0x3000 if address < _SIO else address


def _read_register(address):
    block, place = address & ~0xFFF, address & 0xFFF
    if block == _SIO:
        return _read_pins(place)
    if block == _TIMER and place in (8, 12, 0x24, 0x28):
        return _now() // 1000 >> (32 if place in (8, 0x24) else 0) & 0xFFFF_FFFF
    if block == _IO and place < 240 and place & 4:
        return _pads[place // 8].function
    if block == _PADS and 4 <= place < 124:
        pad = _pads[place // 4 - 1]
        return pad.reads << 6 | pad.drive << 4 | pad.up << 3 | pad.down << 2
    if address & 0xFFF0_0000 in _PIO:
        import _board_pio

        return _board_pio.read((address >> 20) - 0x502, address & 0xFFF)
    if block in _I2C:
        import _board_i2c_target

        return _board_i2c_target.controllers[_I2C.index(block)].read(place)
    return _registers.get(address, 0)


def _write_register(address, value):
    block, place = address & ~0xFFF, address & 0xFFF
    if block == _SIO:
        _write_pins(place, value)
    elif block == _IO and place < 240 and place & 4:
        pad = _pads[place // 8]
        _pins.give(pad, value & 31, pad.source if pad.function == value & 31 else None)
        if value & 31 in (6, 7):
            import _board_pio

            _board_pio.blocks[(value & 31) - 6].show(pad.number)
    elif block == _PADS and 4 <= place < 124:
        pad = _pads[place // 4 - 1]
        pad.reads, pad.drive = bool(value & 64), value >> 4 & 3
        pad.up, pad.down = bool(value & 8), bool(value & 4)
        pad.net.settle()
    elif address & 0xFFF0_0000 in _PIO:
        import _board_pio

        _board_pio.write((address >> 20) - 0x502, place, value)
    elif block in _I2C:
        import _board_i2c_target

        _board_i2c_target.controllers[_I2C.index(block)].write(place, value)
    else:
        _registers[address] = value
        if block == _DMA:
            import _board_dma

            _board_dma.written(place, _registers)


def _bits(attribute):
    return sum(bool(attribute(pad)) << pad.number for pad in _pads)


def _read_pins(place):
    """The processor's own pins: RP2040 datasheet 2.3.1.7."""
    if place == 4:
        return _bits(lambda pad: pad.reads and pad.net.find_level())
    if place in (0x10, 0x14, 0x18, 0x1C):
        return _bits(lambda pad: pad.out)
    if place in (0x20, 0x24, 0x28, 0x2C):
        return _bits(lambda pad: pad.drives)
    return _registers.get(_SIO + place, 0)


def _write_pins(place, value):
    if not 0x10 <= place <= 0x2C:
        _registers[_SIO + place] = value
        return
    # As it is, to set, to clear, to flip.
    how = place >> 2 & 3
    for pad in _pads:
        bit = value >> pad.number & 1
        name = "out" if place < 0x20 else "drives"
        before = int(getattr(pad, name))
        new = (bit, before | bit, before & ~bit, before ^ bit)[how]
        if new != before:
            setattr(pad, name, new)
            pad.net.settle()
