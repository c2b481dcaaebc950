# Kinds of objects, signatures and what is bound to them, states.
# python: 3.14
import inspect, functools, types, sys
from typing import *
def t(s):
    try: print(s,"=>",repr(eval(s)))
    except BaseException as e: print(s,"=>",type(e).__name__, e)
def f(a, b=1, /, c: int = 2, *args, d, e="x", **kw) -> str: pass
def g(): yield
async def co(): pass
async def ag(): yield
class C:
    "  Doc of C.\n\n    more\n  x\n"
    def __init__(self, x, y=None): pass
    def m(self, a): "m doc"
    @classmethod
    def cm(cls, b): pass
    @staticmethod
    def sm(c): pass
    @property
    def p(self): "pdoc"
    def __call__(self, z): pass
class D(C):
    def m(self, a): pass
    p = property(lambda s: 1)
class N:
    def __new__(cls, q): pass
class Meta(type):
    def __call__(cls, w): pass
class ME(metaclass=Meta): pass
class E: pass
class S:
    __signature__ = inspect.Signature([inspect.Parameter("zz",1)])
@functools.wraps(f)
def w(*args): pass
P=inspect.Parameter
def ann(a: "int", b: List[int], c: "List[str]"=None, d: Optional[int]=1) -> "C": pass
for s in '''inspect.signature(f)
inspect.signature(C)
inspect.signature(C.m)
inspect.signature(C(1).m)
inspect.signature(C.cm)
inspect.signature(C.sm)
inspect.signature(C(1))
inspect.signature(N)
inspect.signature(ME)
inspect.signature(E)
inspect.signature(S)
inspect.signature(w)
inspect.signature(w,follow_wrapped=False)
inspect.signature(len)
inspect.signature(print)
inspect.signature([].append)
inspect.signature(str.join)
inspect.signature(int)
inspect.signature(dict)
inspect.signature(list)
inspect.signature(object)
inspect.signature(dict.fromkeys)
inspect.signature(1)
inspect.signature(functools.partial(f,1))
inspect.signature(functools.partial(f,1,2))
inspect.signature(functools.partial(f,1,d=3))
inspect.signature(functools.partial(f,1,c=3))
inspect.signature(functools.partial(f,1,2,3,4,5))
inspect.signature(functools.partial(C(1).m,a=1))
inspect.signature(functools.partial(len))
inspect.signature(lambda x,*,y:1)
inspect.signature(ann)
inspect.signature(ann,eval_str=True)
inspect.signature(f).parameters["c"]
inspect.signature(f).parameters["c"].kind
repr(inspect.signature(f).parameters["c"].kind)
inspect.signature(f).parameters["c"].kind.description
inspect.signature(f).return_annotation
inspect.signature(f).parameters["a"].default
inspect.signature(f).bind(1,2,3,4,d=5,z=6)
inspect.signature(f).bind(1,d=5)
inspect.signature(f).bind(1)
inspect.signature(f).bind()
inspect.signature(f).bind(a=1,d=2)
inspect.signature(f).bind_partial()
inspect.signature(f).bind(1,2,3,4,c=5,d=1)
inspect.signature(g).bind(1)
inspect.signature(g).bind(x=1)
inspect.signature(C.m).bind(1)
inspect.signature(C.m).bind(1,2,a=3)
inspect.signature(lambda a,/:1).bind(a=1)
inspect.signature(lambda a=1,/:1).bind(a=1)
inspect.signature(f)==inspect.signature(f)
hash(inspect.signature(f))==hash(inspect.signature(f))
inspect.signature(f).replace(return_annotation=int)
inspect.signature(f).replace(parameters=[])
inspect.signature(f).format(max_width=10)
P("a",0)
P("a",9)
P("1",0)
P(1,0)
P("if",0)
P("if",1)
P("a",2,default=1)
P("a",1,default=1,annotation=int)
P("a",1)==P("a",1)
P("a",1).replace(name="b",default=3)
P.empty
inspect.Signature([P("a",1),P("b",0)])
inspect.Signature([P("a",1),P("a",1)])
inspect.Signature([P("a",1,default=1),P("b",1)])
inspect.Signature([P("a",2),P("b",2)])
inspect.Signature.empty
inspect.getfullargspec(f)
inspect.getfullargspec(C)
inspect.getfullargspec(C(1).m)
inspect.getfullargspec(len)
inspect.getfullargspec(int)
inspect.getcallargs(f,1,d=2)
inspect.getcallargs(f,1)
inspect.getcallargs(f)
inspect.getcallargs(C.m,1,2,3)
inspect.getcallargs(C.m,1)
inspect.getcallargs(g,1)
inspect.getcallargs(g,x=1)
inspect.getcallargs(C.m,1,2,a=3)
inspect.getargs(f.__code__)
inspect.getdoc(C)
inspect.getdoc(D)
inspect.getdoc(D.m)
inspect.getdoc(D().m) if 0 else 0
inspect.getdoc(D.p)
inspect.getdoc(E)
inspect.cleandoc("  a\\n    b\\n      c\\n\\n")
inspect.cleandoc("")
[n for n,v in inspect.getmembers(C, inspect.isfunction)]
[n for n,v in inspect.getmembers(C(1), inspect.ismethod)]
[n for n,v in inspect.getmembers(C) if n[0]!="_"]
[n for n,v in inspect.getmembers_static(C(1)) if n[0]!="_"]
inspect.getmro(D)
inspect.getattr_static(C,"nope")
inspect.getattr_static(C,"nope",5)
inspect.getattr_static(C,"__name__")
inspect.getattr_static(1,"real")
inspect.unwrap(w) is f
inspect.getmodulename("/a/b/c.py")
inspect.getmodulename("/a/b/c.txt")
inspect.getclasstree([C,D,E])
inspect.isabstract(C)
inspect.formatannotation(int)
inspect.formatannotation(List[int])
inspect.formatannotation("x")
inspect.formatannotation(C,"__main__")
inspect.formatannotation(C)
inspect.indentsize("  \\tx")
inspect.CO_GENERATOR
[a.name+":"+a.kind+":"+a.defining_class.__name__ for a in inspect.classify_class_attrs(D) if a.name in ("m","cm","sm","p","__init__","__call__","__doc__","__class__","__new__","__eq__","__module__","__dict__")]
inspect.BufferFlags.FULL
inspect.getgeneratorstate(g())
inspect.getasyncgenstate(ag())
inspect.getgeneratorlocals(g())
inspect.getgeneratorlocals(1)
inspect.Attribute._fields
inspect.FullArgSpec._fields
inspect.getclosurevars(1)
inspect.nope
sorted(set(inspect.get_annotations(ann)))'''.splitlines(): t(s)
preds=[n for n in dir(inspect) if n.startswith("is") and n not in ("iskeyword","ismethoddescriptor","isroutine","ispackage")]
objs=dict(f=f,g=g,co=co,ag=ag,C=C,cm=C.m,bm=C(1).m,len=len,app=[].append,join=str.join,mod=sys,gen=g(),code=f.__code__,tb=None,prop=C.__dict__['p'],w=object.__init__,mw=1 .__add__,one=1,slot=type(f).__dict__['__code__'],part=functools.partial(g),fk=dict.__dict__['fromkeys'],agen=ag(),cmm=C.cm, sm=C.sm, st=C.__dict__['sm'])
for n in preds: print(n, [k for k,v in objs.items() if getattr(inspect,n)(v)])
def outer():
    x=1
    def inner(): return x+len("")+unknown_thing
    return inner
print(inspect.getclosurevars(outer()).nonlocals, sorted(inspect.getclosurevars(outer()).builtins))
G=g(); next(G); print(inspect.getgeneratorstate(G)); G.close(); print(inspect.getgeneratorstate(G))
c=co(); print(inspect.getcoroutinestate(c), inspect.isawaitable(c), inspect.iscoroutine(c)); c.close(); print(inspect.getcoroutinestate(c))
print(inspect.markcoroutinefunction(f) is f, inspect.iscoroutinefunction(f))
def fr(a,b=2,*c,**d):
    ai=inspect.getargvalues(inspect.currentframe()); print(ai, inspect.formatargvalues(*ai))
fr(1,2,3,x=4)
def st():
    s=inspect.stack(); print(len(s), s[0].function, s[1].function, s[0].lineno, s[0].code_context, s[0].index, type(s[0]).__name__)
    i=inspect.getframeinfo(inspect.currentframe()); print(i.function,i.lineno,i.code_context,i.index, i._fields)
st()
try: 1/0
except Exception: print([ (x.function,x.code_context) for x in inspect.trace()])
