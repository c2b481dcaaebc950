# get_type_hints() and the small functions of the module.
# python: 3.14
from typing import *
import typing, types
def t(s):
    try: print(s,"=>",repr(eval(s)))
    except BaseException as e: print(s,"=>",type(e).__name__, e)
def x(s):
    try: exec(s, globals())
    except BaseException as e: print(s,"=>",type(e).__name__, e)
T=TypeVar("T")
def f(a: int, b: "str", c: Optional["C"], d: None, e: List["C"]=None, *g: "list[C]", **h: Annotated["C","m"]) -> Union["C",None]: pass
class C:
    x: "int"
    y: ClassVar["C"]
    z: Final["C"] = 1
class D(C):
    w: "List[D]"
    x: str
def g[Q](a: Q, b: "Q") -> "list[Q]": pass
def nf(a: "Nope"): pass
def bad(a: "1+"): pass
def wrapped(*a): pass
wrapped.__wrapped__ = f
@no_type_check
def ntc(a: 1): pass
@no_type_check
class Ntc:
    a: 1
    def m(self, a: 2): pass
def rec(a: "Rec"): pass
Rec = List["Rec"]
def cb(a: Callable[["C"],"int"], b: "Callable[..., C]", c: tuple["C",...], d: type["C"], e: dict[str,"list[C]"]): pass
for s in '''get_type_hints(f)
get_type_hints(f,include_extras=True)
get_type_hints(C)
get_type_hints(D)
get_type_hints(g)
get_type_hints(nf)
get_type_hints(nf,{"Nope":int})
get_type_hints(nf,None,{"Nope":int})
get_type_hints(wrapped)
get_type_hints(ntc)
get_type_hints(Ntc)
get_type_hints(Ntc.m)
get_type_hints(1)
get_type_hints(len)
get_type_hints(types)
get_type_hints(cb)
get_type_hints(str.join)
get_type_hints(lambda:1)
ForwardRef("C")
ForwardRef("C")==ForwardRef("C")
ForwardRef(1)
cast("foo",1)
assert_type(1,int)
assert_never(1)
assert_never("x"*200)
NewType("X",int)
NewType("X",int)(5)
NewType("X",int).__supertype__
NewType("X",int).__name__
NewType("X",int)|None
NewType("X",int).__module__
List[NewType("X",int)]
len(get_overloads(f))
overload(f)()
clear_overloads()
final(f).__final__
override(f).__override__
final(1)
dataclass_transform(eq_default=False,foo=1)(f).__dataclass_transform__
IO
IO[str]
TextIO.__mro__
TextIO.__orig_bases__
BinaryIO
IO.__parameters__
TypeAliasType("A",int)
TypeAliasType("A",list[T],type_params=(T,))[int]
get_origin(TypeAliasType("A",list[T],type_params=(T,))[int])
Literal[1] in [Literal[1]]
{List[int]:1}[List[int]]
typing.Foo
from_'''.splitlines(): t(s)
x("from typing import *")
x("print(sorted(set(dir(typing))&set(typing.__all__))==sorted(typing.__all__))")
x("for n in typing.__all__:\n  if n not in ('Pattern','Match'): getattr(typing,n)")
import copy
t("copy.copy(List[int]) is List[int]")
t("copy.deepcopy(Annotated[int,1])")
class Sub(typing._GenericAlias if 0 else object): pass
x("class Q(typing._SpecialForm): pass")
x("class Q(typing.TypeVar): pass")
