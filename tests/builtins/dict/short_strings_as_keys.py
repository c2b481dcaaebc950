# Keys that are the interpreter's own names, made while the program runs, single characters: in small and in large dicts.
def made(text):
    return "".join(list(text))


WORDS = ["key", "name", "append", "__init__", "x", "", "ab", "é", "twelve bytes", "thirteen byte", "value", "\0", "1"]
for size in (0, 1, 2, 5, 7, 8, 9, 40):
    filled = {("f%d" % i): i for i in range(size)}
    for first in range(len(WORDS)):
        d = dict(filled)
        words = WORDS[first:] + WORDS[:first]
        for number, word in enumerate(words):
            d[made(word) if number % 2 else word] = number
        for number, word in enumerate(words):
            other = word if number % 2 else made(word)
            assert d[other] == d[word] == number and other in d and word in d and d.get(other) == number
            assert made("no" + word) not in d and d.get("no" + word) is None
            d[other] = number + 1
            d[word] += 1
        assert len(d) == size + len(words) and list(d)[size:] == words and list(d.values())[size:] == [
            number + 2 for number in range(len(words))
        ]
        for word in words[::2]:
            del d[made(word)]
        assert [word in d for word in words] == [number % 2 == 1 for number in range(len(words))]
        for word in words[::2]:
            d[word] = word
        assert list(d)[size:] == words[1::2] + words[::2]

d = {}
d["name"] = 1
d[1] = "int"
d[True] = "true"
d[1.0] = "float"
d[made("name")] = 2
d[None] = 0
d[("name",)] = 3
d[b"name"] = 4
print(d, d[made("name")], "key" in d, made("key") in d)


class Text(str):
    __hash__ = str.__hash__

    def __eq__(self, other):
        print("==", repr(other))
        return str.__eq__(self, other)


print(d.get(Text("name")), Text("other") in d)
d[Text("name")] = 5
print(d[made("name")], len(d))
e = {Text("key"): 1}
print(e["key"], e[made("key")], "name" in e)
s = {"key", made("name"), "x"}
print(made("key") in s, "name" in s, made("x") in s, "y" in s, made("append") in s, "append" in s)


class Plain:
    pass


p = Plain()
p.__dict__["name"] = 1
p.__dict__[made("key")] = 2
print(p.name, p.key, sorted(vars(p)))
print("key" + "1", "key" + made("2"), made("ke") + "y" == "key", "append" + "", "" + "name", "name" + "name", "x" + "key")
print("__init__" + "abc" == "__init__abc", "__init__" + "abcde", len("__init__" + "abcde"))
for a in ((1, "x"), (1, 2), (2,), (), (1.5, 0), (True, 0), ("a", 1), [1, 2], (1,)):
    row = []
    for b in ((1, "x"), (2, "a"), (2,), (), (1, 3), (1.0, "y")):
        try:
            row.append((a < b, a <= b, a == b, a != b, a > b))
        except TypeError as error:
            row.append(str(error))
    print(a, row)
