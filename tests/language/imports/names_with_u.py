# MicroPython's old names of library modules, which have a u in front: its programs still use them.
# cpython: differs — it has no such names
import sys

import time
import utime

print(utime is time, utime.__name__)
import uos as system
import os
print(system is os)
from ustruct import pack, unpack as unpacked
print(pack("<H", 258), unpacked("<H", b"\x01\x01"))
from ucollections import *
print(deque([1]))
for name, plain in (("usys", "sys"), ("uio", "io"), ("uerrno", "errno"), ("uarray", "array")):
    print(__import__(name) is __import__(plain), sys.modules[name] is sys.modules[plain])

for name in "umath", "ugc", "ubuiltins", "u", "uu", "uuos", "upath", "uos.path":
    try:
        __import__(name)
    except ImportError as error:
        print(error)
