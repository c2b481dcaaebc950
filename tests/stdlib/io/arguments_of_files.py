# What files take as positions and sizes, and what they say about the rest.
# requires: files

values = 0, 2, 100, -1, -2, None, 1.5, "x", 2**70


def show(buffering, name, *arguments):
    with open("file", "wb") as file:
        file.write(b"ab\ncd\n\nef")
    with open("file", "r+b", buffering) as file:
        file.seek(1)
        try:
            result = getattr(file, name)(*arguments)
        except (TypeError, ValueError, OverflowError, OSError) as error:
            result = f"{type(error).__name__}: {error}"
        print(buffering, name, arguments, repr(result), file.tell())


for buffering in 0, 4:
    for value in values:
        for name in "read", "readline", "readlines", "seek", "truncate":
            show(buffering, name, value)
        show(buffering, "seek", 0, value)
        show(buffering, "seek", value, 2)
        show(buffering, "write", value)
