class Root:
    def __init__(self, **kw):
        if kw:
            raise TypeError("left: " + ",".join(sorted(kw)))
        self.log = ["Root"]


class Named(Root):
    def __init__(self, name, **kw):
        super().__init__(**kw)
        self.name = name
        self.log.append("Named")


class Sized(Root):
    def __init__(self, size, **kw):
        super().__init__(**kw)
        self.size = size
        self.log.append("Sized")


class Both(Named, Sized):
    def __init__(self, **kw):
        super().__init__(**kw)
        self.log.append("Both")


b = Both(name="n", size=3)
print(b.log, b.name, b.size)
try:
    Both(name="n", size=3, extra=1)
except TypeError as e:
    print(e)


class Mixin:
    def describe(self):
        return f"<{super().describe()}>"


class Thing:
    def describe(self):
        return "thing"


class Fancy(Mixin, Thing):
    pass


print(Fancy().describe())
