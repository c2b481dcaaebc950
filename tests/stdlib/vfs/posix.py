# cpython: differs — it has no vfs
# requires: files
# The host's files as a file system, by itself, in the tree, and read only.
import os
import vfs


def error(function, *args):
    try:
        return function(*args)
    except OSError as error:
        return error.errno


here = os.getcwd()
os.mkdir("root")
fs = vfs.VfsPosix("root")
with fs.open("/a", "w") as file:
    print(file.write("text"))
fs.mkdir("/folder")
fs.rename("/a", "/folder/b")
print(sorted(entry[:2] for entry in fs.ilistdir("/")), list(fs.ilistdir("/folder"))[0][:2])
print(fs.stat("/folder/b")[6], type(fs.stat("/")), len(fs.statvfs("/")), type(list(fs.ilistdir(b"/folder"))[0][0]))
os.chdir("root/folder")
print(fs.getcwd(), fs.open("b").read(), [name for name, *_ in fs.ilistdir()])
fs.chdir("/")
print(fs.getcwd(), os.getcwd() == here + "/root")
os.chdir(here)
print(error(fs.remove, "/folder"), error(fs.rmdir, "/folder"), error(fs.stat, "/none"), error(fs.mount, False, True))

vfs.mount(fs, "/host")
with open("/host/module_there.py", "w") as file:
    file.write("print('imported')")
print(sorted(os.listdir("/host")), open("/host/folder/b").read(), open("root/folder/b").read())
os.remove("/host/folder/b")
os.rmdir("/host/folder")
import sys

sys.path.append("/host")
import module_there

print(module_there.__file__)
vfs.umount("/host")

# What lies under a root that was taken away can still be mounted.
vfs.umount("/")
print(os.listdir("/"), error(open, here + "/root/module_there.py"))
vfs.mount(vfs.VfsPosix(here + "/root"), "/")
print(os.listdir("/"), open("/module_there.py").read())
vfs.umount("/")

vfs.mount(vfs.VfsPosix(here), "/ro", readonly=True)
print(os.listdir("/ro/root"), open("/ro/root/module_there.py").read())
for function, *args in (
    (open, "/ro/x", "w"),
    (open, "/ro/root/module_there.py", "r+"),
    (os.mkdir, "/ro/x"),
    (os.remove, "/ro/root/module_there.py"),
    (os.rmdir, "/ro/root"),
    (os.rename, "/ro/root", "/ro/other"),
):
    print(error(function, *args))
