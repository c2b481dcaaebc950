"""One side of an exchange: writes generated values in a format, or reads what the other side wrote.

    python peer.py write FORMAT SEED COUNT > FILE
    python peer.py read FORMAT SEED COUNT < FILE

Both sides make the same values from the seed, so the reader knows what it must find. A line of the file is one value in
hexadecimal digits. The reader prints what it finds otherwise and, in the last line, how many were right.
"""

import random
import sys

from formats import FORMATS
from shown import shown


def main(role, name, seed, count):
    form = FORMATS[name]
    right = 0
    for number in range(count):
        chance = random.Random(f"{name} {seed} {number}")
        value = form.value(chance, number)
        if role == "write":
            print(form.write(value).hex())
            continue
        problem = difference(form, value, bytes.fromhex(input()))
        right += not problem
        if problem:
            print(f"{name} {number}: {problem}")
    if role == "read":
        print(right)


def difference(form, value, data):
    """What is wrong with the bytes that the other side wrote for the value; None if nothing is."""
    try:
        if form.is_exact and form.write(value) != data:
            return f"{shown(value):.300}\n    is written {unlike(form.write(value), data)}"
        found, expected = shown(form.read(data, value)), shown(form.expected(value))
    except Exception as error:
        return f"{shown(value):.300}\n    can't be read from {data[:300]}: {error!r}"
    return f"it should be read as {unlike(expected, found)}" if found != expected else None


def unlike(expected, found):
    """The places where two texts begin to differ."""
    at = next((at for at, (a, b) in enumerate(zip(expected, found)) if a != b), min(len(expected), len(found)))
    start = max(at - 40, 0)
    return f"…{expected[start : at + 60]!r}, not …{found[start : at + 60]!r}"


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]), int(sys.argv[4]))
