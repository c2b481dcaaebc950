# requires: threads
# python: 3.13
import sys, types, os
import unittest.mock as M
from unittest.mock import *


def cl(s):
    out = ""
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


tm = ThreadingMock()
tm(1)
tm.wait_until_called()
tm.wait_until_any_call_with(1)
t("ThreadingMock(timeout=0.01).wait_until_called()")
