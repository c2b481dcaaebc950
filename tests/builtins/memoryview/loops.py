# Loops over memoryviews, of bytes side by side and of others, changed and released on the way.
data = bytearray(range(0, 250, 10))
for view in (memoryview(data), memoryview(bytes(data)), memoryview(data)[3:9], memoryview(b""), memoryview(data)[::3],
             memoryview(data)[::-1], memoryview(data)[:24].cast("H"), memoryview(data)[:8].cast("b"),
             memoryview(data)[:4].cast("c")):
    print([item for item in view], view.nbytes, list(view) == view.tolist())

view = memoryview(data)
seen = []
for index, item in enumerate(view):
    if index + 1 < len(view):
        view[index + 1] = (item + 1) % 256
    seen.append(item)
print(seen)

seen = []
for item in view:
    seen.append(item)
    if len(seen) < 4:
        view[len(seen)] = 200 + len(seen)
print(seen[:6], len(seen))

try:
    for item in view:
        try:
            data.append(1)
        except BufferError as error:
            print(error)
        view.release()
except ValueError as error:
    print(type(error).__name__, error)
data.append(1)
try:
    for item in view:
        print("not here")
except ValueError as error:
    print(type(error).__name__, error)

view = memoryview(bytearray(b"ab"))
for item in view:
    last = item
    if item == 98:
        view.release()
print(last)
try:
    for item in memoryview(bytes(16)).cast("B", (4, 4)):
        print("not here")
except NotImplementedError as error:
    print(error)
view = memoryview(b"abcdef")
for a in view:
    for b in view[1:3]:
        if a == b:
            break
    else:
        continue
    print(a, b)
print(sum(memoryview(b"abc")), max(memoryview(b"abc")), [*memoryview(b"xyz")], 97 in memoryview(b"abc"))

# Values of dicts sought, and zeros.
nan = float("nan")
d = {1: "one", 2: nan, 3: (1, 2), 4: 4.0, 5: None}
print("one" in d.values(), nan in d.values(), (1, 2) in d.values(), 4 in d.values())
print(None in d.values(), "two" in d.values(), [1] in d.values(), "one" not in d.values(), 1 in {}.values())


class Same:
    def __eq__(self, other):
        print("==", other)
        return other == 4


print(Same() in d.values(), 7 in {0: Same()}.values())
print(bytes(0), bytes(3), bytes(13) == b"\0" * 13, len(bytes(5000)), set(bytes(5000)), len(bytes(70000)))
for bad in (-1, 2.5):
    try:
        bytes(bad)
    except (ValueError, TypeError) as error:
        print(error)
