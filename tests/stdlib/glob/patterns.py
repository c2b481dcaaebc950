# requires: files
# Files by patterns: with folders, hidden ones, ** and a folder to start from.
import glob
import os

for name in [
    "a.py",
    "b.txt",
    ".hidden",
    "sub/c.py",
    "sub/deep/d.py",
    "sub/.e/f.py",
    "sub/deep/er/g.txt",
    "[x]/h",
    "é/i",
    "sub2/c.py",
    ".g/h",
]:
    os.makedirs(os.path.dirname(name) or ".", exist_ok=True)
    open(name, "w").close()
os.symlink("sub", "link")
os.symlink("missing", "broken")

patterns = [
    "*",
    "*.py",
    "?.*",
    ".*",
    "*/",
    "*/*",
    "*/*.py",
    "sub/*",
    "./*",
    "sub//*",
    "sub/",
    "a.py",
    "a.py/",
    "nothing",
    "nothing/*",
    "",
    "/",
    "**",
    "**/",
    "**/*.py",
    "sub/**",
    "sub/**/",
    "**/deep/**",
    "**/**",
    "***",
    "a**",
    "**/.*",
    "sub/**/*",
    "sub/*/../c.py",
    "[[]x]/*",
    "[x]/*",
    "[!s]*",
    "broken",
    "br*",
    "broken/",
    "link/*",
    "é/*",
    "s*/c.py",
    "*/deep",
    "*/deep/",
    "sub/[d]eep/*",
    "..",
    "../[.]",
    ".",
    "./",
    "sub/.",
    "sub/../*.py",
    "*/.",
    "**/..",
    "sub/**/d.py",
    "**/*/",
]
for pattern in patterns:
    for options in {}, {"recursive": True}, {"recursive": True, "include_hidden": True}:
        print(repr(pattern), *options, sorted(glob.glob(pattern, **options)))
    encoded = glob.glob(os.fsencode(pattern), recursive=True)
    assert sorted(map(os.fsdecode, encoded)) == sorted(glob.glob(pattern, recursive=True)), pattern
for root in "sub", "sub/", b"sub", "nothing", "sub/deep":
    for pattern in "*", "**", "*.py", "deep/*", "c.py", "":
        if isinstance(root, bytes):
            pattern = pattern.encode()
        print(root, pattern, sorted(glob.iglob(pattern, root_dir=root, recursive=True)))
for text in "[a]*?", "/x/[y", b"a*b", "plain", "", b"[?]":
    print(glob.escape(text), end=" ")
print(
    sorted(glob.glob(os.path.abspath("sub") + "/*.py"))[0].endswith("/sub/c.py"),
    glob.glob(glob.escape("[x]") + "/*"),
)
for wrong in 5, None:
    try:
        glob.glob(wrong)
    except Exception as error:
        print(type(error).__name__, error)
try:
    glob.glob("*", root_dir=7)
except Exception as error:
    print(type(error).__name__, error)
