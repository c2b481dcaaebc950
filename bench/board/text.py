"""Strings: putting them together, taking them apart."""

from rows import row


def concatenate(n):
    text = ""
    for i in range(n):
        text += "x"
    return text


def percent(n):
    for i in range(n):
        text = "%d:%s %5.2f" % (i, "abc", 1.5)
    return text


def format_method(n):
    for i in range(n):
        text = "{}:{} {:04x}".format(i, "abc", i)
    return text


def fstring(n):
    for i in range(n):
        text = f"{i}:abc {i + 1}"
    return text


def split_join(n):
    for i in range(n):
        words = "one two three four five".split()
        text = "-".join(words)
    return text


def search(n):
    text = "the quick brown fox jumps over the lazy dog"
    found = 0
    for i in range(n):
        found += text.find("lazy") + len(text.replace("o", "0"))
        found += text.startswith("the")
    return found


def numbers(n):
    total = 0
    for i in range(n):
        total += int(str(i))
    return total


row("concatenate", concatenate, 500)
row("percent", percent, 200)
row("format", format_method, 200)
row("fstring", fstring, 300)
row("split_join", split_join, 200)
row("search", search, 200)
row("int_str", numbers, 500)
