# python: 3.14
# What code objects say of the code.
def function(a, /, b=1, *c, d, e=2, **f):
    "doc"
    g = 1
    return lambda: (g, b)


def outer():
    zeta, alpha = 1, 2

    def inner():
        return alpha, zeta

    return inner


def generator():
    yield


async def coroutine():
    pass


async def async_generator():
    yield


class Class:
    def method(self):
        return self.attribute


def show(code):
    print(code.co_name, code.co_qualname, code.co_argcount, code.co_posonlyargcount, code.co_kwonlyargcount)
    print(code.co_nlocals, code.co_varnames, sorted(code.co_cellvars), sorted(code.co_freevars), code.co_names)
    print(hex(code.co_flags))


for each in (function, outer, outer(), generator, coroutine, async_generator, Class.method):
    show(each.__code__)
code = function.__code__
print(code.co_consts[0], len(list(code.co_positions())) == len(code.co_code) // 2)
lines = list(code.co_lines())
print(lines[0][0], lines[-1][1] == len(code.co_code), lines[-1][2])
print(type(code.co_exceptiontable), type(code.co_linetable), code.co_stacksize > 0)
print(code.co_filename == __file__)
