# python: 3.14
# PEP 758: several classes need no parentheses unless there is a name.
def f(e):
    try:
        raise e
    except ValueError, KeyError:
        return "value or key"
    except TypeError, IndexError, OSError:
        return "other"


print(f(ValueError()), f(KeyError()), f(IndexError()), f(OSError()))
try:
    raise ExceptionGroup("g", [ValueError(1), TypeError(2)])
except* ValueError, TypeError:
    print("star")
try:
    compile("try:\n  pass\nexcept A, B as e:\n  pass\n", "f", "exec")
except SyntaxError as e:
    print(e.msg)
