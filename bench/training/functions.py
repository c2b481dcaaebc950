# Functions: recursion, closures, decorators, every kind of argument, generators, exceptions, with.
def hanoi(n, a, b, c):
    if n == 0:
        return 0
    return hanoi(n - 1, a, c, b) + 1 + hanoi(n - 1, c, b, a)


def ackermann(m, n):
    if m == 0:
        return n + 1
    if n == 0:
        return ackermann(m - 1, 1)
    return ackermann(m - 1, ackermann(m, n - 1))


def memoize(function):
    known = {}

    def inner(*args):
        if args not in known:
            known[args] = function(*args)
        return known[args]

    inner.known = known
    return inner


@memoize
def paths(x, y):
    return 1 if x == 0 or y == 0 else paths(x - 1, y) + paths(x, y - 1)


def counter(start=0, step=1):
    count = start

    def following():
        nonlocal count
        count += step
        return count

    return following


def shape(name, width=1, height=1, *rest, scale=1, **more):
    return width * height * scale + len(rest) + len(more) + len(name)


def chunks(items, size):
    part = []
    for item in items:
        part.append(item)
        if len(part) == size:
            yield part
            part = []
    if part:
        yield part


def evens(items):
    return (item for item in items if item % 2 == 0)


def running_mean():
    total = count = 0
    mean = None
    while True:
        value = yield mean
        total += value
        count += 1
        mean = total / count


class Refused(Exception):
    def __init__(self, reason, code=0):
        super().__init__(reason)
        self.code = code


class Guard:
    def __init__(self, log):
        self.log = log

    def __enter__(self):
        self.log.append("in")
        return self

    def __exit__(self, kind, problem, traceback):
        self.log.append("out")
        return kind is not None and issubclass(kind, Refused)


def check(i):
    if i % 5 == 0:
        raise Refused("five", code=i)
    if i % 7 == 0:
        raise KeyError(i)
    return [1, 2, 3][i % 4] if i % 4 < 3 else int("x" if i % 44 == 3 else "7")


def guarded(rounds):
    log, total = [], 0
    table = {"a": 1}
    for i in range(rounds):
        with Guard(log):
            try:
                total += check(i)
            except KeyError as problem:
                total += problem.args[0] % 3
            except (ValueError, IndexError):
                total -= 1
            finally:
                total += 1
        try:
            total += table["b"]
        except KeyError:
            pass
    return total, len(log)


def calls(rounds):
    total = 0
    following = counter(step=2)
    arguments, keywords = (1, 2, 3, 4), {"width": 3, "scale": 2}
    add = lambda a, b=2: a + b
    for i in range(rounds):
        total += shape("a") + shape("b", 2, height=3) + shape("c", *arguments, scale=i % 3, extra=1)
        total += shape("d", **keywords) + add(i) + add(i, b=1) + following()
    total += sum(map(add, range(rounds), range(rounds))) + sum(map(abs, range(-rounds, 0)))
    total += len(list(filter(lambda n: n % 3 == 0, range(rounds)))) + max(range(rounds), key=lambda n: n % 101)
    return total


def generate(rounds):
    mean = running_mean()
    next(mean)
    last = 0
    for part in chunks(evens(n * n for n in range(rounds)), 5):
        last = mean.send(sum(part))
    source = iter(range(rounds))
    pairs = list(zip(source, source))
    return round(last, 3), len(pairs), sum(a * b for a, b in pairs), any(a > b for a, b in pairs)


print(hanoi(10, "a", "b", "c"), ackermann(2, 40), paths(30, 30), len(paths.known), calls(4000), generate(20_000))
print(guarded(6000))
