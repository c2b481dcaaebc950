# requires: files
import os
os.mkdir("d")
with open("d/f.txt", "w") as f:
    f.write("hello")
print(os.listdir("d"), os.path.exists("d/f.txt"), os.path.isdir("d"), os.path.isfile("d/f.txt"), os.stat("d/f.txt").st_size, os.path.getsize("d/f.txt"), sorted(os.listdir()))
os.rename("d/f.txt", "d/g.txt")
print(os.listdir("d"), os.path.exists("d/f.txt"))
os.makedirs("a/b/c")
os.makedirs("a/b/c", exist_ok=True)
print(os.path.isdir("a/b/c"), [(r.replace("\\", "/"), sorted(d), sorted(f)) for r, d, f in sorted(os.walk("."))])
os.remove("d/g.txt")
os.rmdir("d")
os.removedirs("a/b/c")
print(os.listdir("."))
for f in (lambda: os.remove("none"), lambda: os.mkdir("x/y"), lambda: os.rmdir("none"), lambda: open("none"), lambda: os.listdir("none"), lambda: os.stat("none"), lambda: os.rename("n1", "n2"), lambda: open("."), lambda: os.chdir("none")):
    try:
        f()
    except OSError as e:
        print(type(e).__name__, e.errno, e)
os.mkdir("e")
try:
    os.mkdir("e")
except FileExistsError as e:
    print(e)
here = os.getcwd()
os.chdir("e")
print(os.path.basename(os.getcwd()))
os.chdir(here)
print(isinstance(os.environ, dict) or hasattr(os.environ, "get"), os.getenv("SURELY_NOT_SET"), os.getenv("SURELY_NOT_SET", "d"), os.sep in "/\\", os.linesep in ("\n", "\r\n"), os.name != "", isinstance(os.urandom(4), bytes), len(os.urandom(8)))
with os.scandir(".") as it:
    print([(x.name, x.is_dir()) for x in it])
