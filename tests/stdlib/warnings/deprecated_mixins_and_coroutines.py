# warnings.deprecated: a class without __init__ among the bases of one that has it, and coroutine functions.
import inspect
import warnings
from warnings import deprecated

warnings.simplefilter("ignore")


@deprecated("mixin")
class Mixin:
    pass


class Base:
    def __init__(self, value):
        self.value = value


class Child(Base, Mixin):
    pass


print(Child(42).value)
try:
    Mixin(1)
except TypeError as error:
    print(error)


@deprecated("coroutine")
async def later():
    pass


@deprecated("function")
def now():
    pass


print(inspect.iscoroutinefunction(later), inspect.iscoroutinefunction(now))
