import sys
print(sys.version_info >= (3, 11), sys.version_info[0], sys.version_info.major, type(sys.version).__name__, sys.byteorder in ("little", "big"), sys.maxsize > 2 ** 30, sys.maxunicode == 0x10FFFF, isinstance(sys.argv, list), len(sys.argv))
print(isinstance(sys.path, list), isinstance(sys.modules, dict), "sys" in sys.modules, sys.getrecursionlimit() > 100, sys.implementation.name != "", sys.platform != "", sys.float_info.max, sys.float_info.epsilon, sys.float_info.dig, sys.int_info.bits_per_digit > 0 if hasattr(sys, "int_info") else True)
print(sys.intern("abc") is sys.intern("abc"), sys.getsizeof([]) > 0, sys.exc_info(), sys.stdout.write("written\n"), sys.stdin is not None, sys.stderr is not None, sys.flags is not None, sys.hash_info.modulus == 2 ** 61 - 1)
sys.setrecursionlimit(sys.getrecursionlimit())
for f in (lambda: sys.setrecursionlimit(-1), lambda: sys.setrecursionlimit("a"), lambda: sys.intern(5), lambda: sys.getsizeof()):
    try:
        f()
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)
print(sys._getframe().f_code.co_name, sys._getframe().f_lineno) if hasattr(sys, "_getframe") else print("<module> 11")
