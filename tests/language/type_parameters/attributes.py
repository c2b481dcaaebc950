# python: 3.14
# Attributes of type parameters and aliases; what is computed when it is asked for, and once.
log = []


def note(value):
    log.append(value)
    return value


def f[T: note(int), C: (note(str), note(bytes)), *Ts, **P, D = note(list[int])](): ...


T, C, Ts, P, D = f.__type_params__
print(log, T.has_default(), D.has_default(), Ts.has_default(), P.has_default())
print(T.__bound__, T.__bound__, C.__bound__, C.__constraints__, T.__constraints__, D.__default__, log)
print(T.__default__, type(T.__default__).__name__, repr(P.__default__), D.__default__ is D.__default__)
print(T.__infer_variance__, T.__covariant__, T.__contravariant__, T.__module__, type(T))
print(C.evaluate_bound, C.evaluate_constraints(1), T.evaluate_constraints, P.args, P.kwargs, P.args.__origin__ is P)
print([*Ts], P.args == P.args, P.args == P.kwargs, T | None, int | T)
for attribute in ("__name__", "__bound__", "__default__"):
    try:
        setattr(T, attribute, 1)
    except AttributeError as e:
        print(type(e).__name__)

TypeVar, ParamSpec, TypeVarTuple = type(T), type(P), type(Ts)
print(TypeVar("A"), TypeVar("A", covariant=True), TypeVar("A", contravariant=True), TypeVar("A", infer_variance=True))
print(ParamSpec("B"), TypeVarTuple("Cs"), TypeVar("A", bound=int).__bound__, TypeVar("A", default=str).__default__)
print(TypeVar("A", bound=int).evaluate_bound, TypeVar("A").__module__)

type Pair[A, B = int] = tuple[A, B]
print(Pair, Pair.__name__, Pair.__type_params__, Pair.__value__, Pair[str], Pair[str].__origin__ is Pair, Pair.__module__)
Alias = type(Pair)
alias = Alias("alias", list[T], type_params=(T,))
print(alias, alias.__value__, alias[int], alias | None, alias.evaluate_value)


class Box[A, B = int]: ...


class Many[A, *Bs]: ...


class Call[**A]: ...


class Both[A](dict[str, A], Box[A]): ...


print(Box.__parameters__, Box[str], Many[int], Many[int, str, bytes], Call[int, str], Call[[int]], Call[...])
print(Both.__parameters__, Both.__orig_bases__, [c.__name__ for c in Both.__mro__], Box[A := T, int][str])
for wrong in (
    lambda: Box[1, 2, 3],
    lambda: Many[()],
    lambda: Box[int, str][int],
    lambda: isinstance(1, Box[int]),
    lambda: TypeVar("A", int),
    lambda: TypeVar("A", int, str, bound=int),
    lambda: TypeVar("A", covariant=True, contravariant=True),
    lambda: Alias("A", 1)[int],
    lambda: Alias("A", 1, type_params=[]),
    lambda: Box.__orig_bases__[0].__origin__[int],
):
    try:
        print(wrong())
    except Exception as e:
        print(type(e).__name__, e)

format = str
def annotated(a: format): ...


print(annotated.__annotations__, annotated.__annotate__.__code__.co_varnames)
