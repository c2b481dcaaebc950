# status: -2
# stderr: yes
def f():
    raise KeyboardInterrupt


f()
