"""Regular expressions made from a seed, and what CPython and Ferropy find with them.

    python3 tests/differential/patterns.py --ferropy target/release/ferropy --seed 7 --patterns 5000

Groups in a possessive repetition are left out: where a round of one fails, CPython forgets to put back what their bounds were.
So is `\\B`, which has meant something else in empty texts since 3.14, and so are groups like `(?a:...)`, whose sets CPython's
search takes for those of the whole pattern's flags.
"""

import random
import re
import subprocess
import sys
import warnings

# The characters of patterns, and what else texts have.
ALPHABETS = {
    "str": ("ab", "c1 _\n-AB"),
    "bytes": ("ab", "c1 _\n-AB\xe9\xff"),
    "letters": ("abkKſsSéÉßıİi", "ẞIσςΣ\u212a1٣ _\n-\U00010400\U00010428µμΜ\u0345ιǅǆ\u2003\x85\x1c"),
}
# Longer ones would take for ever now and then, in either.
LONGEST = 90


class Maker:
    """Makes patterns and texts of one kind."""

    def __init__(self, kind, seed):
        self.kind = kind
        self.common, self.others = ALPHABETS[kind]
        self.random = random.Random(f"{kind}{seed}")
        self.groups = self.open = None

    def some(self, make, most):
        return "".join(make() for _ in range(self.random.randint(0, most)))

    def character(self):
        return self.random.choice(self.common if self.random.random() < 0.75 else self.others)

    def literal(self):
        character = self.character()
        return re.escape(character) if character in "\n -" else character

    def item(self):
        kind = self.random.random()
        if kind < 0.5:
            return self.literal()
        if kind < 0.75:
            first, last = sorted(self.character() for _ in range(2))
            return f"{re.escape(first)}-{re.escape(last)}"
        return "\\" + self.random.choice("dDwWsS")

    def single(self):
        kind = self.random.random()
        if kind < 0.65:
            return self.literal()
        if kind < 0.85:
            return f"[{self.random.choice(['', '', '^'])}{self.item()}{self.some(self.item, 2)}]"
        return self.random.choice([".", "\\d", "\\D", "\\w", "\\W", "\\s", "\\S"])

    def atom(self, depth):
        """A part that can be repeated, and whether it can be so possessively."""
        kind = self.random.random()
        if depth == 0 or kind < 0.45:
            return self.single(), True
        if kind < 0.65:
            self.groups += 1
            group = self.groups
            self.open.add(group)
            body = self.alternatives(depth - 1)
            self.open.discard(group)
            return f"({body})", False
        if kind < 0.7:
            return f"(?<{self.random.choice('=!')}{self.some(self.single, 2)})", False
        if kind < 0.8:
            group = self.random.randint(1, self.groups or 1)
            if self.groups and group not in self.open:
                condition = f"(?({group}){self.sequence(depth - 1)}|{self.sequence(depth - 1)})"
                return self.random.choice([f"\\{group}", condition]), False
        starts = [":", ":", ":", "=", "!", ">", "#x)(?:", self.random.choice(["i:", "s:", "m:", "i-s:", "-i:", "-s:"])]
        return f"(?{self.random.choice(starts)}{self.alternatives(depth - 1)})", False

    def part(self, depth):
        if self.random.random() < 0.08:
            return self.random.choice(["^", "$", "\\b", "\\A", "\\Z"])
        atom, may_keep = self.atom(depth)
        if self.random.random() < 0.6:
            return atom
        times = self.random.choice(["*", "+", "?", "{2}", "{1,2}", "{0,2}", "{1,}", "{,2}", "{2,3}", "{0}"])
        return atom + times + self.random.choice(["", "", "?", "+" if may_keep else ""])

    def sequence(self, depth):
        return self.some(lambda: self.part(depth), 3)

    def alternatives(self, depth):
        return "|".join(self.sequence(depth) for _ in range(self.random.choice([1, 1, 1, 2, 3])))

    def pattern(self):
        self.groups, self.open = 0, set()
        return self.alternatives(self.random.randint(1, 3))

    def text(self):
        return self.some(self.character, 6)


def spans(found):
    return found and (found.regs, found.lastindex)


def show(kind, seed, count):
    """Print what the running Python finds."""
    maker = Maker(kind, seed)
    odd = re.LOCALE if kind == "bytes" else re.ASCII
    # With ASCII and IGNORECASE, CPython takes ranges beyond U+FFFF for those of all letters.
    both = odd | re.I if kind != "letters" else odd
    for _ in range(count):
        pattern, texts = maker.pattern(), [maker.text() for _ in range(3)]
        flags = maker.random.choice([0, 0, 0, re.I, re.I, re.M, re.S, re.I | re.M, odd, both, re.X])
        start, end = maker.random.randint(0, 3), maker.random.randint(0, 8)
        template = "<\\g<0>>"
        if len(pattern) > LONGEST:
            continue
        if kind == "bytes":
            pattern, template = pattern.encode("latin1"), template.encode()
            texts = [text.encode("latin1") for text in texts]
        try:
            made = re.compile(pattern, flags)
        except re.error as error:
            print(ascii(pattern), int(flags), error)
            continue
        for text in texts:
            found = [spans(made.search(text)), spans(made.match(text, start)), spans(made.fullmatch(text))]
            found += [each.span() for each in made.finditer(text, 0, end)]
            found += made.findall(text), made.split(text), made.sub(template, text)
            print(ascii(pattern), int(flags), ascii(text), start, end, ascii(found))


def main():
    import argparse

    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--ferropy", required=True)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--patterns", type=int, default=2000)
    arguments = parser.parse_args()
    differences = 0
    for kind in ALPHABETS:
        task = [__file__, kind, str(arguments.seed), str(arguments.patterns)]
        ours, theirs = (
            subprocess.run([python, *task], capture_output=True, text=True, timeout=600).stdout.splitlines()
            for python in (arguments.ferropy, sys.executable)
        )
        differing = [pair for pair in zip(ours, theirs) if pair[0] != pair[1]]
        for one, other in differing[:10]:
            print(f"Ferropy: {one}\nCPython: {other}\n")
        differences += len(differing) + abs(len(ours) - len(theirs))
        print(f"{kind}: {len(theirs)} lines, {len(differing)} differ")
    return differences > 0


if __name__ == "__main__":
    warnings.simplefilter("ignore")
    if len(sys.argv) == 4 and sys.argv[1] in ALPHABETS:
        show(sys.argv[1], *map(int, sys.argv[2:]))
    else:
        sys.exit(main())
