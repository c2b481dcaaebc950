# What an OSError shows depends on whether a number and a text were ever given.


def show(error):
    print(repr(str(error)), error.errno, error.strerror, error.filename, error.args)


for arguments in ((), (2,), (2, "text"), (None, None), (2, "text", "file"), (2, "text", "file", None, "other"), (1, 2, 3)):
    show(OSError(*arguments))
error = OSError()
error.args = (1, 2)
show(error)
error.errno = 3
show(error)
error.strerror = None
show(error)
del error.errno
show(error)
error.filename = "file"
show(error)
