# slow: installs many files
# requires: files
# cpython: differs — it has no mip
import json
import os
import mip

os.makedirs("source/package/inner")
for name, text in {
    "source/single.py": "1", "source/package/__init__.py": "2", "source/package/inner/more.py": "3", "source/other.py": "4",
}.items():  # fmt: skip
    with open(name, "w") as file:
        file.write(text)


def attempt(package, **kwargs):
    try:
        mip.install(package, **kwargs)
    except mip.Error as error:
        print("Error:", str(error).replace(os.getcwd(), "HERE"))


attempt("source/single.py", target="one")
attempt("source/package", target="two")
with open("source/package.json", "w") as file:
    urls = [["renamed.py", "single.py"], ["deep/down/other.py", "other.py"]]
    json.dump({"urls": urls, "deps": [["./package", ""]], "version": "1"}, file)
attempt("./source", target="three")
attempt("source/package.json", target="four", quiet=True)
attempt("file://" + os.getcwd() + "/source/other.py", target="four")
for path, folders, names in os.walk("four"):
    folders.sort()
    print(path, folders, sorted(names))
for package in ("source/none.py", "github:person", "ftp://host/x.py", "file:///none/at/all.py", "http:///x.py", "none@1"):
    attempt(package, target="five", index="no-index")
print(os.path.exists("five"))
