# Words of long texts, with white space at all places of the pieces in which a text is looked through.
SPACES = "\t\n\v\f\r\x1c\x1d\x1e\x1f "


def by_hand(text):
    words, word = [], ""
    for c in text:
        if c in SPACES:
            if word:
                words.append(word)
            word = ""
        else:
            word += c
    return words + [word] if word else words


wrong = 0
for length in list(range(0, 20)) + [61, 62, 63, 64, 65, 66, 127, 128, 129, 200]:
    for step in (1, 2, 3, 5, 7, 13, 63, 64, 65):
        for first in range(0, min(step, 9)):
            text = "".join([SPACES[i % 10] if i % step == first else chr(33 + i % 94) for i in range(length)])
            wrong += text.split() != by_hand(text)
            # The same as a part of a longer text, and with something behind its end.
            whole = "x" * 600 + text + "y" * 40
            wrong += whole[600 : 600 + length].split() != by_hand(text)
print(wrong)

text = " \x1b\x21\x08\x0e\x7f\x1b " * 12
print(text.split()[:2], len(text.split()))
print((" " * 200).split(), ("x" * 200).split() == ["x" * 200], ("x " * 100).split() == ["x"] * 100)
print(("é " * 70).split() == ["é"] * 70, ("a\xa0b\u3000c " * 20).split()[:4])
print([len(w) for w in ("a" * 12 + " " + "b" * 13 + " " + "c" * 700 + "\n" + "d").split()])
print("  a b  c ".split(None), ("a b " * 30).split(None, 3)[:3], ("a b " * 30).split(maxsplit=-1) == ["a", "b"] * 30)


class Text(str):
    pass


print(Text("one two  three four five six seven").split(), type(Text("ab" * 20).split()[0]))
lines = "light stone, river, and, the, of, green, a, , house".split(", ")
print(lines, "a,b,,c,".split(","), (("ab," * 30).split(",") == ["ab"] * 30 + [""]))
