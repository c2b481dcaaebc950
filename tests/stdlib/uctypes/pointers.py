# Pointers in buffers to other buffers.
# cpython: differs — it has no uctypes
import gc
import uctypes

target = bytearray(b"abcdef")
NODE = {
    "bytes": (uctypes.PTR | 0, uctypes.UINT8),
    "pairs": (uctypes.PTR | 0, {"first": uctypes.UINT8 | 0, "second": uctypes.UINT8 | 1}),
}
size = uctypes.sizeof(NODE)
address = uctypes.addressof(target)
place = bytearray(address.to_bytes(size, "little"))
node = uctypes.struct(uctypes.addressof(place), NODE)
print(int(node.bytes) == address, node.bytes[0], node.bytes[5], chr(node.pairs[1].first), chr(node.pairs[2].second))
node.pairs[1].first = ord("C")
print(target)
print(uctypes.addressof(memoryview(target)[2:]) - address, uctypes.addressof(node.pairs[1]) - address)

# What a structure shows lives as long as the structure.
buffer = bytearray(b"alive")
node = uctypes.struct(uctypes.addressof(buffer), {"text": (uctypes.ARRAY, uctypes.UINT8 | 5)})
del buffer
gc.collect()
others = [bytearray(b"other") for _ in range(100)]
print(node.text)
