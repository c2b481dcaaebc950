# What is no class but has a tuple `__bases__` counts as one for issubclass(); `__class__` may claim anything.


def show(function):
    try:
        print(function())
    except (TypeError, RecursionError) as error:
        print(type(error).__name__, str(error).partition(" in __")[0])


class Like:
    def __init__(self, *bases):
        self.bases = bases

    @property
    def __bases__(self):
        return self.bases


class Claims:
    def __init__(self, kind):
        self.kind = kind

    @property
    def __class__(self):
        return self.kind


root = Like()
middle = Like(root)
leaf = Like(int, middle)
print(issubclass(leaf, root), issubclass(root, leaf), issubclass(middle, middle), issubclass(leaf, int))
show(lambda: issubclass(leaf, (str, middle)))
show(lambda: issubclass(int, leaf))
show(lambda: issubclass(leaf, 3))
show(lambda: issubclass(3, leaf))
show(lambda: isinstance(3, root))
show(lambda: isinstance(3, 3))
show(lambda: isinstance(Claims(leaf), root))
show(lambda: isinstance(Claims(bool), int))
show(lambda: isinstance(Claims(3), int))
show(lambda: type.__instancecheck__(int, Claims(int)))
show(lambda: type.__subclasscheck__(int, leaf))
show(lambda: type.__subclasscheck__(int, 3))

circle = Like()
circle.bases = (circle, circle)
show(lambda: issubclass(circle, root))
