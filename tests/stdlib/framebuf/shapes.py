# Lines, rectangles, ellipses and polygons, inside and across the edges.
# cpython: differs — it has no framebuf
import framebuf
from array import array

WIDTH, HEIGHT = 24, 12


def show(title, draw):
    image = framebuf.FrameBuffer(bytearray(WIDTH * HEIGHT), WIDTH, HEIGHT, framebuf.GS8)
    draw(image)
    print(title)
    for y in range(HEIGHT):
        print("".join(".123456789"[image.pixel(x, y) % 10] for x in range(WIDTH)))


def lines(image):
    image.line(0, 0, 23, 11, 1)
    image.line(23, 0, 0, 11, 2)
    image.line(10, -50, 14, 60, 3)
    image.line(5, 5, 5, 5, 4)
    image.hline(-3, 1, 9, 5)
    image.vline(20, 9, 90, 6)
    image.line(-1000, 3, 1000, 8, 7)


def rectangles(image):
    image.rect(1, 1, 6, 5, 1)
    image.rect(9, -2, 40, 6, 2)
    image.rect(2, 7, 5, 3, 3, True)
    image.fill_rect(12, 6, 4, 100, 4)
    image.rect(18, 8, 1, 1, 5)
    image.rect(20, 8, 0, 3, 6)
    image.fill_rect(5, 5, -3, 2, 7)


def ellipses(image):
    image.ellipse(6, 5, 5, 4, 1)
    image.ellipse(17, 5, 6, 3, 2, True)
    image.ellipse(17, 5, 5, 5, 3, False, 0b0101)
    image.ellipse(6, 5, 2, 2, 4, True, 0b0010)
    image.ellipse(0, 11, 0, 0, 5)
    image.ellipse(2, 11, 2, 0, 6)
    image.ellipse(23, 8, 0, 2, 7)


def polygons(image):
    image.poly(1, 1, array("h", [0, 0, 8, 0, 8, 8, 4, 3, 0, 8]), 1)
    image.poly(12, 1, array("h", [0, 0, 8, 0, 8, 8, 4, 3, 0, 8]), 2, True)
    image.poly(18, 8, array("b", [-3, -3, 3, 3, 3, -3, -3, 3]), 3, True)
    image.poly(2, 10, bytes([0, 0, 5, 1]), 4)
    image.poly(0, 0, array("h", []), 5, True)
    image.poly(9, 11, array("h", [0, 0, 1]), 6)


show("lines", lines)
show("rectangles", rectangles)
show("ellipses", ellipses)
show("polygons", polygons)
