# A stream that is read and written keeps its place.
# requires: files
import io

operations = [
    ("read", 2), ("read", 5), ("read", 20), ("readline",), ("readline", 5), ("tell",), ("seek", 3), ("seek", 2, 1),
    ("seek", -2, 1), ("seek", -2, 2), ("write", b"xy"), ("write", b"01\n3456"), ("write", b"0123456789abc"),
    ("flush",), ("truncate",), ("truncate", 30), ("read",),
]
state = 1


def pick():
    global state
    state = (state * 1103515245 + 12345) % 2147483648
    return operations[(state >> 8) % len(operations)]


for size in 8, 16:
    for _ in range(40):
        with open("file", "wb") as file:
            file.write(b"ABCDEFGHIJ\nKLMNOPQRSTUVWXYZ\nabcdefghij\nklmnopqrstuvwxyz")
        with open("file", "r+b", size) as file:
            steps = []
            for _ in range(6):
                name, *args = pick()
                try:
                    result = getattr(file, name)(*args)
                except OSError as error:
                    result = error
                steps.append(result)
            steps.append(file.tell())
        with open("file", "rb") as file:
            print(steps, file.read())
