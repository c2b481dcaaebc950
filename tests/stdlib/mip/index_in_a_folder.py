# slow: installs many files
# requires: files
# cpython: differs — it has no mip
import hashlib
import json
import os
import mip


def write(path, content):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w") as file:
        file.write(content)


def index(name, version, files, deps=()):
    hashes = []
    for path, content in files.items():
        digest = hashlib.sha256(content.encode()).hexdigest()[:10]
        write(f"index/file/{digest[:2]}/{digest}", content)
        hashes.append([path, digest])
    for kind in (version, "latest"):
        description = {"v": 1, "version": version, "hashes": hashes, "deps": list(deps)}
        write(f"index/package/py/{name}/{kind}.json", json.dumps(description))


def tree(folder="out"):
    for path, folders, names in os.walk(folder):
        folders.sort()
        for name in sorted(names):
            with open(os.path.join(path, name)) as file:
                print(f"  {path}/{name}: {file.read()!r}")


def attempt(*args, **kwargs):
    try:
        mip.install(*args, target="out", **kwargs)
    except mip.Error as error:
        print("Error:", error)
    tree()


index("base", "1.0", {"base.py": "x = 1\n"})
index("base", "2.0", {"base.py": "x = 2\n"})
# Packages may need each other, and parts of the library that are here anyway.
index("top", "0.1", {"top/__init__.py": "import base\n", "top/more.py": ""}, [["base", "1.0"], ["ring", "latest"]])
index("ring", "0.1", {"ring.py": "r"}, [["top", "latest"], ["collections-defaultdict", "latest"], ["os", "latest"]])

print("a package with what it needs")
attempt("top", index="index")
print("once more")
attempt("top", index="index")
print("a newer version of a part")
attempt("base", index="index/", version="2.0", mpy=False)
print("none of that name")
attempt("nothing", index="index")
attempt("base", index="index", version="9")

print("wrong content")
index("wrong", "1", {"wrong1.py": "a", "wrong2.py": "b"})
digest = hashlib.sha256(b"b").hexdigest()[:10]
write(f"index/file/{digest[:2]}/{digest}", "c")
attempt("wrong", index="index")
print("outside")
for number, name in enumerate(("../up.py", "/root.py", "a/../../b.py", "")):
    index(f"outside{number}", "1", {name: "x"})
    attempt(f"outside{number}", index="index")
print("broken descriptions")
for text in ("", "[]", '{"hashes": 5}', '{"hashes": [["a"]]}', '{"hashes": [["a.py", "xyz"]]}', "\x00"):
    write("index/package/py/broken/latest.json", text)
    attempt("broken", index="index")
print("a folder is in the way of a file, which is the last one")
os.makedirs("out/way.py")
index("way", "1", {"base.py": "other\n", "new/file.py": "1", "way.py": "2"})
attempt("way", index="index")
print(sorted(os.listdir("out")))
print("two packages with the same file")
index("other", "1", {"base.py": "y\n"}, [["base", "2.0"]])
attempt("other", index="index")
