class Countdown:
    def __init__(self, n):
        self.n = n

    def __iter__(self):
        return self

    def __next__(self):
        if self.n == 0:
            raise StopIteration
        self.n -= 1
        return self.n


class Old:
    def __getitem__(self, i):
        if i == 3:
            raise IndexError("end")
        return i * i


class Stops:
    def __getitem__(self, i):
        raise StopIteration


class Bad:
    def __iter__(self):
        return 5


class NoNext:
    def __iter__(self):
        return object()


class Blocked:
    __iter__ = None

    def __getitem__(self, i):
        return i


print(list(Countdown(3)), list(Old()), list(Stops()))
for thing in (5, None, Bad(), NoNext(), Blocked(), len, 1.5):
    try:
        for x in thing:
            pass
    except TypeError as e:
        print(e)


class Raises:
    def __iter__(self):
        yield 1
        raise ValueError("inside")


try:
    for x in Raises():
        print(x)
except ValueError as e:
    print(e)
