# types.MethodType of a builtin function, and what builtin functions say about themselves.
import types

bound = types.MethodType(len, [1, 2])
print(bound, bound(), type(bound).__name__, bound.__self__, bound.__func__ is len, bound.__name__)
print(types.MethodType(len, 3), types.MethodType(int, 3), types.MethodType(len, [1, 2]) == types.MethodType(len, [1, 2]))
for wrong in ((3, 3), (len, None)):
    try:
        types.MethodType(*wrong)
    except TypeError as error:
        print(error)
try:
    types.MethodType(len, 3)()
except TypeError as error:
    print(error)
print(len.__text_signature__, list.append.__text_signature__, len.__self__.__name__, len.__module__, [].append.__self__)
print(int.__new__.__self__, dict.__new__.__name__, object.__init_subclass__.__self__, dict.fromkeys.__self__)
for cls in (ValueError, Exception, ZeroDivisionError, StopAsyncIteration):
    print(sorted(cls.__dict__), cls.__init__)
    try:
        cls.__new__(int)
    except TypeError as error:
        print(error)
print(Exception.__new__ is BaseException.__new__, BaseException.__new__ is BaseException.__new__)


class Both(ValueError, OSError):
    pass


print(Both.__mro__[1:3], type(Both(2, "x")).__name__, Both("a").args, isinstance(Both(1), OSError))


class Group(ValueError, ExceptionGroup):
    def __new__(cls, message, parts):
        return ExceptionGroup.__new__(cls, message, parts)


print(Group("g", [KeyError(1)]).exceptions)
