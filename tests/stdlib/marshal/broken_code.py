# cpython: differs — it runs whatever it is given
# Code that was changed is refused.
import marshal


def function(a):
    return [a + n for n in range(3)]


data = bytearray(marshal.dumps(function.__code__))
refused = kept = 0
for place in range(len(data)):
    for bit in (1, 0x80):
        data[place] ^= bit
        try:
            marshal.loads(data)
            kept += 1
        except (ValueError, EOFError, TypeError):
            refused += 1
        data[place] ^= bit
print(refused > 100, kept < 10)
for length in range(len(data)):
    try:
        marshal.loads(data[:length])
        print(length)
    except (ValueError, EOFError):
        pass
# CPython's own code begins otherwise.
try:
    marshal.loads(b"c" + bytes(40))
except ValueError as error:
    print(error)
