# python: 3.14
def run(coro):
    values = []
    try:
        while True:
            values.append(coro.send(None))
    except StopIteration as e:
        return e.value, values


class Pause:
    def __init__(self, v):
        self.v = v

    def __await__(self):
        yield self.v


class CM:
    async def __aenter__(self):
        await Pause("enter")
        return "entered"

    async def __aexit__(self, *info):
        await Pause("exit")
        print("exit", info[0] and info[0].__name__)
        return info[0] is ValueError


class Range:
    def __init__(self, n):
        self.n, self.i = n, 0

    def __aiter__(self):
        return self

    async def __anext__(self):
        if self.i == self.n:
            raise StopAsyncIteration
        self.i += 1
        await Pause(("next", self.i))
        return self.i


async def main():
    async with CM() as x, CM():
        print(x)
    async with CM():
        raise ValueError("swallowed")
    out = []
    async for i in Range(3):
        if i == 2:
            continue
        out.append(i)
    else:
        out.append("else")
    out.append([i * 2 async for i in Range(2)])
    out.append({i async for i in Range(2) if i > 1})
    out.append({i: str(i) async for i in Range(2)})
    return out


print(run(main()))


async def break_early():
    async for i in Range(5):
        if i == 2:
            break
    else:
        return "no"
    return i


print(run(break_early()))


class NotAsync:
    pass


async def wrong_with():
    async with NotAsync():
        pass


async def wrong_for():
    async for x in [1]:
        pass


for f in (wrong_with, wrong_for):
    try:
        run(f())
    except TypeError as e:
        print(e)
