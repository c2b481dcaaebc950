"""Programmable I/O of a simulated board: RP2040 datasheet 3.

State machines run when somebody looks, and from time to time. One that is faster than this can follow, or waits, is slower
than on the board: it never does more than so many instructions at a look.
"""
import _board_power as _power
import _board_time as _time
from _board_pins import pads as _pads
from _board_pio_instructions import execute as _execute

_MOST = 2_000
# Nanoseconds between two looks.
_PAUSE, _WAITING_PAUSE = 200_000, 1_000_000
_PIO, _STATE_MACHINE = 0x220, 0x230
# Places of registers.
_CTRL, _FSTAT, _FDEBUG, _FLEVEL, _TX, _RX, _IRQ, _FORCE = 0, 4, 8, 12, 0x10, 0x20, 0x30, 0x34
_MEMORY, _MACHINES, _INTR, _INTE = 0x48, 0xC8, 0x128, 0x12C


class Machine:
    """A state machine."""

    def __init__(self, block, number):
        self.block, self.number = block, number
        # Registers: divider (of 16.8 bits), execution, shifting, pins.
        self.divider, self.exec, self.shift, self.pins = 0x10000, 0x1F000, 0xC0000, 0x14000000
        self.sent, self.received = [], []
        self.x = self.y = 0
        self.active = self.waits = False
        self.moment = 0
        self.given = None
        self.restart()

    def restart(self):
        """As after a reset, but for what the program was told."""
        self.pc = self.isr = self.isr_count = self.osr = self.delay = 0
        self.osr_count = 32
        self.given = self.flagged = None

    def period(self):
        """Nanoseconds of a cycle."""
        whole = self.divider >> 16 or 0x10000
        return (whole * 256 + (self.divider >> 8 & 255)) / 256 * 1_000_000_000 / _power.hertz

    def rooms(self):
        """Words that may wait to be sent, and to be taken."""
        joined = self.shift >> 30
        return {1: (8, 0), 2: (0, 8)}.get(joined, (4, 4))

    def step(self):
        """Does the next instruction: whether there was one that could be done."""
        at, is_given = self.pc, self.given is not None
        word = self.given if is_given else self.block.memory[at]
        if not _execute(self, word):
            self.moment += self.period()
            return False
        if is_given:
            self.given = None
        elif self.pc == at:
            self.pc = self.exec >> 7 & 31 if at == self.exec >> 12 & 31 else at + 1 & 31
        elif self.pc == -1:
            self.pc = at
        sides = self.pins >> 29
        self.moment += self.period() * (1 + (word >> 8 & 31 & (1 << 5 - sides) - 1))
        return True


class Block:
    """Four state machines with one memory."""

    def __init__(self, number):
        self.number = number
        self.memory = [0] * 32
        self.machines = [Machine(self, at) for at in range(4)]
        self.flags = 0
        self.enabled = 0
        self.out = self.directions = 0
        self.others = {}

    def set_pins(self, base, count, value, directions=False):
        """Drive pins, or make them outputs and inputs."""
        for at in range(count):
            pin, bit = base + at & 31, value >> at & 1
            name = "directions" if directions else "out"
            before = getattr(self, name)
            new = before | 1 << pin if bit else before & ~(1 << pin)
            if new != before:
                setattr(self, name, new)
                self.show(pin)

    def show(self, pin):
        """Lets a pin have what the block drives it with."""
        if pin < len(_pads) and _pads[pin].function == 6 + self.number:
            pad = _pads[pin]
            pad.source = self.out >> pin & 1 if self.directions >> pin & 1 else None
            pad.net.settle()

    def raise_flag(self, flag):
        """Sets an interrupt flag; the program may want to know."""
        self.flags |= 1 << flag
        if flag < 4 and self.enabled >> 8 + flag & 1:
            # The interrupt takes the flag back.
            self.flags &= ~(1 << flag)
            _time.leave(_PIO + self.number, 0x100 << flag)
            _time.leave(_STATE_MACHINE + 4 * self.number + flag, 1)


blocks = [Block(0), Block(1)]
_next = None
_running = False


