# Functions whose parameters don't fit in the registers of a frame.
for n in (201, 250, 256, 257, 600):
    names = [f"p{i}" for i in range(n)]
    params = ", ".join(names)
    last = names[-1]
    exec(f"""
def plain({params}):
    {last} += p0
    return p0, p1, p{n // 2}, {last}

def all_kinds(p0, p1=1, /, {", ".join(f"{name}={i}" for i, name in enumerate(names) if i > 1)}, *args, key=3, **rest):
    return p0, p1, {last}, args, key, rest

def keywords_only(*, {params}):
    return p0 + {last}

def closure({params}):
    def inner():
        nonlocal {last}, p200
        {last} += 1
        p200 -= 1
        return {last}, p200, p0
    inner()
    return inner(), {last}, p200, p190, p255 if {n} > 255 else None

def generator({params}):
    yield p0
    x = yield {last}
    yield x, p200

def recursive(k, {params}):
    return [k, {last}] if k == 0 else recursive(k - 1, {params}) + [{last} + k, p200, p0]

def unbound({params}):
    del {last}, p189, p190
    seen = len(locals())
    try:
        return {last}
    except UnboundLocalError as e:
        return seen, str(e)

def failing({params}):
    try:
        raise ValueError({last})
    finally:
        p200 = {last}

class C:
    def __init__(self, {params}):
        self.last = {last}
        super().__init__()

    def method(self, {params}):
        return self.last, {last}
""")
    values = range(n)
    print(n, plain(*values), plain(**dict(zip(names, values))), eval(f"plain({', '.join(map(str, values))})"))
    print(all_kinds(5), all_kinds(*values, 8, 9, key=1, other=2), keywords_only(**dict(zip(names, values))))
    print(closure(*values), recursive(3, *values), unbound(*values))
    g = generator(*values)
    print(next(g), next(g), g.send("sent"))
    try:
        failing(*values)
    except ValueError as e:
        print(repr(e))
    print(C(*values).last, C(*values).method(*values[::-1]))
    print(plain.__code__.co_argcount, plain.__code__.co_varnames == tuple(names), closure.__code__.co_cellvars)
    print(eval(f"(lambda {params}: ({last}, p190))(*values)"), eval(f"(lambda {params}: [{last} for _ in p0])([1], *values[1:])"))
    for wrong in ((), range(n - 1), range(n + 1)):
        try:
            plain(*wrong)
        except TypeError as e:
            print(str(e)[:50], str(e)[-30:])
