"""What both interpreters run: each line of a file, and one line printed about each.

    python evaluate.py CALLS [FIRST]

A line of CALLS is an expression, or statements: if it starts with `x = `, and if it holds a `¶`, which stands for a line
end. Every line sees the names of classes.py. What an expression gives is printed as type and representation, an
exception as its type and message. The variable `x`, if the line sets one, is shown as well, since a method may have
changed it; statements show more by calling `show`. Representations are ASCII. Iterators are shown by what they give, sets
in sorted order and without their order, so that what is printed does not depend on addresses or hashes.
"""

import array
import io
import itertools
import os
import sys
import types
from collections import Counter, OrderedDict, defaultdict, deque

LONGEST = 400
MOST_ITEMS = 12
BIG = 10**1000
LINE_END = "\xb6"

ITERATORS = tuple(
    {
        type(iter(thing))
        for thing in ([], (), "", "\xe9", b"", bytearray(), range(1), range(2**70), {}, {}.values(), {}.items(), set())
    }
    | {type(reversed(thing)) for thing in ([], (), range(1), {}, {}.values(), {}.items(), "")}
    | {zip, map, filter, enumerate, type(iter(len, 0)), types.GeneratorType, type(iter(memoryview(b"")))}
    | {kind for kind in vars(itertools).values() if isinstance(kind, type) and hasattr(kind, "__next__")}
    | {type(iter(deque())), type(reversed(deque())), type(reversed(OrderedDict())), type(Counter().elements())}
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
        return name + "{" + ", ".join(sorted([shown(item, depth + 1) for item in value])) + "}"
    if kind is memoryview:
        try:
            about = f"{value.format} {value.shape} {value.strides} {value.readonly} {ascii(value.tobytes())}"
        except Exception as error:
            about = failed(error)
        return "memoryview<" + about + ">"
    if kind in (deque, Counter, OrderedDict, defaultdict, array.array):
        return name + " " + ascii(value)[:LONGEST]
    if kind in (io.BytesIO, io.StringIO):
        return name + (" closed" if value.closed else f" {ascii(value.getvalue())} at {value.tell()}")
    if kind in (list, tuple):
        return name + "(" + ", ".join([shown(item, depth + 1) for item in value[:MOST_ITEMS]]) + f") {len(value)}"
    if kind is dict:
        items = [shown(key, depth + 1) + ": " + shown(value[key], depth + 1) for key in list(value)[:MOST_ITEMS]]
        return name + "(" + ", ".join(items) + f") {len(value)}"
    if kind is int and not -BIG < value < BIG:
        return f"int {value & 2**64 - 1:x} {value.bit_length()} bits"
    if isinstance(value, BaseException):
        return exception_shown(value, depth)
    text = ascii(value)
    if len(text) > LONGEST:
        text = text[:LONGEST] + f"... {len(text)}"
    return name + " " + text


def exception_shown(error, depth):
    """An exception with all that it carries."""
    text = f"{type(error).__name__}({shown(error.args, depth + 1)})"
    if isinstance(error, BaseExceptionGroup):
        text += f" message {ascii(error.message)} of {shown(error.exceptions, depth + 1)}"
    if isinstance(error, UnicodeError) and hasattr(error, "encoding"):
        text += f" {ascii(error.encoding)} {error.start} {error.end} {ascii(error.reason)}"
    if hasattr(error, "__notes__"):
        text += " notes " + shown(error.__notes__, depth + 1)
    if error.__cause__ is not None or error.__suppress_context__:
        text += f" cause {shown(error.__cause__, depth + 1)} {error.__suppress_context__}"
    if error.__context__ is not None:
        text += " context " + shown(error.__context__, depth + 1)
    return text


def failed(error):
    try:
        text = str(error)
    except Exception as other:
        text = "no text: " + type(other).__name__
    if len(text) > LONGEST:
        text = text[:LONGEST] + f"... {len(text)}"
    return type(error).__name__ + ": " + ascii(text)[1:-1]


def outcome(line, names):
    results = []
    scope = dict(names)
    scope["show"] = lambda *values: results.extend([shown(value) for value in values])
    scope["failed"] = lambda error: results.append(failed(error))
    try:
        if LINE_END in line or line.startswith("x = "):
            exec(line.replace(LINE_END, "\n"), scope)
            results.append("done")
        else:
            results.append(shown(eval(line, scope)))
    except BaseException as error:
        results.append(failed(error))
    if "x" in scope:
        try:
            results.append("x " + shown(scope["x"]))
        except BaseException as error:
            results.append("x " + failed(error))
    return " | ".join(results)


def main():
    names = {"__name__": "calls"}
    classes = os.path.join(os.path.dirname(os.path.abspath(__file__)), "classes.py")
    with open(classes, encoding="utf-8") as file:
        exec(file.read(), names)
    with open(sys.argv[1], encoding="utf-8") as file:
        lines = file.read().split("\n")
    first = int(sys.argv[2]) if len(sys.argv) > 2 else 0
    for number in range(first, len(lines) - 1):
        print(f"{number} {outcome(lines[number], names)}", flush=True)


main()
