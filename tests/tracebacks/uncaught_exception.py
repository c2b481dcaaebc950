# status: 1
# stderr: yes
# python: 3.13
def inner(x):
    return 1 / x


def outer(values):
    for v in values:
        print(inner(v))


outer([1, 2, 0])
