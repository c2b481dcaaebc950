# __del__: once, parents before children, circles, objects that come back, what is left at the end.
import gc


class Named:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("del", self.name)


item = Named("one")
del item
gc.collect()
print("--")
parent = Named("parent")
parent.child = Named("child")
parent.child.child = Named("grandchild")
del parent
gc.collect()
print("--")
left, right = Named("left"), Named("right")
left.other, right.other = right, left
del left, right
gc.collect()
print("--")
kept = []


class Back:
    def __del__(self):
        print("back")
        kept.append(self)


back = Back()
del back
gc.collect()
print(len(kept))
kept.clear()
gc.collect()
print("-- once only")


class Late:
    pass


Late.__del__ = lambda self: print("given later")
late = Late()
del late
gc.collect()


class Inherits(Named):
    pass


class Listed(list):
    def __del__(self):
        print("a list of", len(self))


class Failed(Exception):
    def __del__(self):
        print("an exception", self.args)


inherits, listed, failed = Inherits("inherited"), Listed([1, 2]), Failed("x")
del inherits
gc.collect()
del listed
gc.collect()
del failed
gc.collect()


class Maker:
    def __del__(self):
        self.made = Named("made in __del__")
        print("maker")


maker = Maker()
del maker
gc.collect()
print("-- the end")
last = Named("last one")
also = Named("last two")
shared = {"x": Named("in a dict")}
