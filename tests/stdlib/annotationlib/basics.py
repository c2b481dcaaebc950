# python: 3.14
# Annotations as values, as text, and as far as their names are known.
import annotationlib as al
from annotationlib import Format, ForwardRef
def g(p: missing, q: int, r: "text", s: list[missing2 | None], t: a.b[c, ...] = 1, *args: x + 1, **kw: f(1, k="v")) -> (1, -y): pass
print(al.get_annotations(g, format=Format.STRING))
r = al.get_annotations(g, format=Format.FORWARDREF)
print(r["q"], r["r"], type(r["s"]).__name__, r["s"].__args__[0].__forward_arg__, r["p"].__forward_arg__, type(r["t"]).__name__, r["t"].__forward_arg__)
missing = 5
print(r["p"].evaluate(), Format.VALUE, repr(Format(3)), Format.STRING == 4)
class C[T]:
    x: T
    y: unknown
    z: list[C]
print(al.get_annotations(C, format=Format.STRING), al.get_annotations(C, format=Format.FORWARDREF)["x"], al.get_annotations(C, format=Format.FORWARDREF)["z"])
def outer():
    def inner(a: later, b: T): pass
    T = int
    found = al.get_annotations(inner, format=Format.FORWARDREF)
    print(found["a"].__forward_arg__, found["b"], al.get_annotations(inner, format=Format.STRING))
    later = str
    print(al.get_annotations(inner))
outer()
for bad in (lambda: al.get_annotations(g), lambda: al.get_annotations(5), lambda: al.get_annotations(g, format=2), lambda: al.get_annotations(g, format=9), lambda: al.get_annotations(g, eval_str=True, format=4), lambda: ForwardRef(5)):
    try: print(bad())
    except Exception as e: print(type(e).__name__, e)
print(al.get_annotations(len), al.type_repr(int), al.type_repr(C), al.annotations_to_string({"a": int, "b": "x", "c": C}))
def ev(a: "int", b: "C"): pass
print(al.get_annotations(ev, eval_str=True))
type A = nope[int]
print(al.call_evaluate_function(A.evaluate_value, Format.STRING), al.call_evaluate_function(A.evaluate_value, Format.FORWARDREF))
print(ForwardRef("a") == ForwardRef("a"), ForwardRef("a"), al.get_annotate_from_class_namespace({"__annotate__": 5}))
