# MicroPython's further arguments: readinto(buffer, size), write(data, size), write(data, start, size).
# requires: files
# cpython: differs — it has no such arguments
import io

memory = io.BytesIO()
print(memory.write(b"foo", 2), memory.getvalue())
print(memory.write(b"foo", 100), memory.getvalue())
print(memory.write(b"foobar", 1, 3), memory.getvalue())
print(memory.write(memoryview(b"foobar"), 4, 100), memory.getvalue())
print(memory.write(b"foobar", 100, 100), memory.getvalue())
print(memory.write(b"foobar", 0), memory.write(bytearray(b"!"), 1), memory.getvalue())

memory.seek(0)
buffer = bytearray(6)
print(memory.readinto(buffer, 4), buffer)
print(memory.readinto(buffer, 100), buffer)
print(memory.readinto(buffer, 0), buffer)
print(memory.readinto(memoryview(buffer)[2:], 2), buffer)

for buffering in 0, 16:
    with open("data", "wb", buffering) as file:
        print(file.write(b"longer line\n", 7), file.write(b"longer line\n", 7, 100))
    with open("data", "rb", buffering) as file:
        buffer = bytearray(10)
        print(file.readinto(buffer, 4), buffer)
        print(file.readinto(buffer, 100), buffer)
        print(file.readinto(buffer, 100), buffer)

with open("data", "r+b") as file:
    file.write(b"abcdef", 1, 2)
    file.seek(0)
    print(file.read())

for call in (lambda: memory.write("text", 1), lambda: memory.write(b"x", "1"), lambda: memory.readinto(buffer, "1")):
    try:
        call()
    except TypeError as error:
        print("TypeError")
