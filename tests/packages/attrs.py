"""Classes whose methods are written by attrs: converters, validators, frozen and slotted ones."""

import attr
import attrs
from attrs import define, evolve, field, frozen, validators


@define(order=True)
class Part:
    name: str = field(validator=validators.instance_of(str))
    price: float = field(converter=float, default=1)
    tags: list = field(factory=list, repr=False, eq=False, order=False)

    @price.validator
    def _not_negative(self, attribute, value):
        if value < 0:
            raise ValueError(f"{attribute.name} must not be negative")


bolt, nut = Part("bolt", "2.5"), Part("nut")
print(bolt, nut, bolt < nut, bolt == Part("bolt", 2.5, ["x"]), bolt.tags)
print(attrs.asdict(bolt), attrs.astuple(nut), evolve(nut, price=7), [a.name for a in attrs.fields(Part)])
for make in (lambda: Part(3), lambda: Part("x", -1), lambda: setattr(bolt, "price", -2), lambda: setattr(bolt, "colour", 1)):
    try:
        make()
    except (TypeError, ValueError, AttributeError) as error:
        print(type(error).__name__, str(error.args[0])[:60])


@frozen(kw_only=True)
class Point:
    x: int
    y: int = 0
    length: float = field(init=False)

    def __attrs_post_init__(self):
        object.__setattr__(self, "length", (self.x**2 + self.y**2) ** 0.5)


point = Point(x=3, y=4)
print(point, hash(point) == hash(Point(x=3, y=4)), point.length, {point: 1}[Point(x=3, y=4)])
try:
    point.x = 1
except attrs.exceptions.FrozenInstanceError as error:
    print("FrozenInstanceError", error.args, isinstance(error, AttributeError))


@attr.s(these={"a": attr.ib(), "b": attr.ib(default=attr.Factory(lambda self: self.a + 1, takes_self=True))})
class Old:
    pass


class Deep(Part):
    pass


print(Old(1), Deep.__slots__ if "__slots__" in vars(Deep) else "no slots", Part.__slots__)
print(attr.make_class("Made", ["p", "q"])(1, q=2), validators.optional(validators.in_([1, 2])))
match point:
    case Point(x=3, y=y):
        print("matched", y)
