# stderr: yes
# python: 3.14
# Names that were meant, modules that were not imported, keywords that were misspelt.
import sys


def show(program):
    try:
        exec(program, {})
    except BaseException as e:
        sys.excepthook(type(e), e, None)


show("from math import sqroot")
show("math.sqrt(2)")
show("maths = 1\nmath.sqrt(2)")
show("'a'.uper()")
show("impot y")
show("clas C: pass")
show("for x im y: pass")
show("x = 5 iff y else 3")
show("a b c d")
show("class C:\n    def f(self):\n        reutrn 5\n")
raised = NameError("x", name="prin")
sys.excepthook(NameError, raised, None)
