def g(log):
    try:
        yield 1
        yield 2
    except GeneratorExit:
        log.append("exit")
        raise
    finally:
        log.append("finally")


log = []
it = g(log)
next(it)
it.close()
it.close()
print(log)
try:
    next(it)
except StopIteration:
    print("closed")
it = g(log)
it.close()
print(log)


def stubborn():
    try:
        yield 1
    except GeneratorExit:
        yield 2


s = stubborn()
next(s)
try:
    s.close()
except RuntimeError as e:
    print(e)


def raises():
    try:
        yield
    finally:
        raise ValueError("while closing")


r = raises()
next(r)
try:
    r.close()
except ValueError as e:
    print(e)


def returns():
    try:
        yield
    except GeneratorExit:
        return


x = returns()
next(x)
x.close()
print("returned quietly")
