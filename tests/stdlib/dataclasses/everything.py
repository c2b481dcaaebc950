# python: 3.14
# Dataclasses of all kinds, what is refused, and the functions of the module; keyword.
import copy, dataclasses, sys, types
from collections import namedtuple, defaultdict, OrderedDict
from dataclasses import *
def show(f, *a, **k):
    try: print(repr(f(*a, **k)).split(" at 0x")[0])
    except Exception as e: print(type(e).__name__, str(e).split(" at 0x")[0])
@dataclass
class P:
    x: int
    y: int = 0
    tags: list = field(default_factory=list, compare=False)
print(P(1), P(1, 2) == P(1, 2), P(1) == P(1, tags=[5]), P(1) != 5, P.__doc__, P.__match_args__, P.__hash__, P.__eq__(P(1), 5)); show(P); show(P, 1, 2, 3, 4); show(P, z=1); show(lambda: P(1) < P(2)); show(hash, P(1))
print(P.__init__.__annotations__, P.__init__.__qualname__, P.__repr__.__qualname__, P.__eq__.__qualname__, P.y, hasattr(P, "x"), hasattr(P, "tags"))
print(fields(P)[0].name, [f.name for f in fields(P(1))], fields(P)[1].default, fields(P)[2].default is MISSING, fields(P)[0].type); show(fields, 5)
print(P.__dataclass_params__)
print(asdict(P(1, 2, ["t"])), astuple(P(1, 2, ["t"])), replace(P(1), y=9), is_dataclass(P), is_dataclass(P(1)), is_dataclass(5)); show(asdict, P); show(astuple, 5); show(replace, P); show(replace, P(1), q=1); show(copy.replace, P(1), y=3)
@dataclass(order=True)
class O:
    a: int
    b: str = field(default="z", compare=False)
print(O(1) < O(2), O(1) <= O(1), O(2) > O(1), O(1) >= O(2), sorted([O(3), O(1)]), O(1, "q") == O(1)); show(lambda: O(1) < 5)
@dataclass(frozen=True)
class F:
    a: str
    b: int = 0
f = F("x"); print(hash(f) == hash(F("x")), {f: 1}[F("x")], f); show(setattr, f, "a", 1); show(delattr, f, "b"); show(setattr, f, "q", 1)
class FS(F): pass
fs = FS("s"); fs.extra = 5; print(fs.extra, fs); show(setattr, fs, "a", 1); del fs.extra
@dataclass(eq=False)
class NE: a: int
print(NE(1) == NE(1), NE.__hash__ is object.__hash__)
@dataclass(unsafe_hash=True)
class UH:
    a: int
    b: list = field(default_factory=list, hash=False)
    c: int = field(default=1, compare=False)
print(hash(UH(1, [1])) == hash(UH(1, [2], 5)))
@dataclass(repr=False, init=False)
class NR:
    a: int = 5
show(NR); print(NR().a); show(NR, 1); print(NR.__doc__)
@dataclass
class Base:
    a: int
    b: int = 2
@dataclass
class Sub(Base):
    c: int = 3
    a: int = 10
print(Sub(), Sub(1, 2, 3), [f.name for f in fields(Sub)], Sub.__match_args__)
def bad(body, **k):
    def mk():
        exec("from dataclasses import *\n@dataclass(**k)\nclass B:\n" + "".join("    " + l + "\n" for l in body.split("\n")), {"k": k, "__name__": __name__})
        return "made"
    show(mk)
bad("a: int = 1\nb: int"); bad("a: list = []"); bad("a: dict = {}"); bad("a = field()"); bad("a: int = field(default=1, default_factory=int)"); bad("a: int", order=True, eq=False); bad("a: int\ndef __hash__(self): return 1", unsafe_hash=True); bad("a: int\ndef __lt__(self, o): return 1", order=True); bad("a: int\ndef __setattr__(self, n, v): pass", frozen=True); bad("a: int\n_: KW_ONLY\nb: int\n__: KW_ONLY"); bad("a: int\n__slots__ = ('a',)", slots=True); bad("a: int", weakref_slot=True); bad("a: InitVar[int] = field(default_factory=int)"); bad("pass"); bad("a: set = set()")
def inh(): 
    @dataclass
    class X(F): c: int = 1
show(inh)
def inh2():
    @dataclass(frozen=True)
    class X(P): c: int = 1
show(inh2)
@dataclass
class K:
    a: int
    _: KW_ONLY
    b: int = 2
    c: int
