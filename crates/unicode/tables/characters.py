"""Writes src/tables/{bidirectional,decomposition,mirrored}.txt: python3 tables/characters.py UnicodeData.txt

The source is the file of the Unicode Character Database. A line of a table starts with a code point: in the first
and the last a run starts there, of code points with the same value; the second has one line for each that can be taken apart.
"""

import sys

bidirectional, mirrored, decompositions = {}, {}, []
first = None
for line in open(sys.argv[1]):
    code, name, _, _, direction, decomposition, _, _, _, mirror, *_ = line.split(";")
    code = int(code, 16)
    start = first if name.endswith(", Last>") else code
    for each in range(start, code + 1):
        bidirectional[each], mirrored[each] = direction, mirror == "Y"
    first = code if name.endswith(", First>") else None
    if decomposition:
        decompositions.append(f"{code:X} {decomposition}\n")


def runs(values, missing):
    last = None
    for code in range(0x110000):
        value = values.get(code, missing)
        if value != last:
            yield f"{code:X} {value}\n"
            last = value


folder = __file__.rpartition("tables")[0] + "src/tables/"
for name, lines in (
    ("bidirectional", runs(bidirectional, "")), ("mirrored", runs(mirrored, False)), ("decomposition", decompositions),
):  # fmt: skip
    with open(f"{folder}{name}.txt", "w") as file:
        file.writelines(lines)
