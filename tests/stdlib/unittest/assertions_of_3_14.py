# python: 3.14
import unittest, types

T = unittest.TestCase()


def t(s):
    try:
        print(s, "=>", repr(eval(s)))
    except BaseException as e:
        print(s, "=>", type(e).__name__, e)


class A:
    x = 1


for s in """T.assertHasAttr(A(),"y")
T.assertHasAttr(A,"y")
T.assertHasAttr(types,"y")
T.assertNotHasAttr(A(),"x")
T.assertStartsWith("abc","b")
T.assertStartsWith("abc",("b","c"))
T.assertStartsWith("abc","a")
T.assertStartsWith("abc",b"a")
T.assertStartsWith(1,"a")
T.assertStartsWith(1,b"a")
T.assertNotStartsWith("abc","a")
T.assertNotStartsWith("abc",("x","a"))
T.assertEndsWith("abc","b")
T.assertNotEndsWith("abc","c")
T.assertIsSubclass(int,str)
T.assertIsSubclass(int,(str,bytes))
T.assertIsSubclass(1,str)
T.assertNotIsSubclass(bool,int)
T.assertNotIsSubclass(bool,(str,int))""".splitlines():
    t(s)
import argparse, sys

sys.stderr = sys.stdout
p = argparse.ArgumentParser(prog="s", suggest_on_error=True)
p.add_argument("--c", choices=["bar", "baz"])
try:
    p.parse_args(["--c", "bra"])
except SystemExit:
    pass
