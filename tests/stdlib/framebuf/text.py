# Letters of eight by eight pixels: which are there, colours, edges, and what has no letter.
# cpython: differs — it has no framebuf
import framebuf

image = framebuf.FrameBuffer(bytearray(40 * 9), 40, 9, framebuf.GS8)


def show():
    for y in range(9):
        print("".join(".#2345678"[image.pixel(x, y)] for x in range(40)))
    image.fill(0)


image.text("Ag5~", 0, 0)
show()
image.text("é\x07", 0, 0)
image.text("cut off on the right", 20, 1, 2)
show()
image.text("left", -12, -3, 3)
image.text(b"bytes"[:2], 16, 0)
show()

# Each character has a letter of its own.
seen = set()
for code in range(32, 128):
    image.fill(0)
    image.text(chr(code), 0, 0)
    seen.add(bytes(image))
print(len(seen))
