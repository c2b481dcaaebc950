# python: 3.13
import builtins


def walk(cls, depth=0):
    print("  " * depth + cls.__name__)
    for sub in sorted(cls.__subclasses__(), key=lambda c: c.__name__):
        if getattr(builtins, sub.__name__, None) is sub:
            walk(sub, depth + 1)


walk(ArithmeticError)
walk(LookupError)
walk(OSError)
walk(Warning)
walk(ValueError)
walk(NameError)
walk(SyntaxError)
print(IOError is OSError, EnvironmentError is OSError)
print([c.__name__ for c in KeyError.__mro__])
print(issubclass(KeyboardInterrupt, Exception), issubclass(SystemExit, Exception), issubclass(GeneratorExit, Exception), issubclass(StopIteration, Exception))
