# A program's own modules are found before the library's of the same name, but not before those at the core.
import sys

sys.path.insert(0, sys.path[0] + "/fixtures/own")

import string
from types import WHOSE
import struct
import struct.inner

print(string.WHOSE, WHOSE, struct.WHOSE, struct.inner.WHOSE)
print(__import__("weakref").WHOSE)
import importlib
print(importlib.import_module("collections").WHOSE)

for name in "sys", "time", "os", "io", "errno", "gc":
    print(name, hasattr(__import__(name), "WHOSE"))

try:
    import string.templatelib
except ImportError as error:
    print(error)
import math
print(math.sqrt(4))
exec("import types; print(types.WHOSE)", {"__name__": "elsewhere"})

# What is loaded stays.
del sys.path[0]
import string
print(string.WHOSE)
for name in "string", "types", "struct", "struct.inner", "weakref", "collections":
    del sys.modules[name]
import string
print(string.digits)
