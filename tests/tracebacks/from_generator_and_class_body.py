# status: 1
# stderr: yes
# python: 3.13
def numbers():
    yield 1
    raise RuntimeError("in generator")


def use():
    class Local:
        total = sum(numbers())


use()
