# requires: files
# Archives made and unpacked.
import os
import shutil
import zipfile

os.makedirs("tree/sub/empty")
for name in "tree/a", "tree/sub/b":
    with open(name, "w") as file:
        file.write(name)


def shown(top):
    return sorted((path, sorted(directories), sorted(files)) for path, directories, files in os.walk(top))


for arguments in ("one", "zip", "tree"), ("two", "zip", None, "tree"), ("made/three", "zip", "tree", "sub"):
    path = shutil.make_archive(*arguments)
    print(os.path.relpath(path), sorted(zipfile.ZipFile(path).namelist()), zipfile.ZipFile(path).testzip())
print(shutil.make_archive("dry", "zip", "tree", dry_run=True).endswith("dry.zip"), os.path.exists("dry.zip"))
print(
    shutil.unpack_archive("one.zip", "out"),
    shown("out"),
    shutil.unpack_archive("two.zip", "out2", "zip"),
    shown("out2"),
)
for arguments in ("x", "zip", "nothing"), ("x", "zip", "tree/a"):
    try:
        shutil.make_archive(*arguments)
    except OSError as error:
        print(type(error).__name__, error)
try:
    shutil.unpack_archive("tree/a", format="zip")
except shutil.ReadError as error:
    print(error)
