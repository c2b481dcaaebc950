"""Exceptions, contexts, generators that are told something."""

from rows import row


class Context:
    def __enter__(self):
        return self

    def __exit__(self, kind, value, traceback):
        return False


def raise_caught(n):
    for i in range(n):
        try:
            raise ValueError
        except ValueError:
            pass


def try_nothing(n):
    done = 0
    for i in range(n):
        try:
            done += 1
        finally:
            done += 1
    return done


def lookup_error(n):
    missing = 0
    table = {}
    for i in range(n):
        try:
            table[i]
        except KeyError:
            missing += 1
    return missing


def with_context(n):
    context = Context()
    for i in range(n):
        with context:
            pass


def averages(n):
    def average():
        total = count = 0
        mean = None
        while True:
            total += yield mean
            count += 1
            mean = total // count

    running = average()
    next(running)
    for i in range(n):
        running.send(i)


def delegate(n):
    def inner():
        for i in range(n):
            yield i

    def outer():
        yield from inner()

    return sum(outer())


row("raise", raise_caught, 500)
row("try_finally", try_nothing, 4000)
row("lookup_error", lookup_error, 500)
row("with", with_context, 800)
row("send", averages, 1000)
row("yield_from", delegate, 2000)
