# NamedTuple, TypedDict, Protocol, and generic classes.
# python: 3.14
from typing import *
import typing, sys
import collections.abc


def t(s):
    try:
        print(s, "=>", repr(eval(s)))
    except BaseException as e:
        print(s, "=>", type(e).__name__, e, getattr(e, "__notes__", ""))


def x(s):
    try:
        exec(s, globals())
    except BaseException as e:
        print(s, "=>", type(e).__name__, e)


T = TypeVar("T")
K = TypeVar("K")
P = ParamSpec("P")
Ts = TypeVarTuple("Ts")


class Pt(NamedTuple):
    """doc"""

    x: int
    y: "str" = "a"

    def m(self):
        return self.x


for s in """Pt(1)
Pt(1,2).m()
Pt._fields
Pt._field_defaults
Pt.__annotations__
Pt.__bases__
Pt.__mro__
Pt.__doc__
Pt.__module__
Pt()
Pt(1,2,3)
Pt(1)._replace(x=2)
Pt(1)._asdict()
NamedTuple("Q",[("a",int),("b",str)])(1,2)
NamedTuple("Q",[("a",int),("b",str)]).__annotations__
NamedTuple("Q",[])
NamedTuple("Q",[("a",(1,2))])
get_type_hints(Pt)
isinstance(Pt(1),tuple)""".splitlines():
    t(s)
x("class A(NamedTuple):\n  x:int=1\n  y:int")
x("class A(NamedTuple):\n  x:int=1\n  z:int=1\n  y:int")
x("class A(NamedTuple,dict):\n  x:int=1")
x("class A(NamedTuple):\n  x:int=1\n  def __new__(cls): pass")
x("class A(NamedTuple):\n  x:int=1\n  _asdict=1")
x("class A(NamedTuple):\n  x:int=1\n  def __repr__(self): return 'R'\nprint(A())")
x("class A(NamedTuple, Generic[T]):\n  x:T\nprint(A(1), A[int], A[int](2), A.__mro__, A.__parameters__)")
x("class A(NamedTuple):\n  _x:int")
x("class A(NamedTuple):\n  pass\nprint(A())")
x("class A(Pt):\n  z:int=1\nprint(A(1), A.__mro__)")


class M(TypedDict):
    "doc"

    a: int
    b: NotRequired[str]
    c: ReadOnly[Annotated[Required[int], 1]]
    d: "M"


class M2(M, total=False):
    e: int
    f: Required[str]


for s in """M
M(a=1)
M.__annotations__
M.__total__
sorted(M.__required_keys__)
sorted(M.__optional_keys__)
M.__readonly_keys__
sorted(M.__mutable_keys__)
M.__bases__
M.__mro__
M2.__annotations__
sorted(M2.__required_keys__)
sorted(M2.__optional_keys__)
M2.__total__
isinstance({},M)
issubclass(dict,M)
get_type_hints(M)
get_type_hints(M2,include_extras=True)
is_typeddict(M)
is_typeddict(TypedDict)
is_typeddict(dict)
TypedDict("X",{"a":int,"in":str})
TypedDict("X",{"a":int,"in":str}).__annotations__
TypedDict("X",{"a":int},total=False).__optional_keys__
TypedDict("X",{"a":(1,2)})
M.__module__
M.__doc__
TypedDict("X",a=1)
type(M)
type(M(a=1))""".splitlines():
    t(s)
x("class A(TypedDict, dict): pass")
x("class A(TypedDict, Generic[T]):\n  x:T\nprint(A, A[int], A[int](x=1), A.__mro__, A.__parameters__)")
x("class A(M):\n  a: ReadOnly[int]")
x("class A(TypedDict):\n  def f(self): pass")
x("class A(TypedDict, foo=1):\n  x:int")


# protocols
@runtime_checkable
class Closable(Protocol):
    def close(self): ...
@runtime_checkable
class Named(Protocol):
    name: str

    def close(self): ...
class NotR(Protocol):
    def close(self): ...
class C:
    name = "x"

    def close(self):
        pass


class D:
    def __init__(self):
        self.name = 1
        self.close = None


class E2(Closable):
    pass


class F(Closable):
    def __init__(self, a):
        self.a = a


