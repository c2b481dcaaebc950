# The empty parts of a bytearray in which the separator is not found are two objects.
for method in ("partition", "rpartition"):
    parts = getattr(bytearray(b"ab"), method)(b"x")
    for index, part in enumerate(parts):
        part += bytes([48 + index])
    print(parts)
