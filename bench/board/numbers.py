"""Floats, ints beyond a word, and bits."""

from rows import row


def floats(n):
    x = 1.0
    for i in range(n):
        x = x * 1.0001 + 0.5
    return x


def mandelbrot(size):
    inside = 0
    for y in range(size):
        for x in range(size):
            cr, ci = 3.0 * x / size - 2.0, 2.0 * y / size - 1.0
            zr = zi = 0.0
            for _ in range(20):
                zr, zi = zr * zr - zi * zi + cr, 2.0 * zr * zi + ci
                if zr * zr + zi * zi > 4.0:
                    break
            else:
                inside += 1
    return inside


def factorial(n):
    product = 1
    for i in range(1, n + 1):
        product *= i
    return product


def wide(n):
    state = 88172645463325252
    for i in range(n):
        state ^= state << 13 & 0xFFFFFFFFFFFFFFFF
        state ^= state >> 7
        state ^= state << 17 & 0xFFFFFFFFFFFFFFFF
    return state


def bits(n):
    crc = 0xFFFF
    for i in range(n):
        crc ^= i & 255
        for _ in range(8):
            crc = crc >> 1 ^ 0xA001 if crc & 1 else crc >> 1
    return crc


def divide(n):
    total = 0
    for i in range(1, n):
        total += 10000 // i + 10000 % i
    return total


row("floats", floats, 3000)
row("mandelbrot", mandelbrot, 12)
row("factorial", factorial, 150)
row("wide", wide, 300)
row("bits", bits, 400)
row("divide", divide, 3000)
