# requires: debugging
# types.CodeType(…) makes a copy of code that is there; code.replace checks what it gets.
import types


def function(a, b=2, *, c=3):
    "documentation"
    x = a + b
    return x + c


code = function.__code__
FIELDS = """argcount posonlyargcount kwonlyargcount nlocals stacksize flags code consts names varnames filename name
qualname firstlineno linetable exceptiontable freevars cellvars""".split()
fields = [getattr(code, "co_" + name) for name in FIELDS]


def attempt(function, *args, **keywords):
    try:
        return function(*args, **keywords)
    except Exception as error:
        return type(error).__name__, str(error)


copy = types.CodeType(*fields)
print(copy == code, copy is code, hash(copy) == hash(code))
print(types.FunctionType(copy, {})(1, 2, c=3))
fields[11] = "renamed"
fields[10] = "elsewhere.py"
fields[13] = 70
copy = types.CodeType(*fields[:16])
print(copy.co_name, copy.co_filename, copy.co_firstlineno, types.FunctionType(copy, {})(1, 2, c=3))
for count in 0, 1, 20:
    print(attempt(types.CodeType, *[1] * count))
print(attempt(types.CodeType, *[1] * 16))
print(attempt(types.CodeType, name="x"))
for change in (
    {"co_nlocals": 9}, {"co_nlocals": -1}, {"co_argcount": -1}, {"co_posonlyargcount": 1}, {"co_firstlineno": 5},
    {"co_consts": [1]}, {"co_name": 1}, {"co_varnames": ("q", "r")}, {"co_names": (1,)}, {"co_other": 1},
):  # fmt: skip
    made = attempt(code.replace, **change)
    print(change, getattr(made, *change) if isinstance(made, types.CodeType) else made)
print(code.replace(co_stacksize=50).co_stacksize)
renamed = code.replace(co_varnames=("q", "r", "s", "t"))
print(types.FunctionType(renamed, {})(q=1, r=2, s=3))
