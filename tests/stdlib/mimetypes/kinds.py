# requires: files
import mimetypes as M

M.knownfiles[:] = []


def t(f, *a, **k):
    try:
        print(a, k, f(*a, **k))
    except Exception as e:
        print(a, type(e).__name__, e)


for u in [
    "a.html",
    "a.tar.gz",
    "a.tgz",
    "http://x/y.png?z=1",
    "data:,x",
    "data:text/x,y",
    "data:text/html;base64,aa",
    "data:x",
    "a",
    "a.gz",
    ".html",
    "a.HTML",
    "a.jpg",
    "a.xul",
    "a.svgz",
    "a.Z",
    "b/c.d/e",
    "http://x/",
    "a.webp",
    "C:x.py",
    "data:a=b,c",
    "x.py",
    "x.xyz",
]:
    t(M.guess_type, u)
    t(M.guess_type, u, False)
    t(M.guess_file_type, u)
for k in [
    "text/html",
    "image/jpeg",
    "image/jpg",
    "x/y",
    "TEXT/PLAIN",
    "audio/midi",
    "application/octet-stream",
]:
    t(M.guess_extension, k)
    t(M.guess_all_extensions, k, strict=False)
M.add_type("x/y", ".zz")
t(M.guess_type, "a.zz")
m = M.MimeTypes()
t(m.guess_type, "a.zz")
open("mm", "w").write("a/b q1 q2 # c\n#x y\nc/d\n")
t(M.read_mime_types, "/nope")
print(M.read_mime_types("mm")[".q2"])
M.init(["mm"])
t(M.guess_type, "a.q1")
print(sorted(M.__all__))
