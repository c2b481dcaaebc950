import string
import textwrap
from typing import Any, List, Optional, Union, NamedTuple, TypeVar, Generic, Callable, cast, TYPE_CHECKING
print(string.ascii_lowercase, string.digits, string.punctuation, string.whitespace == " \t\n\r\x0b\x0c", string.Template("$a ${b} $$").substitute(a=1, b=2), string.capwords("a bc d"))
print(textwrap.dedent("  a\n    b\n  c"), textwrap.indent("x\ny", "> "), textwrap.fill("the quick brown fox jumps", 10), textwrap.shorten("a long text here", 10))
T = TypeVar("T")


class Box(Generic[T]):
    def __init__(self, v: T):
        self.v = v


class P(NamedTuple):
    x: int
    y: int = 0


print(Box[int](5).v, P(1), P(1, 2).y, cast(int, "x"), TYPE_CHECKING, T.__name__)


def f(a: Optional[int], b: List[str], c: Callable[[int], str], d: Any = None) -> Union[int, str]:
    return "ok"


print(f(1, [], str))
