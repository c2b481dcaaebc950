# slow: calls with 65 535 arguments
# The number that marks functions with more than plain parameters is also a number of arguments.
def count(*arguments):
    return len(arguments)


def give(*arguments):
    yield len(arguments)


for n in (65534, 65535, 65536):
    print(n, count(*range(n)), list(give(*range(n))), list(map(count, *[[1]] * n)), [list(x) for x in map(give, *[[1]] * n)])
