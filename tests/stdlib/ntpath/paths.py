# Paths of Windows, on any system: drives, shares, devices, both separators, text and bytes.
import ntpath
import os
import random


def attempt(function, *args):
    try:
        return repr(function(*args))
    except Exception as error:
        return f"{type(error).__name__} {error}"


paths = [
    "",
    "a",
    "a\\b",
    "a/b",
    "\\",
    "/",
    "\\a",
    "c:",
    "c:a",
    "c:\\",
    "c:/",
    "C:/a\\b/",
    "c:\\\\a",
    "\\\\",
    "\\\\s",
    "\\\\s\\",
    "\\\\s\\h",
    "\\\\s\\h\\",
    "\\\\s/h/a/b",
    "//s/h",
    "\\\\?\\UNC\\s\\h\\a",
    "\\\\?\\unc\\s\\h",
    "\\\\?\\c:\\a",
    "\\\\.\\dev\\a",
    "///a",
    "\\\\\\a",
    "a.txt",
    "a.b.c",
    ".a",
    "..a",
    "a.",
    "a\\.b",
    "a.b\\c",
    "...",
    "a/..b.x",
    ".",
    "..",
    "a\\..",
    "a\\..\\..\\b",
    "\\..\\a",
    "c:..\\a",
    "c:\\..",
    "a\\.\\b\\",
    "a//b",
    "./a",
    "\\\\s\\h\\..\\a",
    "\\:a",
    "::a",
    "con",
    "CON.txt",
    "a/nul ",
    "com1",
    "com\xb9.x",
    "lpt0",
    "x:y",
    "a*",
    "a ",
    "a.b.",
    "conin$",
    "\t",
]
functions = [
    ntpath.splitroot,
    ntpath.splitdrive,
    ntpath.split,
    ntpath.splitext,
    ntpath.basename,
    ntpath.dirname,
    ntpath.normcase,
    ntpath.normpath,
    ntpath.isabs,
    ntpath.isreserved,
]
for path in paths:
    print(repr(path), *[attempt(function, path) for function in functions])
    assert repr(ntpath.splitroot(os.fsencode(path))) == repr(tuple(map(os.fsencode, ntpath.splitroot(path))))
chance = random.Random(3)
for _ in range(400):
    chosen = chance.choices(paths[:30] + ["d:x", "C:y", "c:\\z", "..\\q"], k=chance.randrange(1, 4))
    print(
        chosen,
        attempt(ntpath.join, *chosen),
        attempt(ntpath.commonpath, chosen),
        attempt(ntpath.commonprefix, chosen),
    )
for path, start in (
    ("c:\\a\\b", "c:\\a\\c"),
    ("C:\\A", "c:\\a\\x"),
    ("c:\\a", "d:\\a"),
    ("\\\\s\\h\\a", "\\\\s\\h\\b\\c"),
    ("", "c:\\"),
    (b"c:\\a", b"c:\\"),
    ("c:\\", b"c:\\"),
):
    print(path, start, attempt(ntpath.relpath, path, start))
for arguments in (5,), ("a", 5), ("a", b"b"), (b"a", b"\\b"), (b"c:", b"x"), (None,):
    print(arguments, attempt(ntpath.join, *arguments))
print(
    attempt(ntpath.commonpath, []),
    attempt(ntpath.commonpath, ["a", b"a"]),
    attempt(ntpath.commonpath, [b"C:\\a\\b", b"c:/a/c"]),
)
os.environ.update(ab="1", x="\\y", USERPROFILE="C:\\Users\\me", USERNAME="me")
for text in (
    "$ab",
    "${ab}c",
    "%ab%",
    "%x%\\$x",
    "'$ab'$ab",
    "$$ab",
    "%%ab%%",
    "$none",
    "${none}",
    "%none%",
    "$",
    "${",
    "%",
    "${ab",
    "a-$ab-b",
    "'$ab",
    b"%ab%",
    "%ab%x%",
):
    print(text, ntpath.expandvars(text), end=" | ")
print()
for path in "~", "~\\a", "~/b", "~you", "~me\\x", "a~", b"~", "~you/z":
    print(path, ntpath.expanduser(path))
print(
    {name: getattr(ntpath, name) for name in ntpath.__all__ if not callable(getattr(ntpath, name)) and name.islower()},
    len(set(ntpath.__all__) - {"ALLOW_MISSING"}),
)
