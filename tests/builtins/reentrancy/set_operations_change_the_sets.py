# An element's __eq__ that changes the sets which are being united, cut or compared.
import gc


def attempt(what, action, *args):
    try:
        print(what, "->", repr(action(*args))[:100])
    except RecursionError:
        print(what, "-> RecursionError")
    except Exception as error:
        print(what, "->", type(error).__name__ + ":", error)


class Element:
    """Collides with all others; the action runs at the first comparison after `armed` was set."""

    armed = False

    def __init__(self, number, action=None):
        self.number, self.action = number, action

    def __hash__(self):
        return 5

    def __eq__(self, other):
        if Element.armed and self.action:
            Element.armed = False
            self.action()
        return isinstance(other, Element) and self.number == other.number


def shown(result):
    return len(result) if isinstance(result, (set, frozenset)) else result


def fail():
    raise KeyError("in __eq__")


left = set()
CHANGES = {"clear": lambda: left.clear(), "pop": lambda: left.pop(), "fail": fail, "collect": gc.collect}
METHODS = "union intersection difference symmetric_difference update intersection_update difference_update".split()
METHODS += "symmetric_difference_update issubset issuperset isdisjoint".split()
OPERATORS = "__eq__ __le__ __ge__ __lt__ __and__ __or__ __sub__ __xor__ __iand__ __ior__ __isub__ __ixor__".split()

for name, change in CHANGES.items():
    for operation in METHODS + OPERATORS:
        for order in ("left", "right", "list"):
            if order == "list" and operation in OPERATORS:
                continue
            Element.armed = False
            left = {Element(number) for number in range(4)}
            right = {Element(9), Element(2, change), Element(8)}
            first, second = (right, left) if order == "right" else (left, right)
            second = list(second) if order == "list" else second
            Element.armed = True
            attempt(f"{name} in {operation} {order}", lambda: shown(getattr(first, operation)(second)))
            Element.armed = False
