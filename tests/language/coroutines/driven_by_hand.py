# python: 3.14
class Wait:
    def __init__(self, v):
        self.v = v

    def __await__(self):
        got = yield self.v
        return ("awaited", got)


async def inner(x):
    r = await Wait(x)
    return r


async def main():
    a = await inner("first")
    print(a)
    b = await inner("second")
    print(b)
    return "done"


c = main()
print(type(c).__name__, c.__name__)
print(c.send(None))
print(c.send(10))
try:
    c.send(20)
except StopIteration as e:
    print(e.value)
try:
    c.send(None)
except RuntimeError as e:
    print(e)


async def quick():
    return 5


q = quick()
try:
    q.send(None)
except StopIteration as e:
    print(e.value)


async def raises():
    try:
        await Wait("w")
    except ValueError as e:
        return "caught " + str(e)
    finally:
        print("finally")


r = raises()
r.send(None)
try:
    r.throw(ValueError("thrown"))
except StopIteration as e:
    print(e.value)
r = raises()
r.send(None)
r.close()


async def bad():
    await 5


for make in (lambda: bad(),):
    b = make()
    try:
        b.send(None)
    except TypeError as e:
        print(e)
x = quick()
try:
    for _ in x:
        pass
except TypeError as e:
    print(e)
try:
    x.send(5)
except TypeError as e:
    print(e)
x.close()
print(x.cr_running, x.cr_frame, x.cr_code.co_name)
