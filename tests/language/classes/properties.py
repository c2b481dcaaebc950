class Celsius:
    def __init__(self, degrees):
        self._degrees = degrees

    @property
    def degrees(self):
        "The temperature."
        return self._degrees

    @degrees.setter
    def degrees(self, value):
        if value < -273:
            raise ValueError("too cold")
        self._degrees = value

    @degrees.deleter
    def degrees(self):
        self._degrees = 0

    @property
    def read_only(self):
        return self._degrees * 2

    fahrenheit = property(lambda self: self._degrees * 9 / 5 + 32)

    def _set(self, v):
        self._degrees = v

    write_only = property(None, _set)


c = Celsius(10)
c.degrees = 20
print(c.degrees, c.read_only, c.fahrenheit)
c.write_only = 5
print(c.degrees)
del c.degrees
print(c.degrees, Celsius.degrees.__doc__, type(Celsius.degrees).__name__)
for statement in ("c.degrees = -300", "c.read_only = 1", "del c.read_only", "c.write_only", "del c.write_only"):
    try:
        exec(statement)
    except (ValueError, AttributeError) as e:
        print(type(e).__name__, e)
p = Celsius.degrees
print(p.fget(c), p.fset is not None, p.fdel is not None, Celsius.read_only.fset)


class Sub(Celsius):
    @Celsius.degrees.getter
    def degrees(self):
        return "sub"


print(Sub(1).degrees)
c.__dict__["degrees"] = "hidden"
print(c.degrees)


class Raises:
    @property
    def p(self):
        raise AttributeError("inner")


try:
    Raises().p
except AttributeError as e:
    print(e)
print(getattr(Raises(), "p", "default"), hasattr(Raises(), "p"))
