"""Writes src/tables/*.rs. Run in crates/unicode:

    cargo run --example properties | python3 tables/generate.py

Standard input gives category, case, identifiers and width of every code point of Unicode 16. Title case, case
folding and numeric values come from this Python's own database; for characters that it doesn't know, title case
is upper case and folding is lower case, which holds for all that were added since its version.

Whatever follows from the category is not stored: the other tables hold the exceptions only.
"""

import sys
import unicodedata
from fractions import Fraction

CATEGORIES = "Lu Ll Lt Lm Lo Mn Mc Me Nd Nl No Pc Pd Ps Pe Pi Pf Po Sm Sc Sk So Zs Zl Zp Cc Cf Cs Co Cn".split()
ALTERNATING = len(CATEGORIES)  # Lu at even distance from the start of the run, Ll at odd distance
LAST = 0x10FFFF

category, lower, upper, flags, width = {}, {}, {}, {}, {}
for line in sys.stdin:
    code, name, small, large, letters, columns = line.rstrip("\n").split("\t")
    code = int(code, 16)
    category[code] = name
    lower[code] = [int(c, 16) for c in small.split()]
    upper[code] = [int(c, 16) for c in large.split()]
    flags[code] = letters
    width[code] = int(columns)
for code in range(0xD800, 0xE000):
    category[code] = "Cs"
for code in lower:
    # The source of the case mappings knows a later Unicode: what came or changed there is undone.
    for mapping in (lower, upper):
        if any(target not in category for target in mapping[code]):
            mapping[code] = [code]
    for name, letter in (("Ll", "l"), ("Lu", "u")):
        if category[code] == name and letter not in flags[code]:
            flags[code] += letter

title, fold = {}, {}
for code in lower:
    known = unicodedata.category(chr(code)) != "Cn"
    title[code] = [ord(c) for c in chr(code).title()] if known else upper[code]
    fold[code] = [ord(c) for c in chr(code).casefold()] if known else lower[code]


def runs(value):
    """Stretches of code points with one value, as (start, value)."""
    result = []
    for code in range(LAST + 1):
        current = value(code)
        if not result or result[-1][1] != current:
            result.append((code, current))
    return result


def ranges(condition):
    """Stretches that meet the condition, as (first, last)."""
    stretches = runs(condition) + [(LAST + 1, None)]
    return [(start, following[0] - 1) for (start, value), following in zip(stretches, stretches[1:]) if value]


class File:
    def __init__(self, name, about):
        self.out = open(f"src/tables/{name}.rs", "w")
        self.line(f"//! {about}\n//!\n//! Written by `tables/generate.py`: don't edit.\n")

    def line(self, text):
        print(text, file=self.out)

    def table(self, name, about, kind, rows):
        self.line(f"/// {about}\npub(crate) static {name}: [{kind}; {len(rows)}] = [")
        for row in rows:
            self.line(f"    {row},")
        self.line("];\n")

    def ranges(self, name, about, stretches):
        self.table(name, about, "(u32, u32)", [f"({first:#x}, {last:#x})" for first, last in stretches])


def write_categories():
    file = File("category", "General categories as runs of code points.")
    stretches = runs(lambda code: category.get(code, "Cn"))
    collapsed, index = [], 0
    while index < len(stretches):
        start, name = stretches[index]
        end = index
        # Single characters Lu, Ll, Lu, Ll, … become one run.
        while end + 1 < len(stretches) and stretches[end + 1][0] == stretches[end][0] + 1 and stretches[end][1] == (
            "Lu" if (end - index) % 2 == 0 else "Ll"
        ):
            end += 1
        if end - index >= 2:
            collapsed.append((start, ALTERNATING))
            index = end
        else:
            collapsed.append((start, CATEGORIES.index(name)))
            index += 1
    file.table("RUNS", "`start << 8 | category`, by start; 30 alternates between Lu and Ll.", "u32",
               [f"{start << 8 | number:#x}" for start, number in collapsed])


def case_runs(mapping, base):
    """Runs of simple mappings that differ from the base mapping: (start, length, stride, delta)."""
    pairs = [(code, target[0] - code) for code, target in sorted(mapping.items())
             if len(target) == 1 and target != base(code)]
    result = []
    for code, delta in pairs:
        if result:
            start, length, stride, previous = result[-1]
            gap = code - (start + (length - 1) * stride)
            if delta == previous and gap in (1, 2) and (length == 1 or gap == stride):
                result[-1] = (start, length + 1, gap, delta)
                continue
        result.append((code, 1, 1, delta))
    return result