print(K(1, c=3), K.__match_args__, K.__doc__); show(K, 1, 2, 3); show(K, 1)
@dataclass(kw_only=True)
class K2:
    a: int = 1
    b: int
    c: int = field(kw_only=False)
print(K2(5, b=2), K2.__doc__)
@dataclass
class PI:
    a: int
    iv: InitVar[int]
    d: InitVar[str] = "dd"
    c: int = field(init=False)
    def __post_init__(self, iv, d): self.c = self.a + iv; self.e = d
print(PI(1, 2), PI(1, 2, "z").e, PI(1, 2).d, [f.name for f in fields(PI)], PI.__doc__); show(replace, PI(1, 2), a=3); print(replace(PI(1, 2), a=3, iv=4)); show(replace, PI(1, 2), iv=1, c=4)
print(InitVar[int], InitVar[list[int]], repr(InitVar))
@dataclass(slots=True)
class S:
    x: int
    y: int = 5
    z: list = field(default_factory=list, repr=False)
    def me(self): return __class__
    def sup(self): return super().__repr__()
s = S(1); print(s, S.__slots__, s.me() is S, s.y); show(setattr, s, "q", 1); show(lambda: s.__dict__); print(copy.copy(s), copy.deepcopy(s) == s)
@dataclass(slots=True, frozen=True, weakref_slot=True)
class SF:
    x: int
sf = SF(1); print(sf, SF.__slots__, copy.copy(sf)); show(setattr, sf, "x", 2); show(setattr, sf, "n", 2); import weakref; print(weakref.ref(sf)() is sf)
@dataclass(slots=True)
class S2(S):
    w: int = 9
print(S2(1), S2.__slots__)
@dataclass
class Rec:
    n: object = None
r = Rec(); r.n = r; print(r)
NT = namedtuple("NT", "a b")
@dataclass
class Deep:
    p: P
    l: list
    t: tuple
    d: dict
    n: NT
    dd: object = None
dp = Deep(P(1), [P(2), [P(3)]], (P(4),), {"k": P(5), P: 1}, NT(P(6), 2), defaultdict(list, a=[P(7)]))
print(asdict(dp)); print(astuple(dp)); print(asdict(dp, dict_factory=OrderedDict)["p"]); print(astuple(P(1), tuple_factory=list))
M = make_dataclass("M", ["a", ("b", int), ("c", int, 5), ("d", list, field(default_factory=list))], namespace={"m": lambda self: self.c}, frozen=True)
print(M(1, 2), M(1, 2).m(), M.__name__, M.__module__, M.__annotations__["b"]); show(make_dataclass, "X", ["a b"]); show(make_dataclass, "X", ["for"]); show(make_dataclass, "X", ["a", "a"]); show(make_dataclass, "X", [("a",)]); show(make_dataclass, "X", [5])
print(make_dataclass("Y", [("q", int, 3)], bases=(P,))(1))
print(repr(field()).count("_MISSING_TYPE"), repr(MISSING).split(" obj")[0], field(metadata={"a": 1}).metadata["a"])
@dataclass
class Gen[T]:
    a: T
    b: "int" = 3
print(Gen(1), Gen[int](2), Gen.__doc__)
@dataclass
class D1:
    "own doc"
    def __repr__(self): return "own"
    def __eq__(self, o): return "eq"
    x: int = 1
print(D1(), D1() == 1, D1.__doc__, D1.__hash__)
match P(3, 4):
    case P(a, b): print("match", a, b)
class Meta(type): pass
@dataclass
class WithSelf:
    self: int
    other: int = 1
print(WithSelf(5), WithSelf(1) == WithSelf(1))
class Desc:
    def __set_name__(s, o, n): s.n = "_" + n
    def __get__(s, i, o): return 7 if i is None else getattr(i, s.n)
    def __set__(s, i, v): setattr(i, s.n, v * 2)
@dataclass
class HD:
    a: int = Desc()
print(HD(), HD(5), fields(HD)[0].default)
@dataclass
class Hooked:
    x: int = 0
    def __post_init__(self): self.x += 1
@dataclass
class Hooked2(Hooked):
    y: int = 0
    def __post_init__(self): super().__post_init__(); self.y = self.x
print(Hooked2(4), FrozenInstanceError.__mro__[1], sorted(dataclasses.__all__))
@dataclass
class E: pass
print(E(), E() == E(), E.__match_args__, fields(E), asdict(E()), E.__doc__)
import keyword; print(keyword.iskeyword("for"), keyword.iskeyword("x"), keyword.issoftkeyword("match"), keyword.kwlist == sorted(keyword.kwlist), len(keyword.kwlist), keyword.softkwlist)
