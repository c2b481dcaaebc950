def g():
    while True:
        try:
            x = yield "value"
            print("sent", x)
        except ValueError as e:
            print("caught", repr(e))
            yield "from handler"
        finally:
            print("finally")


it = g()
next(it)
print(it.throw(ValueError("x")))
print(next(it))
try:
    it.throw(KeyError("k"))
except KeyError as e:
    print("out", e)
try:
    next(it)
except StopIteration:
    print("finished")
it = g()
try:
    it.throw(TypeError("before start"))
except TypeError as e:
    print(e)
try:
    it.throw(OSError("after end"))
except OSError as e:
    print(e)
it = g()
next(it)
for bad in (5, "x", int):
    try:
        it.throw(bad)
    except TypeError as e:
        print(e)
it.close()


def swallow():
    try:
        yield 1
    except ValueError:
        return "swallowed"


s = swallow()
next(s)
try:
    s.throw(ValueError)
except StopIteration as e:
    print(e.value)


def chain():
    try:
        yield
    except ValueError:
        raise KeyError("new")


c = chain()
next(c)
try:
    c.throw(ValueError("old"))
except KeyError as e:
    print(repr(e.__context__))