def write_case():
    file = File("case", "Case mappings to one character, as runs of equal distance.")
    file.line("""/// `length` characters from `start`, `stride` apart, that map to the character `delta` further on.
pub(crate) struct CaseRun {
    pub(crate) start: u32,
    pub(crate) length: u16,
    pub(crate) stride: u16,
    pub(crate) delta: i32,
}

const fn run(start: u32, length: u16, stride: u16, delta: i32) -> CaseRun {
    CaseRun { start, length, stride, delta }
}
""")

    def simple(name, about, mapping, base):
        file.table(name, about, "CaseRun", [f"run({a:#x}, {b}, {c}, {d})" for a, b, c, d in case_runs(mapping, base)])

    def several(name, about, mapping, base):
        rows = []
        for code, target in sorted(mapping.items()):
            if len(target) > 1 and target != base(code):
                padded = (target + [0, 0])[:3]
                rows.append(f"({code:#x}, [{', '.join(f'{c:#x}' for c in padded)}])")
        file.table(name, about, "(u16, [u16; 3])", rows)

    simple("LOWER", "Characters with another lower case.", lower, lambda code: [code])
    simple("UPPER", "Characters with another upper case.", upper, lambda code: [code])
    simple("TITLE", "Characters whose title case is not their upper case.", title, lambda code: upper[code])
    simple("FOLD", "Characters whose folding is not their lower case.", fold, lambda code: lower[code])
    file = File("case_several", "Case mappings to several characters, and where case doesn't follow from the category.")
    several("UPPER_SEVERAL", "Characters whose upper case is several.", upper, lambda code: None)
    several("TITLE_SEVERAL", "Characters whose title case is several and not their upper case.", title, lambda code: upper[code])
    several("FOLD_SEVERAL", "Characters whose folding is several.", fold, lambda code: None)
    assert [code for code in lower if len(lower[code]) > 1] == [0x130]
    lowercase = lambda code: (category.get(code) == "Ll") != ("l" in flags.get(code, ""))
    uppercase = lambda code: (category.get(code) == "Lu") != ("u" in flags.get(code, ""))
    implied = lambda code: category.get(code) in ("Mn", "Me", "Cf", "Lm", "Sk")
    file.ranges("OTHER_LOWERCASE", "Lower case without being Ll.", ranges(lowercase))
    file.ranges("OTHER_UPPERCASE", "Upper case without being Lu.", ranges(uppercase))
    file.ranges("OTHER_IGNORABLE", "Ignorable for the final sigma without being Mn, Me, Cf, Lm or Sk, or the other way round.",
                ranges(lambda code: implied(code) != ("i" in flags.get(code, ""))))


def write_identifiers():
    file = File("identifier", "Where identifiers don't follow from the category.")
    letter = ("Lu", "Ll", "Lt", "Lm", "Lo", "Nl")
    more = letter + ("Mn", "Mc", "Nd", "Pc")
    file.ranges("START_EXCEPTIONS", "Letters that can't start an identifier, and others that can.",
                ranges(lambda code: (category.get(code) in letter) != ("s" in flags.get(code, ""))))
    file.ranges("CONTINUE_EXCEPTIONS", "Letters, marks and digits that can't go on with an identifier, and others that can.",
                ranges(lambda code: (category.get(code) in more) != ("c" in flags.get(code, ""))))


def write_width():
    file = File("width", "Characters that take no column or two.")
    zero = lambda code: category.get(code) in ("Mn", "Me", "Cf")
    file.ranges("WIDE", "Two columns.", ranges(lambda code: width.get(code) == 2))
    file.ranges("ZERO_EXCEPTIONS", "No column without being Mn, Me or Cf, or the other way round.",
                ranges(lambda code: category.get(code) != "Cc" and zero(code) != (width.get(code) == 0)))


def write_east_asian_width():
    file = File("east_asian_width", "East Asian widths as Unicode names them.")
    names = ["N", "A", "F", "H", "Na", "W"]
    # What is reserved for ideographs is wide; what else has no character yet is neutral.
    reserved = (0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0xF900, 0xFAFF), (0x20000, 0x2FFFD), (0x30000, 0x3FFFD)

    def value(code):
        if unicodedata.category(chr(code)) == "Cn":
            return names.index("W" if any(first <= code <= last for first, last in reserved) else "N")
        return names.index(unicodedata.east_asian_width(chr(code)))

    stretches = runs(value)
    file.table("RUNS", "`start << 3 | width`, by start: N, A, F, H, Na, W.", "u32",
               [f"{start << 3 | value:#x}" for start, value in stretches])


def write_digits():
    file = File("digit", "Digits that are not decimal: superscripts and the like.")
    found = []
    for code in range(LAST + 1):
        value = unicodedata.digit(chr(code), None)
        if value is None or category.get(code) == "Nd":
            continue
        if found and found[-1][0] + found[-1][1] == code and found[-1][2] + found[-1][1] == value:
            found[-1][1] += 1
        else:
            found.append([code, 1, value])
    file.table("DIGITS", "`length` characters from `start` whose values count up from the third number.", "(u32, u8, u8)",
               [f"({start:#x}, {length}, {value})" for start, length, value in found])


def write_numeric():
    file = File("numeric", "Numeric values of characters that are not digits.")
    file.line("""/// `length` characters from `start`: `(numerator + n · step) · 10^power / denominator`.
pub(crate) struct NumericRun {
    pub(crate) start: u32,
    pub(crate) length: u8,
    pub(crate) power: u8,
    pub(crate) numerator: i16,
    pub(crate) step: i16,
    pub(crate) denominator: u16,
}

const fn run(start: u32, length: u8, numerator: i16, step: i16, power: u8, denominator: u16) -> NumericRun {
    NumericRun { start, length, power, numerator, step, denominator }
}
""")
    found = []
    for code in range(LAST + 1):
        character = chr(code)
        value = unicodedata.numeric(character, None)
        if value is None or unicodedata.digit(character, None) is not None or category.get(code) == "Nd":
            continue
        fraction = Fraction(value).limit_denominator(1000)
        numerator, power = fraction.numerator, 0
        while numerator and numerator % 10 == 0:
            numerator, power = numerator // 10, power + 1
        if power == 1 and numerator < 10:
            numerator, power = numerator * 10, 0
        if found and found[-1][0] + found[-1][1] == code and found[-1][4:] == [power, fraction.denominator]:
            step = numerator - (found[-1][2] + (found[-1][1] - 1) * found[-1][3])
            if found[-1][1] == 1 or step == found[-1][3]:
                found[-1][1] += 1
                found[-1][3] = step
                continue
        found.append([code, 1, numerator, 0, power, fraction.denominator])
    file.table("RUNS", "By start.", "NumericRun", [f"run({', '.join([hex(row[0])] + [str(n) for n in row[1:]])})" for row in found])


write_categories()
write_case()
write_identifiers()
write_width()
write_east_asian_width()
write_digits()
write_numeric()
