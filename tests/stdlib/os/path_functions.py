import os.path as p
print(p.join("a", "b"), p.join("a/", "b"), p.join("a", "/b"), p.join("a", ""), p.join("", "b"), p.join("a", "b", "c"), p.basename("/a/b.c"), p.dirname("/a/b.c"), p.split("/a/b"), p.split("a"), p.split("/"), p.splitext("a.b.c"), p.splitext(".hidden"), p.splitext("a/b.d/c"))
print(p.normpath("a/../b/./c//d"), p.normpath(""), p.normpath("/../a"), p.isabs("/a"), p.isabs("a"), p.abspath("/a/../b"), p.commonprefix(["abc", "abd"]), p.commonpath(["/a/b", "/a/c"]), p.relpath("/a/b", "/a/c"), p.exists("/surely/not"), p.isdir("/"), p.sep)
print(p.basename("a/"), p.dirname("a/"), p.dirname("a"), p.expanduser("x"), p.splitdrive("/a"), p.join(b"a", b"b"))
for f in (lambda: p.join("a", 5), lambda: p.basename(5), lambda: p.join("a", b"b"), lambda: p.commonpath([]), lambda: p.splitext(None)):
    try:
        print(f())
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
