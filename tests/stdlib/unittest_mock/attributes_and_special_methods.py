import sys, types, os
import unittest.mock as M
from unittest.mock import *
from fixtures.tried import cl, trying

t, x = trying(globals())


# attach, reset, delete
p = Mock()
a = Mock(name="a")
p.attach_mock(a, "attached")
a(1)
p.attached.z(2)
print(p.mock_calls)
p = Mock()
c = Mock()
p.child = c
c(1)
print(p.mock_calls)
c2 = Mock(name="named")
p.c2 = c2
c2(1)
print(p.mock_calls)
p.child.return_value = 4
p.reset_mock()
print(p.mock_calls, c.called, c())
p.reset_mock(return_value=True)
print(cl(repr(c())))
q = Mock()
del q.gone
t("q.gone")
q.x = 5
del q.x
t("q.x")
t("hasattr(q,'x')")
x("del q.gone")
q = Mock()
q.configure_mock(a=1, **{"m.side_effect": KeyError("k")})
t("q.a")
t("q.m()")
q = MagicMock()
q.__len__.return_value = 4
q.__iter__.return_value = [1, 2]
q.__getitem__.side_effect = lambda k: k * 2
print(len(q), list(q), list(q), q[4], q.mock_calls)
q.__contains__.return_value = True
print(3 in q)
q.__enter__.return_value = "e"
with q as e:
    print(e)
q.__lt__.return_value = True
print(q < 3)
q.__eq__.return_value = 5
print(q == 3)
q.__bool__.return_value = False
print(bool(q))
q = Mock()
q.__str__ = lambda self: "str"
print(str(q))
q.__len__ = Mock(return_value=3)
print(len(q))
q.__len__.assert_called_with()
x("q.__init__=1")
x("Mock().__setattr__=1")


class T:
    v = PropertyMock(return_value=8)


print(T().v)
T().v = 5
print(T.__dict__["v"].mock_calls)
q = Mock()
type(q).pp = PropertyMock(side_effect=[1, 2])
print(q.pp, q.pp)
