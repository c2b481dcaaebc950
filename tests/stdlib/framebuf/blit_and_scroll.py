# Images on images, with colours left out or translated, and pixels that move.
# cpython: differs — it has no framebuf
import framebuf


def image(width, height, format=framebuf.GS8):
    return framebuf.FrameBuffer(bytearray(width * height * 2), width, height, format)


def show(title, shown, width, height):
    print(title)
    for y in range(height):
        print(" ".join("%x" % shown.pixel(x, y) for x in range(width)))


small = image(3, 2)
for place in range(6):
    small.pixel(place % 3, place // 3, place)

large = image(6, 4)
large.fill(9)
large.blit(small, 1, 1)
show("whole", large, 6, 4)
large.blit(small, -1, -1, 4)
show("cut, without 4", large, 6, 4)
large.blit(small, 5, 3)
large.blit(small, 6, 0)
large.blit(small, 0, -2)
show("corner", large, 6, 4)

palette = image(6, 1)
for color in range(6):
    palette.pixel(color, 0, 15 - color)
large.fill(0)
large.blit(small, 2, 1, 12, palette)
show("translated, without 12", large, 6, 4)

letter = (bytes([0b10100000, 0b01000000]), 3, 2, framebuf.MONO_HLSB)
colors = image(2, 1, framebuf.RGB565)
colors.pixel(0, 0, 0x1234)
colors.pixel(1, 0, 0xF00F)
screen = image(4, 3, framebuf.RGB565)
screen.blit(letter, 0, 1, -1, colors)
show("mono on colours", screen, 4, 3)
screen.blit([bytes([0, 1, 2, 3, 4, 5]), 2, 2, framebuf.GS8, 3], 2, 0)
show("with a stride", screen, 4, 3)

for step in ((1, 0), (-1, 0), (0, 1), (0, -1), (2, -1), (-1, 1), (4, 0), (0, -9)):
    moved = image(4, 3)
    for place in range(12):
        moved.pixel(place % 4, place // 4, place)
    moved.scroll(*step)
    show("scroll %d %d" % step, moved, 4, 3)


class Display(framebuf.FrameBuffer):
    """As drivers do it."""

    def __init__(self, width, height):
        self.width = width
        self.buffer = bytearray(width * height // 8)
        super().__init__(self.buffer, width, height, framebuf.MONO_VLSB)

    def show(self):
        return self.buffer.hex()


display = Display(8, 16)
display.line(0, 0, 7, 15, 1)
print(display.show(), display.width)
other = Display(8, 16)
other.blit(display, 0, 0)
print(other.show() == display.show())
other.blit(other, 1, 0)
print(other.show())
