# cpython: differs — it has no machine
# mem8, mem16 and mem32 read and write buffers by the addresses that uctypes gives.
import uctypes
from machine import mem8, mem16, mem32

data = bytearray(range(0x10, 0x20))
address = uctypes.addressof(data)
print(hex(mem8[address + 1]), hex(mem16[address + 2]), hex(mem32[address + 4]))
mem8[address] = 0x1FF
mem16[address + 2] = 0x1234
mem32[address + 12] = -2
print(data.hex())
constant = uctypes.addressof(b"abcd" * 8)
for attempt in (
    lambda: mem32[address + 16],
    lambda: mem16[address + 1],
    lambda: mem8.__setitem__(constant, 0),
    lambda: mem8["0"],
):
    try:
        print(attempt())
    except Exception as error:
        print(type(error).__name__, getattr(error, "errno", ""))
