# A round-robin scheduler in a few lines: everything that an event loop needs.
class Sleep:
    def __init__(self, ticks):
        self.ticks = ticks

    def __await__(self):
        for _ in range(self.ticks):
            yield
        return self.ticks


class Future:
    done = False
    value = None

    def set(self, value):
        self.done, self.value = True, value

    def __await__(self):
        while not self.done:
            yield
        return self.value


log = []


async def worker(name, n, step):
    for i in range(n):
        await Sleep(step)
        log.append(f"{name}{i}")
    return name


async def producer(f):
    await Sleep(4)
    f.set("produced")
    log.append("set")


async def consumer(f):
    log.append(await f)


def loop(*coros):
    tasks = list(coros)
    results = []
    while tasks:
        task = tasks.pop(0)
        try:
            task.send(None)
            tasks.append(task)
        except StopIteration as e:
            results.append(e.value)
    return results


f = Future()
print(loop(worker("a", 3, 1), worker("b", 2, 2), consumer(f), producer(f)))
print(log)
