import io
s = io.StringIO("one\ntwo\nthree")
print(s.read(4), s.readline(), s.tell(), s.read(), s.read(), s.seek(0), s.readlines(), s.getvalue()[:3])
s.seek(3)
print(s.write("XX"), s.getvalue(), s.seek(0, 2), s.write("end"), s.getvalue(), s.truncate(5), s.getvalue())
t = io.StringIO()
t.write("a")
t.writelines(["b", "c\n"])
print(repr(t.getvalue()), [l for l in io.StringIO("x\ny")], t.readable(), t.writable(), t.seekable(), t.closed)
t.close()
try:
    t.read()
except ValueError as e:
    print(e)
b = io.BytesIO(b"abcdef")
print(b.read(2), b.read1(1), b.readline(), b.seek(1), b.readinto(bytearray(2)), b.tell(), b.getvalue(), bytes(b.getbuffer()), b.seek(-2, 2), b.read())
b.seek(10)
b.write(b"!")
print(b.getvalue())
for f in (lambda: io.StringIO(5), lambda: io.BytesIO("s"), lambda: io.StringIO().write(b"x"), lambda: io.BytesIO().write("x"), lambda: s.seek(-1), lambda: s.seek(1, 1), lambda: io.BytesIO().seek(0, 9), lambda: s.read("a")):
    try:
        print(f())
    except (TypeError, ValueError, OSError) as e:
        print(type(e).__name__, e)
with io.StringIO("ctx") as c:
    print(c.read())
print(c.closed, io.StringIO("a\r\nb").read() == "a\r\nb", io.StringIO(newline=None).write("x"), isinstance(io.StringIO(), io.TextIOBase), isinstance(io.BytesIO(), io.IOBase))
