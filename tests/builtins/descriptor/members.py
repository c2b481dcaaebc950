# python: 3.13
# Attributes that are read straight from the object are members.
import types

for descriptor in (
    slice.start, range.stop, property.fget, complex.real, types.FunctionType.__globals__, types.CodeType.co_name,
    OSError.errno, StopIteration.value, SystemExit.code, SyntaxError.lineno, ImportError.name, types.MethodType.__func__,
    types.TracebackType.tb_frame, type.__dict__["__base__"],
):
    print(descriptor, type(descriptor).__name__, descriptor.__name__, descriptor.__qualname__, descriptor.__objclass__)
for descriptor in (types.FunctionType.__code__, int.real, types.TracebackType.tb_next, BaseException.args):
    print(descriptor, type(descriptor).__name__)
print(slice.start.__get__(slice(3, 4)), OSError.errno.__get__(OSError(2, "x")), slice.start.__get__(None, slice))
error = OSError(1, "x")
OSError.errno.__set__(error, 5)
print(error.errno)
try:
    slice.start.__set__(slice(1), 2)
except AttributeError as error:
    print(error)
try:
    slice.start.__get__(1)
except TypeError as error:
    print(error)
