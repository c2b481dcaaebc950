# requires: files
with open("t.txt", "w", encoding="utf-8") as f:
    print(f.write("line 1\n"), f.write("zwei é☃\n"), f.writable(), f.readable(), f.name, f.mode, f.closed)
print(f.closed)
with open("t.txt", encoding="utf-8") as f:
    print(f.read(3), repr(f.readline()), repr(f.read()), repr(f.read()))
    f.seek(0)
    print(f.readlines())
    f.seek(0)
    print([line.rstrip() for line in f])
with open("t.txt", "a", encoding="utf-8") as f:
    f.write("appended")
with open("t.txt", "r+", encoding="utf-8") as f:
    f.write("LINE")
print(open("t.txt", encoding="utf-8").read())
with open("t.txt", "wb") as f:
    f.write(b"a\r\nb\rc\n")
print(repr(open("t.txt").read()), repr(open("t.txt", newline="").read()), open("t.txt", "rb").read(), repr(open("t.txt", newline="\n").readlines()))
with open("x.txt", "x") as f:
    f.write("new")
for a in (("x.txt", "x"), ("none.txt",), ("t.txt", "q"), ("t.txt", "rw"), ("t.txt", "rb", -1, "utf-8"), (5.5,), ("t.txt", ""), ("t.txt", "r", 0)):
    try:
        open(*a)
    except (OSError, ValueError, TypeError) as e:
        print(a, type(e).__name__, e)
with open("t.txt") as f:
    try:
        f.write("no")
    except OSError as e:
        print(type(e).__name__, e)
try:
    f.read()
except ValueError as e:
    print(e)
with open("bad.txt", "wb") as f:
    f.write(b"ok \xff\xfe")
try:
    open("bad.txt", encoding="utf-8").read()
except UnicodeDecodeError as e:
    print(e)
print(open("bad.txt", encoding="utf-8", errors="replace").read(), open("bad.txt", encoding="latin-1").read())
