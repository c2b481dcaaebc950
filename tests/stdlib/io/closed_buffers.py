# requires: files
# What buffered files say when they are closed.
open("f", "wb").close()
calls = [
    ("read",),
    ("read", 1),
    ("read1",),
    ("write", b"x"),
    ("seek", 0),
    ("tell",),
    ("flush",),
    ("readline",),
    ("peek",),
    ("readinto", bytearray(1)),
    ("truncate",),
    ("readinto1", bytearray(1)),
    ("close",),
    ("readlines",),
    ("writelines", [b""]),
    ("__next__",),
    ("__enter__",),
]
for mode in "rb", "r+b", "wb":
    file = open("f", mode)
    file.close()
    for name, *arguments in calls:
        if mode == "wb" and (name.startswith("read") or name in ("peek", "__next__")):
            continue
        try:
            print(mode, name, getattr(file, name)(*arguments))
        except Exception as error:
            print(mode, name, type(error).__name__, error)
