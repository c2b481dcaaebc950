# requires: files
# select() tells of errors as of something to read and to write, and of files that are closed.
import os
import select

one, two = os.pipe()
print(select.select([one], [two], [], 0) == ([], [two], []))
os.close(one)
print(select.select([two], [two], [], 0) == ([two], [two], []))
os.close(two)
try:
    select.select([two], [], [], 0)
except OSError as problem:
    print(problem)
for timeout in -1, "x":
    try:
        select.select([], [], [], timeout)
    except (TypeError, ValueError) as problem:
        print(type(problem).__name__, problem)
