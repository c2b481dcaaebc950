import sys, types, os
import unittest.mock as M
from unittest.mock import *


def cl(s):
    out = ""
    s = s.replace(__file__, "FILE")
    while "id='" in s:
        i = s.index("id='") + 4
        j = s.index("'", i)
        out += s[:i] + "N"
        s = s[j:]
    return out + s


def t(s):
    try:
        print(s, "=>", cl(repr(eval(s, globals()))))
    except BaseException as e:
        print(s, "=>", type(e).__name__, cl(str(e)))


def x(s):
    try:
        exec(s, globals())
    except BaseException as e:
        print(s, "=>", type(e).__name__, cl(str(e)))


class A:
    attr = 1

    def meth(self, a, b=2):
        pass

    @classmethod
    def cm(cls, x):
        pass

    @staticmethod
    def sm(y):
        pass

    @property
    def prop(self):
        return 1

    async def am(self, q):
        pass


class B(A):
    def __init__(self, z, w=1):
        pass

    def __call__(self, k):
        pass


def func(a, b=1, *, c=2):
    "doc"


# patch
class Target:
    x = 1

    def meth(self, a):
        return a


def decorated_func():
    pass


tt = sys.modules["__main__"]
thing = "orig"


@patch("__main__.thing")
def p1(mk):
    print(cl(repr(mk)), thing is mk)


p1()
print(thing)


@patch("__main__.thing", "new")
def p2():
    print(thing)


p2()


@patch.object(Target, "x", 5)
@patch("__main__.thing", new_callable=PropertyMock)
@patch.object(Target, "meth", autospec=True)
def p3(extra, meth, th):
    print(cl(repr(th)), Target.x, extra, isinstance(meth, types.FunctionType))
    Target().meth(3)
    meth.assert_called_once_with(ANY, 3)
    t("Target().meth()") if 0 else None


p3("ex")
print(Target.x, Target().meth(1))
with patch("__main__.Target") as mk:
    print(cl(repr(mk())), cl(repr(Target().anything)))
with patch("__main__.Target", spec=True) as mk:
    print(cl(repr(mk)), cl(repr(mk())))
    t("mk.nope")
with patch("__main__.Target", autospec=True) as mk:
    print(cl(repr(mk)), cl(repr(mk().meth(1))))
    t("mk().meth()")
with patch.object(Target, "x", create=True, new=3):
    print(Target.x)
with patch.object(Target, "newattr", create=True) as mk:
    print(cl(repr(mk)))
print(hasattr(Target, "newattr"))
for s in """patch("nodots").start()
patch("__main__.nope").start()
patch("nomod.x").start()
patch.object(Target,"nope").start()
patch.object("str","x")
patch("__main__.thing",new=1,new_callable=Mock)
patch("__main__.thing",autospec=True,new_callable=Mock)
patch("__main__.thing",new=1,foo=2).start()
patch("__main__.thing",spec=True,autospec=True).start()
patch("__main__.thing",1).stop()
patch.multiple(Target)
patch("__main__.thing",autospect=1)
patch(5)""".splitlines():
    t(s)
pt = patch("__main__.thing", 7)
print(pt.start(), thing)
pt.stop()
print(thing, pt.stop())
patch("__main__.thing", 8).start()
patch.object(Target, "x", 9).start()
print(thing, Target.x)
patch.stopall()
print(thing, Target.x)
with patch.multiple(Target, x=DEFAULT, meth=3) as d:
    print(sorted(d), Target.meth)


@patch.multiple("__main__", thing=DEFAULT, Target=1)
def p4(thing):
    print(cl(repr(thing)), Target)


p4()
d = {"a": 1}
with patch.dict(d, {"b": 2}, c=3):
    print(d)
with patch.dict(d, {"z": 1}, clear=True):
    print(d)
print(d)
with patch.dict("os.environ", {"FOO_X": "1"}):
    print(os.environ["FOO_X"])
print("FOO_X" in os.environ)


@patch.dict(d, {"q": 1})
def p5():
    print(d)


p5()
print(d)


@patch("__main__.thing", "cls")
class TC:
    def test_a(self):
        print(thing)

    def other(self):
        print(thing)


TC().test_a()
TC().other()


@patch("__main__.thing", "gen")
def excp():
    raise ValueError(thing)


t("excp()")
print(thing, excp.__name__, len(excp.patchings))
with patch("builtins.open", mock_open(read_data="data")) as mo:
    with open("foo") as fh:
        print(fh.read())
mo.assert_called_once_with("foo")
print(cl(str(mo.mock_calls)))
h = mock_open()
with patch("builtins.open", h):
    with open("x", "w") as fh:
        fh.write("stuff")
h().write.assert_called_once_with("stuff")
with patch("builtins.print") as pr:
    print("hidden")
print(pr.mock_calls)
