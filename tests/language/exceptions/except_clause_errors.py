def attempt(matcher):
    try:
        try:
            raise ValueError("v")
        except matcher:
            return "matched"
    except BaseException as e:
        return f"{type(e).__name__}: {e}"


class Meta(type):
    def __subclasscheck__(cls, other):
        return True


class Any(metaclass=Meta):
    pass


for m in (ValueError, Exception, (KeyError, ValueError), (), KeyError, 5, "ValueError", (5, ValueError), int, [ValueError], (KeyError, (ValueError,))):
    print(attempt(m))
order = []


def clause(c):
    order.append(c.__name__)
    return c


try:
    raise IndexError
except clause(KeyError):
    pass
except clause(IndexError):
    pass
except clause(ValueError):
    pass
print(order)
