# status: 130
# stderr: yes
# cpython: differs — CPython dies of the signal itself
def f():
    raise KeyboardInterrupt


f()