def run():
    """Lets the state machines do what they would have done by now."""
    global _running
    if _running:
        return
    active = [machine for block in blocks for machine in block.machines if machine.active]
    if not active:
        return
    _running = True
    before = _time._moment
    now = _time.now()
    left = _MOST
    idle = 0
    while left and idle < len(active):
        machine = min(active, key=lambda machine: machine.moment)
        if machine.moment > now:
            break
        # What pins do meanwhile has its own moment.
        _time._moment = _time._began + int(machine.moment)
        machine.waits = not machine.step()
        idle = idle + 1 if machine.waits else 0
        left -= 1
    _time._moment = before
    for machine in active:
        machine.moment = max(machine.moment, now)
    _running = False
    _look_later(active, now)


def _look_later(active, now):
    global _next
    if _next is not None:
        _next.cancel()
        _next = None
    busy = [machine.moment for machine in active if not machine.waits]
    if busy:
        _next = _time.at(int(max(min(busy), now + _PAUSE)), run)
    elif any(waits_for_pin(machine) for machine in active):
        _next = _time.at(now + _WAITING_PAUSE, run)


def waits_for_pin(machine):
    """Whether a machine waits for something that nobody here tells."""
    word = machine.block.memory[machine.pc] if machine.given is None else machine.given
    return word >> 13 == 1 and word >> 5 & 3 < 2


def read(block, place):
    """Read a register."""
    run()
    block = blocks[block]
    machines = block.machines
    if place == _CTRL:
        return sum(machine.active << machine.number for machine in machines)
    if place == _FSTAT:
        status = 0
        for machine in machines:
            sending, taking = machine.rooms()
            sent, received = len(machine.sent), len(machine.received)
            bits = (not sent) << 24 | (sent >= sending) << 16 | (not received) << 8 | (received >= taking)
            status |= bits << machine.number
        return status
    if place == _FLEVEL:
        return sum((len(machine.sent) | len(machine.received) << 4) << 8 * machine.number for machine in machines)
    if _RX <= place < _IRQ:
        received = machines[place - _RX >> 2].received
        word = received.pop(0) if received else 0
        _go_on(machines)
        return word
    if place == _IRQ:
        return block.flags
    if place == _INTR:
        return (block.flags & 15) << 8
    if place == _INTE:
        return block.enabled
    if _MACHINES <= place < _INTR:
        machine = machines[(place - _MACHINES) // 24]
        what = (place - _MACHINES) % 24 // 4
        word = block.memory[machine.pc] if machine.given is None else machine.given
        return (machine.divider, machine.exec, machine.shift, machine.pc, word, machine.pins)[what]
    return block.others.get(place, 0)


def write(number, place, value):
    """Write a register."""
    run()
    block = blocks[number]
    machines = block.machines
    if place == _CTRL:
        _control(machines, value)
    elif _TX <= place < _RX:
        machine = machines[place - _TX >> 2]
        if len(machine.sent) < machine.rooms()[0]:
            machine.sent.append(value)
    elif place == _IRQ:
        block.flags &= ~value
    elif place == _FORCE:
        for flag in range(8):
            if value >> flag & 1:
                block.raise_flag(flag)
    elif place == _INTE:
        block.enabled = value
        for flag in range(4):
            if block.flags >> flag & 1:
                block.raise_flag(flag)
    elif _MEMORY <= place < _MACHINES:
        block.memory[place - _MEMORY >> 2] = value & 0xFFFF
    elif _MACHINES <= place < _INTR:
        _set(machines[(place - _MACHINES) // 24], (place - _MACHINES) % 24 // 4, value)
    else:
        block.others[place] = value
    _go_on(machines)


def _go_on(machines):
    """What machines waited for may be there."""
    for machine in machines:
        machine.waits = False
    run()


def _control(machines, value):
    for machine in machines:
        active = bool(value >> machine.number & 1)
        if active and not machine.active:
            machine.moment = _time.now()
        machine.active = active
        if value >> 4 + machine.number & 1:
            machine.restart()


def _set(machine, what, value):
    if what == 0:
        machine.divider = value
    elif what == 1:
        machine.exec = value
    elif what == 2:
        if (machine.shift ^ value) >> 30:
            machine.sent.clear()
            machine.received.clear()
        machine.shift = value
    elif what == 4:
        # Done at once, and again and again if it must wait.
        machine.given = value & 0xFFFF
        before = machine.moment
        if not machine.step():
            machine.waits = True
        machine.moment = max(before, _time.now() if machine.active else before)
    elif what == 5:
        machine.pins = value
