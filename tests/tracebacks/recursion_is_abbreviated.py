# status: 1
# stderr: yes
# python: 3.13
def f(n):
    if n == 0:
        raise ValueError("bottom")
    f(n - 1)


f(10)
