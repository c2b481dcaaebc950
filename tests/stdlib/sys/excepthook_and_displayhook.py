import sys


def hook(kind, value, tb):
    print("hook", kind.__name__, value, tb is not None)


sys.excepthook = hook
sys.displayhook(None)
sys.displayhook([1, "a"])
import builtins
print(builtins._)
print(sys.__stdout__ is not None, sys.__excepthook__ is not hook)
