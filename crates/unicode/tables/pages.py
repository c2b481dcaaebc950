"""Writes ../stdlib/python/_code_pages.py. Run in crates/unicode: python3 tables/pages.py

The tables come from this Python's own codecs of one byte a character that charmaps.py leaves to the library: the first half of
EBCDIC is not ASCII, and the others are rare.
"""

import encodings.aliases
import os

MODULES = """cp037 cp273 cp424 cp500 cp875 cp1026 cp1140 cp856 cp864 cp1006 ptcp154 palmos mac_arabic mac_farsi""".split()


CODE = """
def codec(name):
    \"\"\"The codec of that name, or None.\"\"\"
    from _morecodecs import _codec, charmap_build, charmap_decode, charmap_encode

    name = ALIASES.get(name, name)
    characters = TABLES.get(name)
    if characters is None:
        return None
    codes = charmap_build(characters)
    return _codec(
        name.replace("mac_", "mac-"),
        lambda text, errors="strict": charmap_encode(text, errors, codes),
        lambda data, errors="strict": charmap_decode(data, errors, characters),
    )
"""


def characters(module):
    codec = __import__(f"encodings.{module}", fromlist=["getregentry"]).getregentry()
    for byte in range(256):
        try:
            yield codec.decode(bytes([byte]))[0]
        except UnicodeDecodeError:
            yield "\ufffe"


def pieces(text):
    """The text as literals that fit into lines."""
    line = ""
    for character in text:
        shown = ascii(character)[1:-1].replace('"', '\\"').replace("\\'", "'")
        if len(line) + len(shown) > 110:
            yield line
            line = ""
        line += shown
    yield line


os.chdir(os.path.join(os.path.dirname(__file__), ".."))
lines = ["# Encodings of one byte a character that few need: EBCDIC and some others. Written by crates/unicode/tables/pages.py.", ""]
lines += ["TABLES = {"]
for module in MODULES:
    lines.append(f'    "{module}": (')
    lines += [f'        "{piece}"' for piece in pieces("".join(characters(module)))]
    lines.append("    ),")
lines += ["}", ""]
names = {alias: name for alias, name in encodings.aliases.aliases.items() if name in MODULES}
lines += ["# Other names.", "ALIASES = {"]
line = "   "
for piece in [f' "{alias}": "{names[alias]}",' for alias in sorted(names)]:
    if len(line + piece) > 118:
        lines.append(line)
        line = "   "
    line += piece
lines += [line, "}  # fmt: skip", "", "", *CODE.strip().splitlines(), ""]
with open("../stdlib/python/_code_pages.py", "w", encoding="ascii") as file:
    file.write("\n".join(lines))
