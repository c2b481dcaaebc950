# What the functions of paths do with text alone.
import os
import posixpath

for path in ("/a/b.c", "//a", "///a", "a/b/", ".b", "a.b.c", "", "/", "a//b/../c/.", b"/x/y.z"):
    print(path, posixpath.split(path), posixpath.splitext(path), posixpath.splitdrive(path), posixpath.splitroot(path))
    print("  ", posixpath.basename(path), posixpath.dirname(path), posixpath.normpath(path), posixpath.isabs(path))
    print("  ", posixpath.normcase(path), posixpath.abspath(posixpath.join("/root" if isinstance(path, str) else b"/root", path)))
print(posixpath.join("a", "b", "/c", "", "d"), posixpath.commonpath(["/a/b/c", "/a/b/d", "/a/b"]), posixpath.relpath("/a/b", "/a/c"))
os.environ.update(HOME="/home/me", NAME="value", EMPTY="")
os.environ.pop("MISSING", None)
for path in ("$NAME/x", "${NAME}y", "$MISSING", "${MISSING}", "$", "${", "$NAME$NAME", "$EMPTY-", "a$NAMEb", b"$NAME", "${}"):
    print(path, posixpath.expandvars(path))
print(posixpath.expanduser("~/x"), posixpath.expanduser("~"), posixpath.expanduser("~nobody_of_that_name/x"), posixpath.expanduser("a~"))
for call in (lambda: posixpath.join("a", b"b"), lambda: posixpath.commonpath([]), lambda: posixpath.commonpath(["/a", "b"]),
             lambda: posixpath.relpath(""), lambda: posixpath.split(5)):  # fmt: skip
    try:
        call()
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
