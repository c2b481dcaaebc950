# Slices with steps of texts in which characters of one to four bytes meet at all places.
PIECES = ["a", "ß", "€", "𝄞", "bc", "\ud800", "日本", "é" * 9, "plain ascii text", "\0", "ñandú", "\udfff"]


def text_of(seed, pieces):
    result = []
    for _ in range(pieces):
        seed = (seed * 1103515245 + 12345) % 2**31
        result.append(PIECES[(seed >> 16) % len(PIECES)])
    return "".join(result)


wrong = []
for seed in range(40):
    text = text_of(seed, seed * 5)
    characters = list(text)
    for step in (-1, 2, 3, 5, 31, 63, 64, 65, 200, -2, -3, 2**40, -(2**40)):
        for start, stop in ((None, None), (1, None), (7, -3), (None, 5), (-4, 2), (50, 40)):
            taken = text[start:stop:step]
            expected = characters[start:stop:step]
            if list(taken) != expected or len(taken) != len(expected) or taken != "".join(expected):
                wrong.append((seed, start, stop, step))
print(wrong)

for text in ("Größe μ für ändern €uro, ñandú. " * 3, "é" * 70, "€" * 30, "𝄞a" * 20, "aé" * 40, "éa" * 40, "x" * 66 + "é"):
    print(text[::-1], text[::2], text[1::3], text[::-1][::-1] == text)
print(("abc" * 30)[::-1], "ab"[::-1], "é"[::-1], ""[::-1], "aé"[::-1], "abcdefghijkl"[::-1], "abcdefghijklm"[::-1])

# What is left of a text without its ends knows how many characters it has.
for ends in ("", " ", "\u3000\xa0 ", "\n" * 70):
    text = ends + "größer als €" * 9 + ends
    print(len(text.strip()), len(text.lstrip()), len(text.rstrip()), text.strip()[-1], text.strip()[40], len(text.strip("g€ \n")))
print(len(("é" * 40 + "x" * 400).strip("é")), ("é" * 40 + "x" * 400).strip("é").isascii())


class Text(str):
    pass


print(Text("größer" * 9)[::-1][:7], type(Text("größer" * 9)[::-1]) is str, Text("größer")[::2])
