# What is bound stays bound: `__call__` and `__get__` of methods, and class methods of builtin functions.
class Counter:
    def __init__(self, start):
        self.start = start

    def add(self, number, times=1):
        return self.start + number * times

    @classmethod
    def made(cls, *arguments):
        return cls.__name__, arguments

    length = classmethod(len)


counter = Counter(10)
print(counter.add.__call__(5), counter.add.__call__(5, times=3))
print(Counter.made.__call__(1, 2), counter.made.__call__())
print(counter.add.__get__(Counter(99))(1), counter.add.__get__(None, Counter)(1))
print(type(Counter.length).__name__, type(Counter.__dict__["length"]).__name__)
print(counter.add == counter.add, counter.add.__eq__(len), [].append.__eq__([].append))
for function, arguments in [
    (str.upper.__get__, (None, None)),
    (Counter.add.__get__, (None,)),
    (type.mro.__get__, (5,)),
    (int.__add__.__get__, ("text",)),
    (int.real.__get__, ("text",)),
    (int.real.__set__, ("text", 1)),
    (dict.__dict__["fromkeys"].__get__, (None, int)),
    (dict.__dict__["fromkeys"].__get__, (None, 5)),
    (staticmethod(len).__get__, (None,)),
    (property(len).__get__, (None,)),
]:
    try:
        print(function(*arguments))
    except TypeError as error:
        print(error)
print(hasattr(len, "__get__"), hasattr(str.upper, "__get__"), hasattr([].append, "__objclass__"))
print(bool.from_bytes.__qualname__, type.mro.__qualname__, str.maketrans.__self__)
