# python: 3.14
# Paragraphs with all options, by chance; indentation.
import random, textwrap
from textwrap import *


def show(f, *a, **k):
    try:
        print(repr(f(*a, **k)))
    except Exception as e:
        print(type(e).__name__, e)


r = random.Random(11)
alphabet = [
    "a",
    "bc",
    "def",
    "ghij-kl",
    "x-y",
    "m-n-o",
    "--",
    "-",
    "foo--bar",
    "e.g.",
    "end.",
    '"Q!"',
    "it's",
    "1-2",
    "12-ab",
    "é-ü",
    "--option",
    "long" * 6,
    " ",
    "  ",
    "\t",
    "\n",
    ",",
    "co-op-er-ate",
    "a--b",
    "well-",
    "-known",
    "b2-b3",
    "_x-_y",
    "end?",
    "stop!'",
    "no.",
]
for n in range(120):
    text = "".join(
        r.choice(alphabet) + r.choice(["", " ", " ", "\n", "  "]) for _ in range(r.randrange(1, 14))
    )
    kw = {}
    if r.random() < 0.3:
        kw["initial_indent"] = "* "
    if r.random() < 0.3:
        kw["subsequent_indent"] = "    "
    for name in (
        "expand_tabs",
        "replace_whitespace",
        "break_long_words",
        "drop_whitespace",
        "break_on_hyphens",
    ):
        if r.random() < 0.2:
            kw[name] = False
    if r.random() < 0.2:
        kw["fix_sentence_endings"] = True
    if r.random() < 0.3:
        kw["max_lines"] = r.randrange(1, 4)
    if r.random() < 0.2:
        kw["placeholder"] = " .."
    if r.random() < 0.2:
        kw["tabsize"] = 4
    show(wrap, text, r.randrange(5, 30), **kw)
    show(shorten, text, r.randrange(6, 25))
    show(fill, text, 12)
    show(dedent, text)
    show(indent, text, "> ")
for t in (
    "  a\n    b\n  c",
    "\ta\n\tb",
    " a\n\tb",
    "a\n  b",
    "  \n  a\n   \n",
    "",
    "\n",
    "   ",
    "  a\n\n  b\n",
    "    x\n  y",
):
    show(dedent, t)
    show(indent, t, "--", lambda l: True)
    show(indent, t, "--", lambda l: "a" in l)
show(dedent, 5)
show(wrap, "abc", 0)
show(shorten, "hello world", 3)
show(wrap, "", 5)
show(fill, "  x")
show(wrap, "a b", width=-1)
w = TextWrapper(width=20, max_lines=2)
print(w.wrap("the quick brown fox jumps over the lazy dog again and again"), w.fill("short"))
print(sorted(textwrap.__all__))
