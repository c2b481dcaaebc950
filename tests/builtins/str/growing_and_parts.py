# Strings and bytes objects that grow, and long parts of others: whatever they share, each keeps its own content,
# through collections, when the longer ones die, and when a shorter one is continued in another way.
import gc


def grow(parts, empty):
    text, kept = empty, []
    for index, part in enumerate(parts):
        text += part
        if index % 37 == 0:
            kept.append((text, index + 1))
        if index % 101 == 0:
            gc.collect()
        if index % 53 == 0:
            [index] * 10
    assert text == empty.join(parts)
    kept = kept[::3]
    del text
    gc.collect()
    for text, count in kept:
        whole = empty.join(parts[:count])
        assert text == whole
        first, second = text + parts[1], text + parts[2]
        gc.collect()
        assert (first, second, text) == (whole + parts[1], whole + parts[2], whole)
    return len(kept), len(kept[-1][0]), kept[-1][0][-9:]


words = [str(index) * (index % 5 + 1) for index in range(1200)]
print(grow(words, ""))
print(grow([word.encode() for word in words], b""))
print(grow(["é" + word for word in words[:300]], ""))


def beginnings(make):
    base = make(5000)
    lengths = range(600, 4900, 50)
    parts = [base[:length] for length in lengths]
    del base
    for wanted in len(parts), 40, 7:
        parts = parts[:wanted]
        gc.collect()
        for length, part in zip(lengths, parts):
            assert part == make(length)
        longer = [part + part[:3] for part in parts]
        other = [part + part[1:5] for part in parts]
        gc.collect()
        for length, part, a, b in zip(lengths, parts, longer, other):
            assert part == make(length) and a == part + make(3) and b == part + make(5)[1:]
    return len(parts), len(parts[-1]), parts[-1][-3:]


print(beginnings(lambda length: ("0123456789" * 500)[0:length]))
print(beginnings(lambda length: ("0123456789" * 500)[0:length].encode()))

line = "x" * 700 + "  \n"
print(len(line.rstrip()), len(line.strip()), line.rstrip() + "!" == "x" * 700 + "!", line[-2:] == " \n")
before, separator, after = line.partition("  ")
print(len(before), separator == "  ", after == "\n", (before + "a")[-2:], (before + "b")[-2:], before[-1])
twice = before + before
print(len(twice), twice.count("x"), (twice[:1000] + "q")[998:], twice[998:1002])
data = b"x" * 700
print((data[:-1] + b"y")[-3:], data[-3:], (data + b"z")[-3:], hash(data + b"z") == hash(b"x" * 700 + b"z"))

# Text as bytes and back.
text = "abcdefgh" * 100
data = text.encode()
back = data.decode("ascii")
longer = data + b"i", back + "j", text + "k"
del text
gc.collect()
print(data == b"abcdefgh" * 100, back == data.decode() == "abcdefgh" * 100, [each[-3:] for each in longer])
array = bytearray(data)
view = array.decode()
array[0] = 65
print(view[:3], array[:3], data[:3], bytes(array)[:3])


# Parts from the middle of others, and parts of these.
def middles(whole):
    parts = [whole[start : start + 3000] for start in range(1, 2000, 149)]
    for wanted in len(parts), 9, 4, 1:
        parts = parts[:wanted]
        gc.collect()
        inner = [part[7:2500] for part in parts]
        firsts = [part[:1500] + part[:1] for part in inner]
        del inner[::2]
        gc.collect()
        for index, part in enumerate(parts):
            start = 1 + 149 * index
            assert part == MODEL(start, start + 3000) and part[5:9] == MODEL(start + 5, start + 9)
            assert firsts[index] == MODEL(start + 7, start + 1507) + MODEL(start + 7, start + 8)
            assert hash(part) == hash(MODEL(start, start + 3000)) and part + part[:1] == part + MODEL(start, start + 1)
        for index, part in enumerate(inner):
            start = 1 + 149 * (2 * index + 1) + 7
            assert part == MODEL(start, start + 2493) and part in MODEL(0, 5000)
    return len(parts), len(inner), firsts[0][-3:]


NUMBERS = ",".join(str(number) for number in range(2000))
MODEL = lambda start, stop: "".join(list(NUMBERS[:5000])[start:stop])
print(middles("".join(list(NUMBERS[:5000]))))
MODEL = lambda start, stop: bytes(list(NUMBERS[:5000].encode())[start:stop])
print(middles(bytes(list(NUMBERS[:5000].encode()))))

text, taken = NUMBERS, []
while text:
    number, _, text = text.partition(",")
    taken.append(number)
    if len(taken) % 97 == 0:
        gc.collect()
print(len(taken), taken[:3], taken[-3:], ",".join(taken) == NUMBERS)
text = "  " + NUMBERS + "  "
stripped = text.strip()
view = stripped.encode()[3:].decode()
del text
gc.collect()
print(stripped == NUMBERS, view == NUMBERS[3:], memoryview(view.encode())[1:].tobytes() == NUMBERS[4:].encode())
print(view.upper() == view, view.split(",")[:2], view.find("1999"), view.replace("9", "")[-6:], sorted(view)[-2:], view[::-1][:5])
print({view: 1}[NUMBERS[3:]], {NUMBERS[3:]: 2}[view], view < NUMBERS, view == stripped[3:], (view * 2)[-4:])
