# status: 1
# stderr: yes
# python: 3.13
def f():
    counter = 1
    return countre


f()
