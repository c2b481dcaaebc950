# Classes: methods found up the line, super, properties, isinstance, operators.
class Shape:
    count = 0

    def __init__(self, name):
        self.name = name
        Shape.count += 1

    def area(self):
        return 0

    def describe(self):
        return len(self.name) + self.area()

    @property
    def big(self):
        return self.area() > 50


class Rectangle(Shape):
    def __init__(self, width, height):
        super().__init__("rectangle")
        self.width = width
        self.height = height

    def area(self):
        return self.width * self.height

    def __add__(self, other):
        return Rectangle(self.width + other.width, self.height)

    def __eq__(self, other):
        return self.area() == other.area()


class Square(Rectangle):
    def __init__(self, side):
        super().__init__(side, side)
        self.name = "square"

    def describe(self):
        return super().describe() * 2


def run(rounds):
    total = 0
    unit = Rectangle(1, 1)
    for i in range(rounds):
        shape = Square(i & 15) if i & 1 else Rectangle(i & 7, 3)
        total += shape.describe()
        if shape.big:
            total += 1
        if isinstance(shape, Square):
            total -= 2
        wider = shape + unit
        if wider == shape:
            total += 5
    return total, Shape.count


print(*run(110_000))
