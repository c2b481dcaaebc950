# Raising and catching: builtin errors, own classes, through several calls, with finally.
class Refused(Exception):
    def __init__(self, code):
        super().__init__(code)
        self.code = code


def check(i):
    if i % 3 == 0:
        raise Refused(i)
    if i % 3 == 1:
        raise ValueError("no")
    return i


def middle(i, log):
    try:
        return check(i)
    finally:
        log[0] += 1


def run(rounds):
    refused = wrong = good = 0
    log = [0]
    table = {}
    for i in range(rounds):
        try:
            good += middle(i, log)
        except Refused as problem:
            refused += problem.code
        except ValueError:
            wrong += 1
        try:
            table[i]
        except KeyError:
            pass
    return good, refused, wrong, log[0]


print(*run(200_000))
