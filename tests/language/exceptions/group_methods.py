# python: 3.14
# Groups: what they are made of, split, derive, and except*.
def t(f):
    try: print(repr(f()))
    except BaseException as e: print(type(e).__name__, e, getattr(e,'args',None), e.__cause__, e.__suppress_context__)
eg = ExceptionGroup("m", [ValueError(1), TypeError(2), ExceptionGroup("n", [ValueError(3), OSError(4)])])
t(lambda: eg); t(lambda: str(eg)); t(lambda: eg.message); t(lambda: eg.exceptions); t(lambda: eg.args)
t(lambda: eg.split(ValueError)); t(lambda: eg.subgroup(ValueError)); t(lambda: eg.subgroup(lambda e: isinstance(e, OSError)))
t(lambda: eg.split((TypeError, OSError))); t(lambda: eg.subgroup(KeyError)); t(lambda: eg.split(KeyError)); t(lambda: eg.split(5)); t(lambda: eg.split(int)); t(lambda: eg.split((ValueError, 5)))
t(lambda: eg.subgroup(ExceptionGroup)); t(lambda: eg.subgroup(lambda e: True) is eg); t(lambda: eg.split(Exception)[0] is eg)
t(lambda: ExceptionGroup()); t(lambda: ExceptionGroup("a")); t(lambda: ExceptionGroup("a", [])); t(lambda: ExceptionGroup("a", 5)); t(lambda: ExceptionGroup(5, [ValueError()])); t(lambda: ExceptionGroup("a", [5])); t(lambda: ExceptionGroup("a", [ValueError])); t(lambda: ExceptionGroup("a", [KeyboardInterrupt()])); t(lambda: BaseExceptionGroup("a", [KeyboardInterrupt()])); t(lambda: type(BaseExceptionGroup("a", [ValueError()]))); t(lambda: ExceptionGroup("a", (ValueError(),))); t(lambda: ExceptionGroup("a", {ValueError()})); t(lambda: ExceptionGroup("a", [ValueError()], x=1)); t(lambda: ExceptionGroup("a", [ValueError()], 5))
class E(ExceptionGroup):
    def derive(self, excs): return E(self.message, excs)
class B(BaseExceptionGroup, ValueError): pass
class N(ExceptionGroup):
    def __new__(cls, x): return super().__new__(cls, "fixed", [ValueError(x)])
t(lambda: E("a", [ValueError(1), TypeError(2)]).split(ValueError)); t(lambda: N(5)); t(lambda: N(5).subgroup(ValueError)); t(lambda: B("x", [KeyboardInterrupt()])); t(lambda: eg.derive([OSError()])); t(lambda: E("a", [OSError()]).derive([TypeError()])); t(lambda: eg.derive(5))
class D(ExceptionGroup):
    def derive(self, excs): return 5
t(lambda: D("a", [ValueError(), TypeError()]).split(ValueError))
eg.add_note("note"); 
try: raise eg from KeyError(9)
except ExceptionGroup as e: pass
l, r = eg.split(ValueError)
print(l.__notes__, r.__notes__, l.__cause__, r.__traceback__ is eg.__traceback__, l.__context__, l.__notes__ is r.__notes__)
t(lambda: setattr(eg, "message", 5)); t(lambda: setattr(eg, "exceptions", 5)); t(lambda: ExceptionGroup[int]); t(lambda: eg.__class_getitem__(5))
def star(exc, *kinds):
    out = []
    try:
        try: raise exc
        except* ValueError as g: out.append(("V", g, g.__traceback__ is not None))
        except* (TypeError, OSError) as g: out.append(("TO", g)); raise KeyError("new")
        else: out.append("else")
        finally: out.append("fin")
    except BaseException as e: out.append(e); out.append(e.__context__); out.append(getattr(e,'exceptions',None))
    print(out)
star(eg); star(ValueError(7)); star(KeyError(1)); star(ExceptionGroup("q", [KeyError(1), ValueError(2)])); star(ExceptionGroup("q", [OSError(1), ValueError(2), KeyError(3)])); star(KeyboardInterrupt())
def bad(k):
    try: raise ValueError
    except* k: pass
t(lambda: bad(ExceptionGroup)); t(lambda: bad(5)); t(lambda: bad((ValueError, BaseExceptionGroup)))
def rr():
    try: raise ExceptionGroup("a", [ValueError(1), TypeError(2)])
    except* ValueError as g: raise
t(rr)
def rr2():
    try: raise ExceptionGroup("a", [ValueError(1), TypeError(2)])
    except* ValueError as g: raise g
    except* TypeError as g: raise
t(rr2)
def rr3():
    try: raise ExceptionGroup("a", [ValueError(1), TypeError(2)])
    except* ValueError: raise OSError("x") from None
    except* TypeError: raise OSError("y")
t(rr3)
