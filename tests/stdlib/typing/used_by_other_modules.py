# Dataclasses, generic functions, pickle and copies with types; type parameters within aliases.
# python: 3.14
import dataclasses, typing, functools, copy, pickle, collections.abc, sys, enum
from typing import *


def t(s):
    try:
        print(s, "=>", repr(eval(s)))
    except BaseException as e:
        print(s, "=>", type(e).__name__, e)


T = TypeVar("T")
P = ParamSpec("P")
Ts = TypeVarTuple("Ts")


@dataclasses.dataclass
class DC:
    a: int
    b: ClassVar[int] = 3
    c: "ClassVar[int]" = 4
    d: "typing.ClassVar[int]" = 5
    e: Optional[int] = None
    f: List[int] = dataclasses.field(default_factory=list)
    g: Final[int] = 1


print(DC(1), [f.name for f in dataclasses.fields(DC)], get_type_hints(DC))


@dataclasses.dataclass
class GD(Generic[T]):
    x: T


print(GD(1), GD[int](2), GD[int](2).__orig_class__)


@functools.singledispatch
def sd(x):
    return "base"


@sd.register
def _(x: int):
    return "int"


@sd.register
def _(x: Union[str, bytes]):
    return "text"


@sd.register
def _(x: list | tuple):
    return "seq"


print(sd(1), sd("x"), sd(b""), sd([]), sd(()), sd(1.0))
for s in """pickle.loads(pickle.dumps(List[int]))==List[int]
pickle.loads(pickle.dumps(Optional[int]))==Optional[int]
pickle.loads(pickle.dumps(Dict[str,List[int]]))==Dict[str,List[int]]
pickle.loads(pickle.dumps(Callable[[int],str]))==Callable[[int],str]
pickle.loads(pickle.dumps(Callable[...,str]))==Callable[...,str]
pickle.loads(pickle.dumps(Literal[1,2]))==Literal[1,2]
pickle.loads(pickle.dumps(Annotated[int,1]))==Annotated[int,1]
pickle.loads(pickle.dumps(Any)) is Any
pickle.loads(pickle.dumps(List)) is List
pickle.loads(pickle.dumps(Optional)) is Optional
pickle.loads(pickle.dumps(Tuple[()]))==Tuple[()]
pickle.loads(pickle.dumps(Tuple[int,...]))==Tuple[int,...]
pickle.loads(pickle.dumps(ClassVar[int]))==ClassVar[int]
pickle.loads(pickle.dumps(T)) is T
pickle.loads(pickle.dumps(GD[int]))==GD[int]
pickle.loads(pickle.dumps(GD(1)))
copy.deepcopy(Dict[str,int])==Dict[str,int]
copy.copy(Literal[1])==Literal[1]
collections.abc.Callable[P,T][[int,str],bytes]
collections.abc.Callable[Concatenate[int,P],T][[str],bytes]
Callable[P,T][P,int]
Callable[P,Callable[P,T]][[int],str]
Generic[P]
Tuple[Unpack[Ts]]
Tuple[int,*Ts]
Tuple[*Ts,int][str,bytes]
tuple[*Ts][int,str]
Callable[[*Ts],T][int,str,bytes]
dict[str,T][int]
List[Optional[T]][int]
List[Union[T,str]][int]
Union[T,int,str][int]
Annotated[List[T],"x"][int]
Literal[T] if 0 else 0
issubclass(List,list) if 0 else 0
isinstance({},Mapping)
issubclass(dict,Mapping)
isinstance([],Iterable)
isinstance(5,Hashable)
Iterable.register if 0 else 0
List[int].__mro_entries__((List[int],))
(lambda: (yield))().__class__
Type[Any]
Dict[str,Any]
Callable[[Dict[str,Any]],None]
Optional[Callable[...,Any]]
Union[Callable[[int],str],None]
AsyncIterator[int]
Awaitable[T][int]
Coroutine[Any,Any,int]
List["int"]
Dict["a","b"]
get_args(Union[int,str])
get_args(Optional[int])
get_args(Annotated[Union[int,str],1])
get_origin(Union[int,str]) is Union
get_origin(int|str)
List[int].__reduce__() is not None
typing.get_type_hints(sd)
hash(Union[int,str])==hash(Union[str,int])
Union[int,str]==Union[str,int]
Union[int,str]==(int|str)
isinstance(1,Union[int,str])
issubclass(int,Union[int,str])
isinstance(None,Optional[int])
isinstance(1,Union[int,List[int]])
isinstance("",Union[int,List[int]])
Any.__module__
NamedTuple.__doc__ is not None
List[T]|None
None|List[T]
(List[T]|None)[int]
Dict[T,Optional[T]].__parameters__
type[T][int]
ClassVar[Final[int]]
Final[ClassVar[int]]
Required[NotRequired[int]]
Annotated[Required[int],1]
List[Self]
Type["X"]
Protocol.__init_subclass__ is not None""".splitlines():
    t(s)


def deco(fn: Callable[P, T]) -> Callable[P, List[T]]:
    def inner(*args: P.args, **kw: P.kwargs):
        return [fn(*args, **kw)]

    return inner


print(get_type_hints(deco), P.args, P.kwargs, P.args == P.args, P.args == P.kwargs, get_origin(P.args) is P)


class Meta(type):
    pass


class WithMeta(Generic[T], metaclass=Meta):
    pass


print(WithMeta[int], type(WithMeta))


class Base(Generic[T]):
    def m(self) -> T: ...
class Child(Base[int]):
    pass


class Child2(Base[T], List[T]):
    pass


print(Child.__orig_bases__, Child.__parameters__, Child2[str], Child2.__mro__)
t("Child[int]")


class En(enum.Enum):
    A = 1


print(Literal[En.A], Literal[b"x", -1])


class WithAnn:
    x: "int" = 1
    y: "Undefined"


t("get_type_hints(WithAnn)")


class P1(Protocol):
    def a(self): ...
class P2(P1, Protocol):
    def b(self): ...
class Impl(P2):
    def a(self):
        return 1

    def b(self):
        return 2


print(Impl().a(), P2.__protocol_attrs__ == {"a", "b"}, Impl._is_protocol)


@runtime_checkable
class HasX(Protocol):
    x: int


class XX:
    def __init__(self):
        self.x = 1


print(isinstance(XX(), HasX), isinstance(5, HasX))


@runtime_checkable
class Cmp(Protocol):
    def __lt__(self, o) -> bool: ...


print(isinstance(1, Cmp), isinstance([].__class__, Cmp), issubclass(int, Cmp))


class TDx(TypedDict, total=False):
    a: Required[int]
    b: str


print(TDx(b="x"), TDx.__required_keys__, get_type_hints(TDx), get_type_hints(TDx, include_extras=True))


class NT(NamedTuple, Generic[T]):
    a: T
    b: int = 5


print(NT[int](1), NT(1)._replace(b=3), pickle.loads(pickle.dumps(NT(1))))
