# What a program makes of objects and numbers itself.
import json


def show(*args, **keywords):
    try:
        print(json.loads(*args, **keywords))
    except (TypeError, ValueError, ZeroDivisionError) as error:
        print(type(error).__name__, error)


text = '{"a": {"b": 1}, "c": [{}, {"d": [2.5, {"e": null}]}]}'
show(text, object_hook=lambda d: sorted(d.items()))
show(text, object_pairs_hook=lambda pairs: pairs)
show(text, object_pairs_hook=tuple, object_hook=len)
show(text, object_hook=lambda d: None)
show(text, object_hook=lambda d: 1 / 0)
numbers = "[1, 2.5, NaN, -Infinity, 1e3, 12345678901234567890, -0]"
show(numbers, parse_int=lambda text: "i" + text, parse_float=lambda text: "f" + text, parse_constant=lambda text: "c" + text)
show(numbers, parse_int=float, parse_constant=str)
show("[1.5]", parse_float=lambda text: 1 / 0)
show("[1]", strict=False)
show("[1]", other=1)


class Point:
    def __init__(self, x, y):
        self.x, self.y = x, y

    def __repr__(self):
        return f"Point({self.x}, {self.y})"


class PointDecoder(json.JSONDecoder):
    def __init__(self, **keywords):
        super().__init__(object_hook=self.make, **keywords)

    def make(self, d):
        return Point(**d) if d.keys() == {"x", "y"} else d


# Hooks that allocate a lot: what was read before them must survive collections.
def busy(d):
    [str(number) * 3 for number in range(50)]
    return Point(d["x"], d["y"]) if "x" in d else d


points = "[" + ", ".join(f'{{"x": {n}, "y": "name number {n}"}}' for n in range(300)) + "]"
show('[{"x": 1, "y": 2}, {"x": 1}]', cls=PointDecoder)
made = json.loads('{"points": %s, "name": "a longer name of the whole thing"}' % points, object_hook=busy)
print(made["points"][:3], made["points"][-1], made["name"], len(made["points"]))
scanner = json.JSONDecoder(strict=False, object_hook=len).scan_once
print(scanner.strict, scanner.object_hook, scanner.object_pairs_hook, scanner.parse_float, scanner.parse_int)
