# status: 1
# stderr: yes
# python: 3.13
x = 1
def f(a, b:
    pass
