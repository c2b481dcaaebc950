# Reading standard input as bytes.
# stdin: one\ntwo\nthree\nfour\nfive\nsix é\nseven\neight
import sys

stdin = sys.stdin.buffer


def readinto(size):
    buffer = bytearray(size)
    return stdin.readinto(buffer), bytes(buffer)


print(stdin.read(2), stdin.readline(), stdin.readline(1), stdin.readline())
print(readinto(3), readinto(0), readinto(4), stdin.readlines(2))
for line in stdin:
    print(line)
    break
print(next(stdin))
print(readinto(10), readinto(10), stdin.read(), stdin.read(3), stdin.read1(3), list(stdin), next(stdin, None))
with sys.stdin as same:
    print(same is sys.stdin)
