# python: 3.12
# Decorators, type parameters, defaults and bases by the hundred.
n = 400
log = []


def note(i):
    log.append(i)

    def decorate(thing):
        log.append(-i)
        return thing

    return decorate


decorators = "".join(f"@note({i})\n" for i in range(1, n))
exec(decorators + "def f(a=1, *, b=2):\n    return a, b\n")
print(f(), log[:3], log[n - 2 : n + 1], log[-3:], len(log))
log.clear()
exec(decorators + "class C:\n    x = 3\n")
print(C.x, len(log), log == list(range(1, n)) + list(range(1 - n, 0)))
params = ", ".join(f"T{i}" for i in range(n))
exec(f"def g[{params}](x: T{n - 1} = 5) -> T0:\n    return x\n")
print(g(), len(g.__type_params__), g.__type_params__[-1], g.__annotations__["return"])
exec(f"class G[{params}]:\n    pass\n")
print(len(G.__type_params__), G.__type_params__[0])
exec("".join(f"class B{i}: pass\n" for i in range(n)))
exec(f"class D({', '.join(f'B{i}' for i in range(n))}): pass\nprint(len(D.__mro__))")
