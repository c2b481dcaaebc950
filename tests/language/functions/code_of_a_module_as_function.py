# A function that is made of a module's code runs it in its globals, as often as it is called.
import types

code = compile("print(name, sorted(globals()) == sorted(locals()))\ncount += 1\ndef inner():\n    return count", "there", "exec")
first = {"name": "first", "count": 0}
second = {"name": "second", "count": 10, "print": print}
for namespace in (first, second, first):
    print(types.FunctionType(code, namespace)(), namespace["count"], namespace["inner"]())
print(types.FunctionType(compile("name * 2", "", "eval"), first)())
try:
    types.FunctionType(code, first)(1)
except TypeError as error:
    print(error)
try:
    types.FunctionType(code, first)(a=1)
except TypeError as error:
    print(error)
print(list(map(types.FunctionType(compile("count", "", "eval"), second).__call__, *[[]])))
