# Dictionaries of weak references are mappings, whichever of the two modules comes first.

import weakref

table = weakref.WeakValueDictionary()

from collections.abc import Mapping, MutableMapping, MutableSet

print(isinstance(table, Mapping), isinstance(table, MutableMapping), issubclass(weakref.WeakKeyDictionary, Mapping))
print(isinstance(weakref.WeakSet(), MutableSet), isinstance(table, dict))
