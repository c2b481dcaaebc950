"""The UARTs of a simulated board. What is sent takes the time that it would take on a wire."""
from _board_pins import give as _give, note as _note, pads as _pads
from _board_time import at as _at, catch_up as _catch_up, leave as _leave, now as _now

_FUNCTION, _SOURCE = 2, 0x200
TX_IDLE, RX_IDLE, BREAK = 0x20, 0x40, 0x200
# Bytes that the controller itself holds.
_FIFO = 32


class Line:
    """A UART, and what hangs at its other end."""

    def __init__(self, number):
        self.number = number
        self.device = None
        # All that the program has sent.
        self.written = bytearray()
        self.close()

    def close(self):
        """Forget how it is set up, and what waits."""
        self.tx = self.rx = None
        self.received = bytearray()
        self.is_open = False
        self.watched = self.room = self.sending = 0
        self.frame_ns = 86_806
        self.sent_at = 0
        self.idle = None

    def pending(self):
        """How many bytes wait to be sent or are on their way."""
        return -(-max(self.sent_at - _now(), 0) // self.frame_ns)

    def tell(self, flag):
        """Leave an event if the program wants to know."""
        if self.watched & flag:
            _leave(_SOURCE + self.number, flag)

    def feed(self, data):
        """Let bytes arrive. What there is no room for is lost."""
        if not self.is_open:
            return
        self.received += bytes(data)[: max(self.room + _FIFO - len(self.received), 0)]
        if self.idle is not None:
            self.idle.cancel()
        # Silence is noticed after 32 bits.
        self.idle = _at(_now() + 32 * self.frame_ns // 10, self.tell, RX_IDLE)

    def attach(self, device):
        """Let a device hear what is sent: its receive(data) may return an answer."""
        self.device = device
        return device

    def _peers(self):
        """The UARTs whose receiving pin is wired to the sending pin of this one."""
        if self.tx is None:
            return []
        net = _pads[self.tx].net
        return [line for line in lines if line.is_open and line.rx is not None and _pads[line.rx].net is net]

    def _arrive(self, data):
        if self.device is not None:
            answer = self.device.receive(data)
            if answer:
                self.feed(answer)
        for line in self._peers():
            line.feed(data)

    def _all_sent(self):
        if _now() >= self.sent_at:
            self.tell(TX_IDLE)

    def send(self, data):
        """Send bytes as there is room: how many."""
        data = data[: max(self.sending + _FIFO - self.pending(), 0)]
        if not data:
            return 0
        self.written += data
        _note(f"UART {self.number}", data)
        self.sent_at = max(self.sent_at, _now()) + len(data) * self.frame_ns
        _at(self.sent_at, self._arrive, data)
        _at(self.sent_at, self._all_sent)
        return len(data)

    def set_break(self, begins):
        """Begin or end a break."""
        if self.tx is not None:
            _give(_pads[self.tx], _FUNCTION, 0 if begins else 1)
        if begins:
            for line in self._peers():
                line.tell(BREAK)


lines = [Line(number) for number in range(2)]


# What `machine` asks.


def open(number, tx, rx, baudrate, frame, sending, receiving):
    """Set a UART up: pins, bits in a second and in a frame, room for what waits."""
    _catch_up()
    if baudrate == 0:
        raise OSError(22)
    line = lines[number]
    line.close()
    line.tx, line.rx, line.is_open = tx, rx, True
    line.frame_ns = frame * 1_000_000_000 // baudrate
    line.sending, line.room = sending, receiving
    if tx is not None:
        _give(_pads[tx], _FUNCTION, 1)
    if rx is not None:
        _give(_pads[rx], _FUNCTION)


def close(number):
    """Stop a UART."""
    lines[number].close()


def state(number):
    """Bytes that can be read, bytes that can be written, whether all was sent."""
    _catch_up()
    line = lines[number]
    pending = line.pending()
    return len(line.received), max(line.sending + _FIFO - pending, 0), pending == 0


def read(number, count):
    """Take what has arrived."""
    _catch_up()
    line = lines[number]
    data = bytes(line.received[:count])
    del line.received[:count]
    return data


def write(number, data):
    """Send what there is room for."""
    _catch_up()
    return lines[number].send(data)


def set_break(number, begins):
    """Begin or end a break."""
    _catch_up()
    lines[number].set_break(begins)


def watch(number, flags):
    """Leave events from now on."""
    lines[number].watched = flags
