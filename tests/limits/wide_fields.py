# cpython: differs — it makes them if the machine has the memory
# A field wider than any string can be is refused, after what else is wrong with its specification.
# requires: 64-bit
for value, spec in [
    (5, "9999999999d"), (5, "9999999999s"), (5, "9999999999.2d"), (5, "x>9999999999"), (5, "09999999999c"),
    (0xD800, "9999999999c"), (2.5, "9999999999"), (2.5, "9999999999q"), (2.5, "<9999999999.3e"), (1j, "9999999999"),
    (1j, "=9999999999"), ("a", "9999999999"), ("a", "9999999999d"), (True, "9999999999"), (10**30, "9999999999,"),
]:
    for way in (format, lambda value, spec: f"{value:{spec}}", lambda value, spec: ("{:" + spec + "}").format(value)):
        try:
            print(len(way(value, spec)))
        except (MemoryError, ValueError) as error:
            print(repr(value), spec, type(error).__name__, error)
for text in ("%9999999999d", "%-9999999999s", "%09999999999.1f", "%9999999999c"):
    try:
        print(len(text % 5))
    except (MemoryError, ValueError) as error:
        print(text, type(error).__name__)
