# requires: files
with open("b.bin", "wb") as f:
    print(f.write(bytes(range(10))), f.tell(), f.seek(5), f.write(b"XY"), f.tell())
with open("b.bin", "rb") as f:
    print(f.read(3), f.seek(-3, 2), f.read(), f.seek(1), f.read(2), f.tell(), f.seek(2, 1), f.read(1))
    a = bytearray(4)
    f.seek(0)
    print(f.readinto(a), a, f.readable(), f.seekable())
with open("b.bin", "r+b") as f:
    f.seek(2)
    f.write(b"!!")
    f.truncate(6)
print(open("b.bin", "rb").read())
with open("b.bin", "ab") as f:
    f.write(b"end\nline")
print(open("b.bin", "rb").readlines(), list(open("b.bin", "rb")))
with open("b.bin", "rb") as f:
    for g in (lambda: f.write(b"x"), lambda: f.seek(-1)):
        try:
            g()
        except (OSError, ValueError) as e:
            print(type(e).__name__, e)
with open("b.bin", "wb") as f:
    try:
        f.write("text")
    except TypeError as e:
        print(e)
