# What standard output can do besides write().
import io
import sys

sys.stdout.writelines(["one ", "two\n"])
sys.stdout.writelines(word for word in ("three", "\n"))
sys.stdout.flush()
sys.stdout.buffer.writelines([b"four ", bytearray(b"five\n")])
print(sys.stdout.buffer.write(memoryview(b"abcdef")[2:4]), flush=True)
sys.stdout.buffer.flush()
print(sys.stdout.reconfigure(encoding="utf-8", line_buffering=True))
sys.stdout.reconfigure(errors="strict")
print(sys.stdout.writable(), sys.stdout.readable(), sys.stdout.mode, sys.stdout.buffer.mode, sys.stdout.newlines)
for wrong in (lambda: sys.stdout.writelines([b"x"]), lambda: sys.stdout.buffer.write("x"), lambda: sys.stdout.write(1)):
    try:
        wrong()
    except TypeError as error:
        print(error)
for seek in sys.stdout.tell, lambda: sys.stdout.seek(1):
    try:
        seek()
    except (io.UnsupportedOperation, OSError) as error:
        print(isinstance(error, OSError))
