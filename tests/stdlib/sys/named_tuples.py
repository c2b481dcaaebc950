# python: 3.14
import sys
from sys import version_info

print(version_info[:2], version_info.major, version_info.minor, version_info >= (3, 14), version_info is sys.version_info)
print(sys.version_info.releaselevel, sys.version_info.serial, len(sys.version_info), sys.implementation.version is version_info)
print(repr(version_info).startswith("sys.version_info(major=3, minor=14, micro="))
print(sys.float_info)
print(sys.float_info.max * 2, sys.float_info.min > 0, sys.float_info.epsilon == 2.0 ** -52)
print(sys.int_info.default_max_str_digits, sys.int_info.str_digits_check_threshold, len(sys.int_info))
print(sys.hash_info.modulus, sys.hash_info.inf, sys.hash_info.nan, sys.hash_info.imag, sys.hash_info.width)
print(hash(float("inf")) == sys.hash_info.inf, hash(1j) == sys.hash_info.imag, hash(sys.hash_info.modulus))
print(len(sys.thread_info), [name for name in type(sys.thread_info).__match_args__])
print(sys.flags.optimize, sys.flags.inspect, sys.flags.quiet, sys.flags.no_site, sys.flags.safe_path, len(sys.flags))
print(type(sys.flags).__match_args__)
print(type(sys.flags).n_fields, type(sys.flags).n_sequence_fields, sys.flags.gil, sys.flags.int_max_str_digits)
for name in ("version_info", "flags", "float_info", "int_info", "hash_info", "thread_info"):
    value = getattr(sys, name)
    kind = type(value)
    print(name, isinstance(value, tuple), kind.__name__, kind.__module__, name in dir(sys), vars(sys)[name] is value)
    for make in (lambda: kind(), lambda: kind((1, 2)), lambda: setattr(value, kind.__match_args__[0], 1)):
        try:
            make()
        except (TypeError, AttributeError) as error:
            print(type(error).__name__, error)
try:
    sys.no_such_name
except AttributeError as error:
    print(error, error.name, error.obj is sys)
print(hasattr(sys, "getwindowsversion"), hasattr(sys, "getandroidapilevel"))
