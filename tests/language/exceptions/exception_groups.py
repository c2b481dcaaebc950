g = ExceptionGroup("msg", [ValueError(1), TypeError("t"), ExceptionGroup("nested", [KeyError("k"), ValueError(2)])])
print(g, repr(g), g.message, len(g.exceptions), g.args[0])
print(g.subgroup(ValueError))
print(repr(g.subgroup(ValueError)))
match, rest = g.split(KeyError)
print(repr(match), repr(rest))
print(g.subgroup(OSError), g.split(OSError)[0])
print(repr(g.subgroup(lambda e: isinstance(e, TypeError))))
print(repr(g.derive([OSError(1)])))
print(type(BaseExceptionGroup("b", [ValueError()])).__name__, type(BaseExceptionGroup("b", [KeyboardInterrupt()])).__name__)
for f in (lambda: ExceptionGroup("m", []), lambda: ExceptionGroup("m", [5]), lambda: ExceptionGroup(5, [ValueError()]), lambda: ExceptionGroup("m", [SystemExit()]),
          lambda: ExceptionGroup("m"), lambda: ExceptionGroup("m", ValueError())):
    try:
        f()
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
print(issubclass(ExceptionGroup, Exception), issubclass(ExceptionGroup, BaseExceptionGroup))
