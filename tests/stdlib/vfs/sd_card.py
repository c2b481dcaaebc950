# cpython: differs — it has no such module
# The driver of SD cards, with a card that is a program as well.
import os
import sdcard
import vfs


class Pin:
    OUT = 1

    def init(self, mode, value):
        self(value)

    def __call__(self, value):
        card.selected = not value
        if value:
            card.answer.clear()
            card.command.clear()


class Card:
    """SPI and the card on it."""

    def __init__(self, blocks, large):
        self.image = bytearray(512 * blocks)
        self.large = large
        self.selected = False
        self.command = bytearray()
        self.answer = bytearray()
        self.reading = self.writing = None
        self.many = False
        self.data = None
        self.tries = 0
        self.seen = set()

    def init(self, baudrate, phase, polarity):
        self.baudrate = baudrate

    def write(self, data):
        for byte in bytes(data):
            self.step(byte)

    def read(self, size, byte=0):
        return bytes([self.step(byte) for _ in range(size)])

    def readinto(self, buffer, byte=0):
        for at in range(len(buffer)):
            buffer[at] = self.step(byte)

    def step(self, byte):
        if not self.selected:
            return 0xFF
        if not self.answer and self.reading is not None and not self.command:
            self.send(self.reading)
            self.reading += 1
        sent = self.answer.pop(0) if self.answer else 0xFF
        if self.data is not None:
            self.data.append(byte)
            if len(self.data) == 514:
                self.image[self.writing * 512 : self.writing * 512 + 512] = self.data[:512]
                self.writing = self.writing + 1 if self.many else None
                self.data = None
                self.answer += b"\xe5\x00\x00\x00"
        elif self.writing is not None and not self.command:
            if byte == (0xFC if self.many else 0xFE):
                self.data = bytearray()
            elif byte == 0xFD:
                self.writing = None
                self.answer += b"\xff\x00\x00"
        elif self.command or byte & 0xC0 == 0x40:
            self.command.append(byte)
            if len(self.command) == 6:
                self.perform(self.command[0] & 63, int.from_bytes(self.command[1:5], "big"))
                self.command.clear()
        return sent

    def send(self, block):
        self.answer += b"\xff\xfe" + self.image[block * 512 : block * 512 + 512] + b"\0\0"

    def perform(self, number, argument):
        self.seen.add(number)
        state = 0 if self.tries > 2 else 1
        self.answer[:] = b"\xff"
        block = argument if self.large else argument // 512
        if number == 0:
            self.tries = 0
            self.answer.append(1)
        elif number == 8 and not self.large:
            self.answer.append(5)
        elif number == 8:
            self.answer += b"\x01\0\0\x01\xaa"
        elif number == 41:
            self.tries += 1
            self.answer.append(0 if self.tries > 2 else 1)
        elif number == 58:
            self.answer += bytes((state, 0xC0 if self.large else 0x80, 0xFF, 0x80, 0))
        elif number == 9:
            size = len(self.image) // 512
            csd = bytearray(16)
            if self.large:
                csd[0] = 0x40
                csd[7:10] = (size // 1024 - 1).to_bytes(3, "big")
            else:
                size = size // 512 - 1
                csd[5:11] = bytes((0x59, size >> 10 & 3, size >> 2 & 255, (size & 3) << 6, 3, 0x80))
            self.answer += b"\x00\xff\xfe" + csd + b"\0\0"
        elif number == 12:
            self.reading = None
            self.answer += b"\xff\x00\x00"
        elif number in (17, 18, 24, 25):
            self.answer.append(0)
            if number == 17:
                self.send(block)
            elif number == 18:
                self.reading = block
            else:
                self.writing = block
                self.many = number == 25
        else:
            self.answer.append(state)


for blocks, large in ((2048, True), (1024, False)):
    card = Card(blocks, large)
    sd = sdcard.SDCard(card, Pin())
    print(sd.ioctl(4, 0), sd.ioctl(5, 0), card.baudrate)
    vfs.VfsFat.mkfs(sd)
    vfs.mount(sd, "/sd")
    with open("/sd/a long name.txt", "w") as f:
        f.write("some text\n" * 600)
    with open("/sd/a long name.txt") as f:
        print(len(f.read()), os.listdir("/sd"))
    vfs.umount("/sd")
    print(sorted(card.seen))

for blocks in (0, 700):
    try:
        sd.readblocks(0, bytearray(blocks))
    except ValueError as e:
        print(e)


class Nothing(Card):
    def step(self, byte):
        return 0xFF


card = Nothing(1, True)
try:
    sdcard.SDCard(card, Pin())
except OSError as e:
    print(e)
