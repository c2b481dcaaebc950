# Keys are compared only where their hashes are equal; an empty dict asks for none.
class Key:
    def __init__(self, hashed):
        self.hashed = hashed

    def __hash__(self):
        return self.hashed

    def __eq__(self, other):
        print("compared with", other)
        return True


table = {1: "one", 2: "two", -2: "minus two"}
print(table.get(Key(-1)), table.get(Key(1)), table.get(Key(3)), table.get(Key(2**61)))
print(Key(-3) in {0, 1, 2, 3}, Key(-2) in {1})
print({}.pop([], "nothing"))


class Items(dict):
    def __iter__(self):
        return iter(["k"])

    def keys(self):
        return ["k"]

    def __getitem__(self, key):
        return key * 2


print(Items(a=1) | {"b": 2}, {"b": 2} | Items(a=1), Items(a=1).copy())


class Shown(set):
    def __iter__(self):
        return iter([3])


print(Shown([1, 2]), {*Shown([])}, list(Shown([1])))
pairs = {1: [2]}.items()
print(pairs & {}.keys(), {}.keys() & pairs, pairs ^ {1: [2]}.items())
