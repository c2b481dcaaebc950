# Reading standard input in parts: characters, lines, and what is left.
# stdin: été\ncafé 😀 au lait\none\ntwo\nthree\nfour\nfive
import io
import sys

stdin = sys.stdin
print([stdin.read(0), stdin.read(2), stdin.readline(), stdin.readline(0), stdin.readline(6), stdin.readline(2)])
print(ascii(stdin.readline()))
print(stdin.readlines(4), next(stdin), stdin.read(3))
print(stdin.readlines(), stdin.read(), stdin.read(5), stdin.readline(), next(stdin, None), list(stdin))

for call in (
    lambda: stdin.write("x"), lambda: stdin.buffer.write(b"x"), lambda: sys.stdout.read(), lambda: sys.stdout.readline(),
    lambda: sys.stdout.buffer.read(), lambda: sys.stderr.read(1),
):
    try:
        call()
    except io.UnsupportedOperation as error:
        print(type(error), isinstance(error, OSError), isinstance(error, ValueError))
for size in "x", 1.5:
    try:
        stdin.read(size)
    except TypeError as error:
        print(error)
print(stdin.readable(), stdin.writable(), stdin.mode, stdin.buffer.mode, stdin.newlines, stdin.encoding, stdin.closed)
