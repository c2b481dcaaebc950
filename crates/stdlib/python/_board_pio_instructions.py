"""The nine instructions of programmable I/O: RP2040 datasheet 3.4.

Each is a function of a state machine and the operands, and says whether the instruction could be done; one that could not is
tried again.
"""
from _board_pins import pads as _pads

_WORD = 0xFFFF_FFFF


def _read_pins(base):
    """The levels of all pins, from one on."""
    levels = 0
    for pad in _pads:
        if pad.reads and pad.net.find_level():
            levels |= 1 << (pad.number - base & 31)
    return levels


def _threshold(machine, place):
    return machine.shift >> place & 31 or 32


def _jump(machine, word, operand):
    condition = word >> 5 & 7
    if condition == 1:
        taken = machine.x == 0
    elif condition == 2:
        taken = machine.x != 0
        machine.x = machine.x - 1 & _WORD
    elif condition == 3:
        taken = machine.y == 0
    elif condition == 4:
        taken = machine.y != 0
        machine.y = machine.y - 1 & _WORD
    elif condition == 5:
        taken = machine.x != machine.y
    elif condition == 6:
        taken = _pads[min(machine.exec >> 24 & 31, 29)].net.find_level()
    elif condition == 7:
        taken = machine.osr_count < _threshold(machine, 25)
    else:
        taken = True
    if taken:
        _go(machine, operand)
    return True


def _go(machine, target):
    """The next instruction is that one, also if it is the same one again."""
    machine.pc = -1 if machine.pc == target and machine.given is None else target


def _flag(machine, operand):
    return operand & 4 | (operand & 3) + machine.number & 3 if operand & 16 else operand & 7


def _wait(machine, word, operand):
    polarity, source = word >> 7 & 1, word >> 5 & 3
    if source == 2:
        flag = _flag(machine, operand)
        is_set = machine.block.flags >> flag & 1
        if is_set == polarity and polarity:
            machine.block.flags &= ~(1 << flag)
        return is_set == polarity
    pin = operand if source == 0 else operand + (machine.pins >> 15) & 31
    return (_pads[pin].net.find_level() if pin < len(_pads) else 0) == polarity


def _in(machine, word, operand):
    source, count = word >> 5 & 7, operand or 32
    if source == 0:
        value = _read_pins(machine.pins >> 15 & 31)
    else:
        value = {1: machine.x, 2: machine.y, 6: machine.isr, 7: machine.osr}.get(source, 0)
    if machine.shift >> 16 & 1 and machine.isr_count + count >= _threshold(machine, 20):
        if len(machine.received) >= machine.rooms()[1]:
            return False
    value &= (1 << count) - 1
    if machine.shift >> 18 & 1:
        machine.isr = (machine.isr >> count | value << 32 - count) & _WORD
    else:
        machine.isr = (machine.isr << count | value) & _WORD
    machine.isr_count = min(machine.isr_count + count, 32)
    if machine.shift >> 16 & 1 and machine.isr_count >= _threshold(machine, 20):
        _deliver(machine)
    return True


def _deliver(machine):
    machine.received.append(machine.isr)
    machine.isr = machine.isr_count = 0


def _fetch(machine):
    """Gets a word to shift out: whether there was one."""
    if not machine.sent:
        return False
    machine.osr, machine.osr_count = machine.sent.pop(0), 0
    return True


def _out(machine, word, operand):
    target, count = word >> 5 & 7, operand or 32
    if machine.shift >> 17 & 1 and machine.osr_count >= _threshold(machine, 25) and not _fetch(machine):
        return False
    if machine.shift >> 19 & 1:
        value = machine.osr & (1 << count) - 1
        machine.osr >>= count
    else:
        value = machine.osr >> 32 - count
        machine.osr = machine.osr << count & _WORD
    machine.osr_count = min(machine.osr_count + count, 32)
    block, pins = machine.block, machine.pins
    if target in (0, 4):
        block.set_pins(pins & 31, pins >> 20 & 63, value, target == 4)
    elif target == 1:
        machine.x = value
    elif target == 2:
        machine.y = value
    elif target == 5:
        _go(machine, value & 31)
    elif target == 6:
        machine.isr, machine.isr_count = value, count
    elif target == 7:
        return _execute_value(machine, value)
    if machine.shift >> 17 & 1 and machine.osr_count >= _threshold(machine, 25):
        _fetch(machine)
    return True


