# The constants, words with capitals, and what a star imports.
import string

for name in string.__all__:
    if name.islower() and name != "capwords":
        print(name, repr(getattr(string, name)))
print(repr(string.capwords("  two  wORDS and\tmore ")), string.capwords("a-b-cD", "-"), repr(string.capwords("")))
names = {}
exec("from string import *", names)
print(sorted(name for name in names if name.islower() and name != "__builtins__"))
print(all(name in names for name in string.__all__))
