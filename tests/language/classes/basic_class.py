class Point:
    "A point."
    count = 0

    def __init__(self, x, y=0):
        self.x = x
        self.y = y
        Point.count += 1

    def move(self, dx):
        self.x += dx
        return self


p = Point(1)
q = Point(2, y=3)
print(p.move(5).move(1).x, q.y, Point.count, p.count)
p.count = 99
print(p.count, q.count, Point.count)
print(p.__dict__, Point.__name__, Point.__doc__, Point.__module__, p.__class__ is Point, type(p) is Point)
Point.extra = lambda self: self.x * 2
print(p.extra(), isinstance(p, Point), isinstance(p, object), issubclass(Point, object))
print(repr(Point), repr(p).startswith("<__main__.Point object at 0x"))
print(Point.__bases__, Point.__mro__, Point.__qualname__)
p.__dict__["z"] = 7
print(p.z, vars(p) is p.__dict__, sorted(vars(p)))
p.__dict__ = {"only": 1}
print(p.only, hasattr(p, "x"))
