# requires: files
"""io.open is open(), which a class may hold without its becoming a method; directories; numbers of files."""

import io
import os
import warnings

print(io.open is open, type(io.open).__name__)


class Opener:
    open = open


with Opener().open("file", "w") as file:
    print(file.name, file.write("text"))
os.mkdir("folder")
number = os.open("folder", os.O_RDONLY)
for name in "folder", number:
    try:
        open(name, closefd=not isinstance(name, int))
    except IsADirectoryError as error:
        print(error.errno, error.filename == name)
os.fsync(number)
os.close(number)
raw = io.FileIO("file")
del raw.name
print(repr(raw).replace(str(raw.fileno()), "N"))
raw.close()
print(repr(raw))
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    io.FileIO(True, "w", closefd=False)
print([str(each.message) for each in caught])
