# An iterable that is the only positional argument is taken apart by the call itself, after the keywords.
def show(*args, **keywords):
    return args, keywords


def say(word):
    print("evaluates", word)
    return word


def items():
    print("starts")
    yield 1
    yield 2
    print("ends")


class Legacy:
    def __getitem__(self, index):
        return [5, 6][index]


values = [1]
print(show(*items(), k=say("k")))
print(show(0, *items(), k=say("k")))
print(show(*items(), *[say(3)], **{"k": say("k")}))
print(show(*values, k=values.append(2)), show(*values, *[values.append(3)]))
print(show(*Legacy()), show(*"ab"), show(*{1: 2}), show(*b"a", **{}), show(*range(3)), print(*()))
for call in (lambda: show(*5, k=say("k")), lambda: show(1, *5, k=say("k")), lambda: len(*None), lambda: [].append(*1.5), lambda: show(**5), lambda: print(*items)):
    try:
        call()
    except TypeError as e:
        print(e)


def failing():
    yield 1
    raise TypeError("from inside")


try:
    show(*failing())
except TypeError as e:
    print(e)
