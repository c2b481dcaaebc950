# python: 3.14
# Without a hook of the program's own, or with one that fails, the interpreter itself shows what nobody can catch.
import gc
import sys


class Screen:
    def write(self, text):
        lines = [line.split(" at 0x")[0] for line in text.splitlines() if not line.startswith(" ")]
        print(*lines, sep="\n")

    def flush(self):
        pass


class Fails:
    def __del__(self):
        raise ValueError("in del")


sys.stderr = Screen()
for hook in (None, lambda details: 1 / 0):
    sys.unraisablehook = hook
    Fails()
    gc.collect()
