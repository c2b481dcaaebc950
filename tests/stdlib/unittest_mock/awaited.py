import sys, types, os
import unittest.mock as M
from unittest.mock import *
from fixtures.tried import trying

t, _ = trying(globals())


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


thing = "orig"
# async
am = AsyncMock(return_value=3)


def run(c):
    try:
        c.send(None)
    except StopIteration as e:
        return e.value


print(run(am(1)), am.await_count, am.await_args, am.await_args_list)
am.assert_awaited_once_with(1)
for s in """am.assert_not_awaited()
am.assert_awaited_with(2)
am.assert_any_await(5)
am.assert_has_awaits([call(1)])
am.assert_has_awaits([call(2)])
AsyncMock().assert_awaited()
AsyncMock().assert_awaited_once()
run(AsyncMock(side_effect=KeyError("k"))())
run(AsyncMock(side_effect=[1])())
run(AsyncMock(side_effect=lambda: 5)())
AsyncMock()
AsyncMock().x
run(Mock(spec=A).am(1))
type(Mock(spec=A).am).__name__
type(MagicMock().__aenter__).__name__
run(MagicMock().__aenter__()) is not None
type(Mock(spec=A.am)).__name__
__import__("inspect").iscoroutinefunction(AsyncMock())""".splitlines():
    t(s)


async def atest():
    async with MagicMock() as v:
        pass
    return [i async for i in MagicMock(**{"__aiter__.return_value": [1, 2]})]


print(run(atest()))


@patch("__main__.thing", 11)
async def ap():
    return thing


print(run(ap()))
