# A path of an archive of another folder is absolute; programs are found where the system has them when there is no PATH.
import os
import shutil

os.mkdir("src")
open("src/a.txt", "w").close()
here = os.getcwd()
for arguments in (("out/one", "zip", "src"), ("two", "zip"), ("three", "zip", "src", "."), ("four", "zip", None, "src")):
    print(shutil.make_archive(*arguments).replace(here, "<here>"))
os.environ.pop("PATH", None)
print(os.path.basename(shutil.which("sh")), shutil.which("no-such-program"))
kept, os.defpath = os.defpath, here
os.confstr = lambda name: (name, here)[1]
with open("tool", "w") as file:
    file.write("#!/bin/sh\n")
os.chmod("tool", 0o755)
print(shutil.which("tool") == os.path.join(here, "tool"))
