# cpython: differs — it has no such module
# The level holds for what is compiled afterwards.
import micropython

print(micropython.opt_level())
exec("print(__debug__)\ntry:\n    assert False\nexcept AssertionError:\n    print('raised')")
print(micropython.opt_level(1), micropython.opt_level())
exec("print(__debug__)\nassert False")
micropython.opt_level(3)
print(micropython.opt_level())
micropython.opt_level(0)
exec("print(__debug__)")
