"""What both interpreters run: each line of a file, and one line printed about each.

    python evaluate.py CALLS [FIRST]

A line of CALLS is an expression, or statements separated by `; `. What it gives is printed as type and
representation, an exception as its type and message. The variable `x`, if the line sets one, is shown as well, since a
method may have changed it. Representations are ASCII. Iterators are shown by what they give, sets in sorted order and
without their order, so that what is printed does not depend on addresses or hashes.
"""

import sys
import types

LONGEST = 400
MOST_ITEMS = 12
BIG = 10**1000

ITERATORS = tuple(
    {
        type(iter(thing))
        for thing in ([], (), "", "é", b"", bytearray(), range(1), range(2**70), {}, {}.values(), {}.items(), set())
    }
    | {type(reversed(thing)) for thing in ([], (), range(1), {}, {}.values(), {}.items())}
    | {zip, map, filter, enumerate, type(iter(len, 0)), types.GeneratorType, type(iter(memoryview(b"")))}
)


def shown(value, depth=0):
    kind = type(value)
    name = kind.__name__
    if depth > 4:
        return name
    if kind in ITERATORS:
        items = []
        try:
            for item in value:
                items.append(shown(item, depth + 1))
                if len(items) == MOST_ITEMS:
                    items.append("...")
                    break
        except Exception as error:
            items.append(failed(error))
        return name + "<" + ", ".join(items) + ">"
    if kind in (set, frozenset):
        return name + "{" + ", ".join(sorted(shown(item, depth + 1) for item in value)) + "}"
    if kind is memoryview:
        try:
            about = f"{value.format} {value.shape} {value.strides} {value.readonly} {ascii(value.tobytes())}"
        except Exception as error:
            about = failed(error)
        return "memoryview<" + about + ">"
    if kind in (list, tuple):
        return name + "(" + ", ".join([shown(item, depth + 1) for item in value[:MOST_ITEMS]]) + f") {len(value)}"
    if kind is int and not -BIG < value < BIG:
        return f"int {value & 2**64 - 1:x} {value.bit_length()} bits"
    text = ascii(value)
    if len(text) > LONGEST:
        text = text[:LONGEST] + f"... {len(text)}"
    return name + " " + text


def failed(error):
    text = str(error)
    if len(text) > LONGEST:
        text = text[:LONGEST] + f"... {len(text)}"
    return type(error).__name__ + ": " + ascii(text)[1:-1]


def outcome(line):
    scope = {}
    try:
        if line.startswith("x = "):
            exec(line, scope)
            result = "done"
        else:
            result = shown(eval(line, scope))
    except Exception as error:
        result = failed(error)
    if "x" in scope:
        try:
            result += " | x " + shown(scope["x"])
        except Exception as error:
            result += " | x " + failed(error)
    return result


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        lines = file.read().split("\n")
    first = int(sys.argv[2]) if len(sys.argv) > 2 else 0
    for number in range(first, len(lines) - 1):
        print(f"{number} {outcome(lines[number])}", flush=True)


main()
