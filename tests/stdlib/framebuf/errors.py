# What can't be an image, and what can't be drawn.
# cpython: differs — it has no framebuf
import framebuf


def attempt(function, *args):
    try:
        print(function(*args))
    except Exception as error:
        print(type(error).__name__)


make = framebuf.FrameBuffer
for args in (
    (bytearray(7), 8, 1, framebuf.MONO_VLSB),
    (bytearray(8), 0, 1, framebuf.GS8),
    (bytearray(8), 1, -1, framebuf.GS8),
    (bytearray(8), 2, 2, framebuf.GS8, 1),
    (bytearray(8), 1, 1, 7),
    (bytearray(8), 1, 1, -1),
    (bytes(8), 1, 1, framebuf.GS8),
    ([1, 2, 3], 1, 1, framebuf.GS8),
    (bytearray(8), 1.0, 1, framebuf.GS8),
    (bytearray(8), 1, 1),
    (bytearray(8), 65536, 1, framebuf.GS8),
    (bytearray(3), 2, 2, framebuf.GS8, 2),
):
    attempt(make, *args)

image = make(bytearray(16), 4, 4, framebuf.GS8)
attempt(image.pixel, 1)
attempt(image.pixel, "1", 2)
attempt(image.fill, None)
attempt(image.line, 0, 0, 1, 1.5, 1)
attempt(image.poly, 0, 0, [1, 2], 1)
attempt(image.blit, None, 0, 0)
attempt(image.blit, (bytes(4), 2, 2), 0, 0)
attempt(image.blit, (bytes(3), 2, 2, framebuf.GS8), 0, 0)
attempt(image.text, 5, 0, 0)
print(bytes(image) == bytes(16))


class Unfinished(framebuf.FrameBuffer):
    def __init__(self):
        pass


for call in (lambda image: image.fill(1), lambda image: make(bytearray(4), 2, 2, framebuf.GS8).blit(image, 0, 0)):
    try:
        call(Unfinished())
    except Exception as error:
        print(type(error).__name__, error)

# The buffer of an image keeps its size.
buffer = bytearray(16)
image = make(buffer, 4, 4, framebuf.GS8)
try:
    buffer.clear()
except BufferError as error:
    print(error)

# Far away, and in no time.
image.line(-(1 << 40), -5, 1 << 40, 5, 1)
image.fill_rect(-(1 << 40), 1, 1 << 60, 1, 2)
image.ellipse(0, 0, 1 << 40, 1, 3)
image.scroll(1 << 40, 0)
image.text("x", 1 << 40, 0)
image.text("x", -(1 << 40), 0)
print(image.pixel(0, 1))
