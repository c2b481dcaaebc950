# python: 3.14
# slow: loads much
import asyncio
import codecs
import collections.abc
import contextvars
import copy
import decimal
import functools
import getopt
import inspect
import itertools
import os
import pickle
import shutil
import sys
import time
import typing
import urllib.parse
import warnings


def attempt(action):
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        try:
            print(action())
        except Exception as error:
            print(f"{type(error).__name__}: {error}", *getattr(error, "__notes__", ()), sep=" | ")
    for each in caught:
        print(" ", each.category.__name__, each.message)


class Base:
    def name(self):
        return "base"


class Derived(Base):
    def name(self):
        return "derived"


# What super() gives can be copied and pickled.
upper = super(Derived, Derived())
print(upper.name(), copy.copy(upper).name(), copy.deepcopy(upper).name(), pickle.loads(pickle.dumps(upper)).name())
for protocol in range(6):
    print(pickle.loads(pickle.dumps(upper, protocol)).name(), end=" ")
print()


# What is going to go.
async def coroutine():
    pass


attempt(lambda: asyncio.iscoroutinefunction(coroutine))
attempt(lambda: codecs.open(os.devnull).close())
attempt(lambda: urllib.parse.parse_qsl(0))
attempt(lambda: urllib.parse.parse_qsl([]))
attempt(lambda: urllib.parse.parse_qsl(None) + urllib.parse.parse_qsl(b"") + urllib.parse.parse_qsl(""))
attempt(lambda: urllib.parse.parse_qsl(1))
attempt(lambda: shutil.ExecError)
attempt(sys._clear_type_cache)


# What is refused, and how.
def with_super():
    class Row(typing.NamedTuple):
        x: int

        def show(self):
            return super().__repr__()


attempt(with_super)
attempt(lambda: getopt.getopt(["--fo"], "", ["foo", "fob=", "bar"]))
attempt(lambda: {}.update([(1, 2), 3]))
attempt(lambda: dict([(1, 2), (3,)]))
attempt(lambda: time.sleep("a"))


def positional(a, b=2, /, **rest):
    pass


signature = inspect.signature(positional)
attempt(lambda: signature.bind(a=1))
attempt(lambda: signature.bind(1, b=3))
attempt(lambda: copy.copy(itertools.count()))
attempt(lambda: os.path.realpath("/dev/null/", strict=True))

# What there is.
print(staticmethod[int], classmethod[str], isinstance(contextvars.copy_context(), collections.abc.Mapping))
print(format(decimal.Decimal("1234567.125"), "_"), format(decimal.Decimal(1234567), "012_d"[:-1]), f"{decimal.Decimal('9' * 7):_.2f}")


class Method:
    @functools.singledispatchmethod
    def shown(self, value):
        pass


print(vars(Method)["shown"])


class Named(os.PathLike, typing.Protocol):
    def name(self) -> str: ...


print(issubclass(Named, os.PathLike), isinstance(os.PathLike, type), inspect.signature(typing.get_type_hints).parameters["format"])
