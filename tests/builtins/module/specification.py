# python: 3.13
# What __spec__ and __loader__ say of modules.
import sys
import time
import types

spec = sys.__spec__
print(spec.name, spec.origin, repr(spec.parent), spec.submodule_search_locations, spec.has_location, spec.loader_state)
print(spec, spec.loader is sys.__loader__, time.__spec__.name, repr(time.__package__))
kind = type(spec)
print(kind, sys.__loader__)
plain = kind("a", None)
print(plain, repr(plain.parent), plain.has_location, plain.origin, plain.cached, plain == kind("a", None))
print(plain == kind("b", None), plain != 1)
package = kind("a.b", None, origin="somewhere", is_package=True)
print(package, package.parent, package.submodule_search_locations, kind("a.b", None).parent)
package.has_location = 1
package.name = "c"
package.extra = 5
print(package.has_location, package, package.extra)
module = types.ModuleType("made")
print(module, module.__spec__, module.__loader__)
module.__spec__ = kind("made", None, origin="there")
print(module)
module.__spec__ = kind("made", None)
print(module)
module.__spec__ = None
module.__loader__ = 5
print(module)
del module.__name__
print(module)
print(__spec__)
