# python: 3.14
import sys

print(sys.is_finalizing(), sys.getfilesystemencodeerrors(), sys.abiflags == "", sys.platlibdir, sys.float_repr_style)
print(sys.pycache_prefix, isinstance(sys._xoptions, dict), sys.path_importer_cache is not None, hasattr(sys, "base_exec_prefix"))
print(sys.getswitchinterval())
sys.setswitchinterval(0.25)
print(sys.getswitchinterval())
print(sys.gettrace(), sys.settrace(None), sys.getprofile(), sys.setprofile(None))
print(isinstance(sys.stdlib_module_names, frozenset), sys.stdlib_module_names >= {"sys", "os", "math"}, "no" in sys.stdlib_module_names)
print(sys.get_int_max_str_digits())
sys.set_int_max_str_digits(640)
print(len(str(10 ** 639)))
for work in (
    lambda: str(10 ** 640),
    lambda: int("1" * 641),
    lambda: sys.set_int_max_str_digits(639),
    lambda: sys.set_int_max_str_digits(-1),
    lambda: sys.set_int_max_str_digits("640"),
    lambda: sys.set_int_max_str_digits(2 ** 40),
    lambda: sys.setswitchinterval(0),
    lambda: sys.setswitchinterval(-1.5),
    lambda: sys.setswitchinterval("1"),
):
    try:
        work()
    except (ValueError, TypeError, OverflowError) as error:
        print(type(error).__name__, error)
sys.set_int_max_str_digits(maxdigits=0)
print(len(str(10 ** 5000)), sys.get_int_max_str_digits())
sys.audit("event", 1, 2)


class AtEnd:
    def __del__(self):
        print("finalizing:", sys.is_finalizing())


import atexit

atexit.register(lambda: print("at exit:", sys.is_finalizing()))
sys.at_end = AtEnd()
