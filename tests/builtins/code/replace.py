# requires: debugging
# python: 3.13
# code.replace makes a copy with other attributes.
import types


def attempt(function, *arguments, **keywords):
    try:
        return function(*arguments, **keywords)
    except Exception as error:
        print(type(error).__name__, error)


def function(first, second=2):
    local = first + second
    return local, "constant"


code = function.__code__
other = code.replace(co_name="other", co_qualname="made.other", co_filename="file", co_firstlineno=100)
print(other.co_name, other.co_qualname, other.co_filename, other.co_firstlineno)
print(other.co_varnames == code.co_varnames)
made = types.FunctionType(other, {}, argdefs=(5,))
print(made.__name__, made.__qualname__, made(1))
constants = tuple("changed" if value == "constant" else value for value in code.co_consts)
function.__code__ = code.replace(co_consts=constants)
print(function(1))
print(code.replace(co_varnames=("a", "b", "c")).co_varnames)
attempt(code.replace, 1)
attempt(code.replace, co_unknown=1)
attempt(code.replace, co_name=1)
attempt(code.replace, co_consts=1)
attempt(code.replace, co_code="x")
print(code.replace() == code, hash(code.replace()) == hash(code), code.replace() is code)
print(code.replace(co_name="x") == code, code.replace(co_filename="x") == code, code.replace(co_qualname="x") == code)
print(code.replace(co_firstlineno=1) == code, code == 1, code != code.replace())


def maker():
    return lambda: 0


print(maker().__code__ is maker().__code__, len({maker().__code__, maker().__code__.replace()}))
one, two = (lambda: 1), (lambda: 1.0)
print(one.__code__.replace(co_name="x") == two.__code__.replace(co_name="x"))
