# python: 3.13
class Base:
    def __init__(self, *args):
        self.args = args

    def m(self):
        return "base"

    @classmethod
    def c(cls):
        return cls.__name__

    @staticmethod
    def s():
        return "static"

    @property
    def p(self):
        return "prop"


class Derived(Base):
    def __init__(self):
        super().__init__(1, 2)
        super(Derived, self).__init__(*self.args, 3)

    def m(self):
        return "derived " + super().m()

    @classmethod
    def c(cls):
        return "d" + super().c()

    @staticmethod
    def s():
        return super(Derived, Derived).s()

    @property
    def p(self):
        return super().p + "!"

    def nested(self):
        def inner():
            return super(Derived, self).m()

        return inner() + [super().m() for _ in range(1)][0] if False else inner()


d = Derived()
print(d.args, d.m(), d.c(), Derived.c(), d.s(), d.p, d.nested())
print(super(Derived, d).m(), super(Derived, Derived).c())
print(repr(super(Derived, d)), super(Derived, d).__self__ is d, super(Derived, d).__thisclass__.__name__)


class Bad(Base):
    def missing(self):
        return super().nope

    def set(self):
        super().attr = 1


try:
    Bad().missing()
except AttributeError as e:
    print(e)
try:
    Bad().set()
except AttributeError as e:
    print(e)


def f():
    super()


def g(x):
    super()


for call in (f, lambda: g(1), lambda: super(int, "a").x, lambda: super(5, 5), lambda: super(Derived, Base()).m()):
    try:
        call()
    except (TypeError, RuntimeError) as e:
        print(type(e).__name__, e)
