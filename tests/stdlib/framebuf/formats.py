# The seven formats: pixels in bytes, colours that are too large, rows that are longer than the image.
# cpython: differs — it has no framebuf
import framebuf

FORMATS = ("MONO_VLSB", "MONO_HLSB", "MONO_HMSB", "RGB565", "GS2_HMSB", "GS4_HMSB", "GS8")

for name in FORMATS:
    format = getattr(framebuf, name)
    print(name, format)
    buffer = bytearray(64)
    image = framebuf.FrameBuffer(buffer, 5, 3, format, 8)
    for y in range(3):
        for x in range(5):
            image.pixel(x, y, x + 16 * y)
    print(buffer.hex())
    print([image.pixel(x, y) for y in range(3) for x in range(5)])
    print(image.pixel(-1, 0), image.pixel(5, 0), image.pixel(0, 3), image.pixel(9, 9, 1))
    image.fill(0xFFFF)
    print(buffer.hex())
    image.fill_rect(1, 1, 3, 9, 0)
    print(buffer.hex())

image = framebuf.FrameBuffer1(bytearray(16), 8, 10)
image.pixel(2, 9, 1)
print(bytes(image).hex(), framebuf.MVLSB == framebuf.MONO_VLSB)

# The image is the buffer: what is written there is seen, and the other way round.
buffer = bytearray(4)
image = framebuf.FrameBuffer(buffer, 2, 2, framebuf.GS8)
buffer[3] = 7
image.pixel(1, 0, 9)
print(image.pixel(1, 1), buffer[1], memoryview(image)[3])

part = framebuf.FrameBuffer(memoryview(buffer)[2:], 2, 1, framebuf.GS8)
part.fill(5)
print(list(buffer))
