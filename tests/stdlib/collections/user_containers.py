# UserDict, UserList and UserString: what they hold is in `data`, and they stay themselves.
from collections import UserDict, UserList, UserString


def show(function):
    try:
        print(function())
    except Exception as error:
        print(type(error).__name__, error)


class Upper(UserDict):
    def __setitem__(self, key, value):
        super().__setitem__(key.upper(), value)

    def __missing__(self, key):
        return "no " + key


upper = Upper({"a": 1}, b=2)
upper.update(c=3)
upper.setdefault("d", 4)
print(upper, upper.data, len(upper), "A" in upper, upper["x"], upper.get("x"), list(upper))
print(upper | {"e": 5}, type(upper.copy()).__name__, upper == {"A": 1, "B": 2, "C": 3, "D": 4}, upper.pop("A"))
print(upper.keys(), upper.items(), upper.values(), sorted(upper.keys() & {"B", "Z"}))
upper |= {"q": 1}
print(upper.popitem(), upper, Upper.fromkeys("xy", 0))
upper.clear()
print(upper, bool(upper))
show(lambda: UserDict()["x"])
show(lambda: UserDict().popitem())
show(lambda: UserDict({}, {}))
show(lambda: hash(UserDict()))


class Numbers(UserList):
    def total(self):
        return sum(self)


numbers = Numbers([3, 1, 2])
numbers.append(4)
numbers += [5]
print(numbers, numbers[1:].total(), type(numbers + [1]).__name__, type([1] + numbers).__name__, numbers * 2, len(numbers))
numbers.sort()
numbers.reverse()
numbers.extend(Numbers([9]))
numbers[0] = 7
del numbers[1]
print(numbers, numbers.pop(), numbers.index(3), numbers.count(3), 2 in numbers, numbers == [7, 3, 2, 1], numbers < [8])
print(list(reversed(numbers)), numbers.copy(), UserList(numbers), UserList("ab"), UserList())
show(lambda: Numbers().pop())
show(lambda: hash(UserList()))


class Name(UserString):
    pass


name = Name("ann")
print(name, repr(name), name.upper(), type(name.title()).__name__, name + "a", "x" + name, name[0], len(name), name * 2)
print(name == "ann", name < "b", hash(name) == hash("ann"), "nn" in name, name.find("n"), name.split("n"), int(Name("5")))
print(name.replace("n", "m"), name.join(["a", "b"]), Name("%s!") % "hi", "-%s-" % name, {name: 1}["ann"], name.encode())
print(name.center(9, "*"), name.startswith("a"), name.removeprefix("a"), list(name), str(name), Name(5), name.isalpha())
