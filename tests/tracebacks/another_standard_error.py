# status: 1
# python: 3.14
# What nobody caught goes to sys.stderr, whatever a program has put there.
import sys
class W:
    def __init__(self): self.t = []
    def write(self, s): self.t.append(s)
    def flush(self): pass
w = W(); old = sys.stderr
sys.stderr = w
sys.excepthook(ValueError, ValueError(1), None)
compile("x is 5", "f", "exec")
sys.stderr = None
sys.excepthook(ValueError, ValueError(1), None)
compile("x is 5", "f", "exec")
class B:
    def write(self, s): 1/0
sys.stderr = B()
sys.excepthook(ValueError, ValueError(1), None)

sys.stderr = old
print("".join(w.t))
class P:
    def write(self, s): sys.stdout.write(s)
    def flush(self): pass
sys.stderr = P()
raise KeyError("end")
