# Set operations of views call methods of the keys, which may change the dict.
class Key:
    armed = None

    def __init__(self, number):
        self.number = number

    def __hash__(self):
        return 1

    def __eq__(self, other):
        if Key.armed is not None:
            mapping, Key.armed = Key.armed, None
            mapping["new"] = 1
        return self is other

    def __repr__(self):
        return f"Key{self.number}"


def attempt(function, *args):
    try:
        result = function(*args)
    except RuntimeError as error:
        return error
    return sorted(map(str, result)) if isinstance(result, set) else result


OPERATIONS = "__or__ __and__ __sub__ __xor__ __ror__ __rand__ __rsub__ __rxor__ isdisjoint".split()
for name in OPERATIONS:
    for make in list, set, dict.fromkeys, iter, lambda items: []:
        Key.armed = None
        mapping = {Key(number): number for number in range(4)}
        other = make(list(mapping))
        Key.armed = mapping
        print(name, attempt(getattr(mapping.keys(), name), other), len(mapping))
for name in OPERATIONS:
    mapping = {"a": 1, "b": 2}

    def changing():
        yield "a"
        mapping["c"] = 3
        yield "b"

    print(name, attempt(getattr(mapping.keys(), name), changing()), len(mapping))
