from array import array

huge = 2**62
print([] * huge, () * huge, "" * huge, b"" * huge, bytearray() * huge, array("i") * huge)
for nothing in ([], (), "", b"", bytearray(), array("i")):
    nothing *= huge
    print(nothing)
for one in ([1], (1,), "a", b"a", bytearray(1), array("i", [1])):
    try:
        one * huge
    except (MemoryError, OverflowError):
        print("too much")
