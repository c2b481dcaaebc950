# python: 3.13
# What becomes a RuntimeError as it leaves a generator has no entry for the generator itself.
def g():
    raise StopIteration
    yield
async def c():
    raise StopIteration
async def ag():
    raise StopAsyncIteration
    yield
def names(e):
    t=e.__traceback__; r=[]
    while t: r.append(t.tb_frame.f_code.co_name); t=t.tb_next
    return r
def h(): yield from g()
for f in (lambda: next(g()), lambda: c().send(None), lambda: ag().asend(None).send(None), lambda: list(h()), lambda: [x for x in g()]):
    try: f()
    except RuntimeError as e: print(e, names(e), names(e.__cause__), e.__context__ is e.__cause__)
