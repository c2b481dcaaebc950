class C:
    def __init__(self, x):
        self.x = x

    def m(self, a, b=1):
        pass

    @staticmethod
    def s(a):
        pass

    @classmethod
    def c(cls, a):
        pass

    def __call__(self, v):
        pass

    def nothing():
        pass


c = C(1)
for call in ("C()", "C(1, 2)", "C(y=1)", "c.m()", "c.m(1, 2, 3)", "C.m()", "C.m(c)", "c.s()", "c.s(1, 2)", "c.c()", "C.c(1, 2)",
             "c()", "c(1, 2)", "c.nothing()", "C.nothing(1)", "C.nothing()", "c.m(self=1)"):
    try:
        print(eval(call))
    except TypeError as e:
        print(call, "|", e)


class Plain:
    pass


for call in ("Plain(1)", "Plain(x=1)", "object(1)", "Plain().__init__(1)"):
    try:
        eval(call)
        print("ok")
    except TypeError as e:
        print(call, "|", e)
