# cpython: differs — it has no such module
import micropython
from micropython import const, native, viper

X = const(5)
print(X)


@native
@viper
@micropython.bytecode
def f(a):
    return a + 1


print(f(1))
print(micropython.opt_level())
micropython.opt_level(3)
print(micropython.opt_level())
print(micropython.heap_lock(), micropython.heap_locked(), micropython.heap_unlock())
print(micropython.alloc_emergency_exception_buf(100), micropython.kbd_intr(-1), micropython.kbd_intr(3))
print(micropython.stack_use())

ring = micropython.RingIO(8)
print(ring.write(b"ab\ncdefghij"), ring.any())
print(ring.readline(), ring.read(2), ring.any())
buffer = bytearray(5)
print(ring.readinto(buffer), buffer, ring.any(), ring.read())
print(ring.write(b"xy"), ring.readinto(buffer, 1), buffer, ring.readline())
print(micropython.RingIO(bytearray(4)).write(b"12345"))
for wrong in (0, bytearray(1)):
    try:
        micropython.RingIO(wrong)
    except ValueError as error:
        print(error)
print(ring)
