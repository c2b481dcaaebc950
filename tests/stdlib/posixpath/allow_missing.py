# python: 3.14
# requires: files
# realpath() may be strict about everything but what is missing.
import os
import os.path

os.symlink("circle", "circle")
here = os.path.realpath(".")
print(os.path.realpath("missing/x", strict=os.path.ALLOW_MISSING)[len(here):])
try:
    os.path.realpath("circle", strict=os.path.ALLOW_MISSING)
except OSError as error:
    print(type(error).__name__, error.strerror)
print(os.path.ALLOW_MISSING)
