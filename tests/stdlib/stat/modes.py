# Kinds, permissions, and modes as text; what is no mode.
import stat


def attempt(function, *args):
    try:
        print(function.__name__, args, repr(function(*args)))
    except Exception as error:
        print(function.__name__, args, type(error).__name__, error)


names = [name for name in dir(stat) if not name.startswith("_")]
print({name: getattr(stat, name) for name in names if isinstance(getattr(stat, name), int)})
tests = [getattr(stat, name) for name in names if name.startswith("S_IS") and callable(getattr(stat, name))]
for kind in range(17):
    mode = kind << 12
    print(
        kind,
        [test.__name__ for test in tests if test(mode | 0o644)],
        stat.S_IFMT(mode | 0o7777),
        stat.S_IMODE(mode | 0o4755),
    )
    for bits in (0, 0o7777, 0o7000, 0o755, 0o4644, 0o2070, 0o1001, 0o124, 0o653, 0o1776):
        print(stat.filemode(mode | bits), end=" ")
    print()
for function in stat.S_ISDIR, stat.S_IFMT, stat.S_IMODE, stat.filemode, stat.S_ISDOOR:
    for value in 1.5, "x", None, -1, 2**32 - 1, 2**32, 2**64, True:
        attempt(function, value)