class G(Protocol[T]):
    x: T


class H(G[int]):
    pass


class S(Named, Protocol):
    z: int


for s in """isinstance(C(),Closable)
isinstance(1,Closable)
issubclass(C,Closable)
isinstance(C(),Named)
issubclass(C,Named)
isinstance(D(),Named)
isinstance(D(),Closable)
isinstance(C(),NotR)
issubclass(C,NotR)
issubclass(1,Closable)
Closable()
F(1).a
G
G[int]
G.__parameters__
G.__mro__
H.__mro__
G()
is_protocol(G)
is_protocol(H)
is_protocol(Protocol)
sorted(get_protocol_members(S))
get_protocol_members(H)
get_protocol_members(int)
isinstance(1,SupportsInt)
isinstance("",SupportsInt)
issubclass(float,SupportsFloat)
isinstance(1,SupportsIndex)
isinstance(1,SupportsAbs)
isinstance([],SupportsAbs)
isinstance(1j,SupportsComplex)
isinstance(b"",SupportsBytes)
isinstance(1,SupportsRound)
SupportsInt()
SupportsAbs[int]
Protocol[int]
Protocol[T]
Protocol[T][int]
Protocol
isinstance(1,Protocol)
runtime_checkable(int)
runtime_checkable(H)
SupportsInt.__module__
isinstance(E2(),Closable)
issubclass(E2,Closable)
Closable._is_protocol
E2._is_protocol""".splitlines():
    t(s)
x("class A(C, Protocol): pass")
x("class A(collections.abc.Iterable, Protocol):\n  def f(self): pass\nprint(A.__mro__)")
x("class A(Protocol[T], Generic[T]): pass")
x("class A(Protocol[T], Generic[K]): pass")
x("class A(Generic[T], Generic[K]): pass")
x("class A(List[T]): pass\nprint(A[int], A.__mro__, A.__orig_bases__, A.__parameters__)")
x("class A(Dict[K,T], Generic[T,K]): pass\nprint(A[int,str], A.__mro__, A.__orig_bases__, A.__parameters__)")
x("class A(Dict[str,T]): pass\nprint(A[int], A.__mro__)")
x("class A(List): pass\nprint(A.__mro__)")
x("class A(Optional[int]): pass")
x("class A(Optional): pass")
x("class A(ClassVar[int]): pass")
x("class A(Callable[[int],str]):\n  def __call__(self): pass\nprint(A.__mro__)")
x("class A(Tuple[int,str]): pass\nprint(A.__mro__)")
x(
    "class A(Any): pass\nprint(A(), isinstance(1,A))"
    if 0
    else "class A(Any): pass\nprint(isinstance(1,A), A.__mro__)"
)
x("class A(Annotated[dict,1]): pass\nprint(A.__mro__)")
x("class A(NewType('X',int)): pass")


class Box(Generic[T]):
    def __init__(self, v):
        self.v = v


for s in """Box[int]
Box["A"]
Box[None]
Box[1]
Box[(1,2)]
Box[int,str]
Box[()]
Box[ClassVar[int]]
Box[Generic]
Box[T][int]
Box[List[T]][int]
Box[int](5).__orig_class__
Box[int].__args__
Box[int]==Box[int]
hash(Box[int])==hash(Box[int])
isinstance(Box(1),Box[int])
get_origin(Box[int])
Box[int].__class__ and 1
Box.__parameters__""".splitlines():
    t(s)


class Z(Generic[T, P]):
    pass


class Y(Generic[P]):
    pass


class V(Generic[T, Unpack[Ts]]):
    pass


class W(Generic[T, K]):
    pass


for s in """Z[int,[str,int]]
Z[int,...]
Z[int,P]
Z[int,Concatenate[int,P]]
Z[int,str]
Y[int,str]
Y[[int,str]]
Y[int]
Y[...]
V[int]
V[int,str,bytes]
V[int,Unpack[tuple[int,...]]]
V[int,*tuple[int,...]]
V[()]
W[int]
W[int,str,int]
Z[T,P][int,[str]]
Y[P][int,str]
Y[P][[int,str]]
V[T,Unpack[Ts]][int,str,str]""".splitlines():
    t(s)
