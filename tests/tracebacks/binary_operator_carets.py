# status: 1
# stderr: yes
# python: 3.13
def compute(a, b, c):
    result = a * 2 + (b - c) * 3
    return result


def call(f, *args):
    return [f(*args) for _ in range(1)]


print(call(compute, 1, "two", 3))
