# What BytesIO and StringIO take as positions and sizes, and what they say about the rest.
import io

values = 0, 2, 5, 100, -1, -2, None, True, 1.5, "x", 2**70, -(2**70)


def show(name, make, *arguments):
    stream = make()
    stream.seek(1)
    try:
        result = getattr(stream, name)(*arguments)
    except (TypeError, ValueError, OverflowError, OSError) as error:
        result = f"{type(error).__name__}: {error}"
    print(name, arguments, repr(result), stream.tell(), repr(stream.getvalue()))


for make in lambda: io.BytesIO(b"ab\ncd\n\nef"), lambda: io.StringIO("ab\ncd\n\nef"):
    for value in values:
        for name in "read", "readline", "readlines", "seek", "truncate":
            show(name, make, value)
        show("seek", make, 0, value)
        show("seek", make, value, 2)
        show("write", make, value)
    for name in "read", "readline", "readlines", "truncate", "tell":
        show(name, make)
    for hint in range(1, 9):
        show("readlines", make, hint)
show("read1", lambda: io.BytesIO(b"abc"), "x")
show("writelines", lambda: io.BytesIO(b"abc"), [b"x", 5])
show("writelines", lambda: io.StringIO("abc"), ["x", None])
