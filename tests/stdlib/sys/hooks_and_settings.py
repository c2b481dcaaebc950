# What the interpreter says about itself, and functions that it calls.
import sys

print(sys.getdefaultencoding(), sys.getfilesystemencoding(), sys.getfilesystemencodeerrors())
print(type(sys.builtin_module_names).__name__, "sys" in sys.builtin_module_names)
print(type(sys.orig_argv).__name__, len(sys.orig_argv) >= 2, sys.getrefcount(object()) > 0, sys.getunicodeinternedsize() > 0)
print(type(sys.meta_path).__name__, type(sys.path_hooks).__name__, type(sys.getdlopenflags()).__name__)
flags = sys.getdlopenflags()
sys.setdlopenflags(flags)
print(sys.getdlopenflags() == flags)

print(sys.get_coroutine_origin_tracking_depth())
sys.set_coroutine_origin_tracking_depth(0)
try:
    sys.set_coroutine_origin_tracking_depth(-1)
except ValueError as error:
    print(error)


async def numbers():
    yield 1


hooks = sys.get_asyncgen_hooks()
print(hooks, type(hooks).__name__)
sys.set_asyncgen_hooks(firstiter=lambda generator: print("first", generator.__name__))
print(sys.get_asyncgen_hooks().firstiter is not None, sys.get_asyncgen_hooks().finalizer)
generator = numbers()
try:
    generator.__anext__().send(None)
except StopIteration as end:
    print(end.value)
sys.set_asyncgen_hooks(None, None)
print(sys.get_asyncgen_hooks())
try:
    sys.set_asyncgen_hooks(firstiter=5)
except TypeError as error:
    print(error)


class Falls:
    def __del__(self):
        raise ValueError("in del")


def unraisable(report):
    print(report.exc_type, report.exc_value, report.exc_traceback is not None)


sys.unraisablehook = unraisable
item = Falls()
del item
__import__("gc").collect()
sys.unraisablehook = sys.__unraisablehook__