def _push_or_pull(machine, word, operand):
    blocks, conditional = word >> 5 & 1, word >> 6 & 1
    if word >> 7 & 1:
        if conditional and machine.osr_count < _threshold(machine, 25):
            return True
        if _fetch(machine):
            return True
        if not blocks:
            machine.osr, machine.osr_count = machine.x, 0
        return not blocks
    if conditional and machine.isr_count < _threshold(machine, 20):
        return True
    if len(machine.received) < machine.rooms()[1]:
        _deliver(machine)
        return True
    if not blocks:
        machine.isr = machine.isr_count = 0
    return not blocks


def _move(machine, word, operand):
    target, how, source = word >> 5 & 7, operand >> 3 & 3, operand & 7
    if source == 0:
        value = _read_pins(machine.pins >> 15 & 31)
    elif source == 5:
        fifo = machine.received if machine.exec >> 4 & 1 else machine.sent
        value = _WORD if len(fifo) < machine.exec & 15 else 0
    else:
        value = {1: machine.x, 2: machine.y, 6: machine.isr, 7: machine.osr}.get(source, 0)
    if how == 1:
        value ^= _WORD
    elif how == 2:
        value = int(f"{value:032b}"[::-1], 2)
    if target == 0:
        machine.block.set_pins(machine.pins & 31, machine.pins >> 20 & 63, value)
    elif target == 1:
        machine.x = value
    elif target == 2:
        machine.y = value
    elif target == 4:
        return _execute_value(machine, value)
    elif target == 5:
        _go(machine, value & 31)
    elif target == 6:
        machine.isr, machine.isr_count = value, 0
    elif target == 7:
        machine.osr, machine.osr_count = value, 0
    return True


def _execute_value(machine, value):
    return _INSTRUCTIONS[value >> 13 & 7](machine, value & 0xFFFF, value & 31)


def _interrupt(machine, word, operand):
    flag, waits, clears = _flag(machine, operand), word >> 5 & 1, word >> 6 & 1
    block = machine.block
    if clears:
        block.flags &= ~(1 << flag)
        return True
    if machine.flagged is None:
        block.raise_flag(flag)
        if not waits:
            return True
        machine.flagged = flag
    if block.flags >> flag & 1:
        return False
    machine.flagged = None
    return True


def _set(machine, word, operand):
    target, pins = word >> 5 & 7, machine.pins
    if target in (0, 4):
        machine.block.set_pins(pins >> 5 & 31, pins >> 26 & 7, operand, target == 4)
    elif target == 1:
        machine.x = operand
    elif target == 2:
        machine.y = operand
    return True


_INSTRUCTIONS = _jump, _wait, _in, _out, _push_or_pull, _move, _interrupt, _set


def execute(machine, word):
    """Does an instruction, its side-set first: whether it could be done."""
    count = machine.pins >> 29
    if count:
        side = (word >> 8 & 31) >> 5 - count
        if machine.exec >> 30 & 1:
            # The highest bit says whether there is one.
            count -= 1
            if side >> count & 1:
                machine.block.set_pins(machine.pins >> 10 & 31, count, side & (1 << count) - 1, machine.exec >> 29 & 1)
        else:
            machine.block.set_pins(machine.pins >> 10 & 31, count, side, machine.exec >> 29 & 1)
    return _INSTRUCTIONS[word >> 13](machine, word, word & 31)
