# cpython: differs — it has no vfs
# requires: files
# A tree of which nothing is the platform's: the root itself, the order of mounts, and where paths lead.
import os
import vfs


class Files:
    """A file system that says what it is asked for."""

    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return self.name

    def mount(self, readonly, mkfs):
        print(self.name, "mount", readonly, mkfs)

    def umount(self):
        print(self.name, "umount")

    def stat(self, path):
        print(self.name, "stat", path)
        raise OSError(2)

    def statvfs(self, path):
        return (1, 2)

    def ilistdir(self, path):
        print(self.name, "ilistdir", repr(path))
        return iter([(self.name, 0x8000, 0)])

    def open(self, path, mode):
        print(self.name, "open", path, mode)

    def chdir(self, path):
        print(self.name, "chdir", path)

    def getcwd(self):
        return "/there"


def error(function, *args):
    try:
        return function(*args)
    except OSError as error:
        return error.errno


vfs.umount("/")
print(vfs.mount(), os.getcwd(), os.listdir(), tuple(os.stat("/")), os.statvfs("/")[9])
for function in (os.listdir, os.chdir, os.mkdir, os.remove, os.rmdir, os.stat, open):
    print(function.__name__, error(function, "x"), error(function, "/x"))
print(error(os.mkdir, "/"), error(os.mkdir, ""), error(vfs.umount, "/"))

one, two, three, root = Files("one"), Files("two"), Files("three"), Files("root")
vfs.mount(one, "/one/inner")
vfs.mount(two, "/two", readonly=True)
vfs.mount(three, "/one")
print(vfs.mount())
print(os.listdir(), os.listdir("/one"), os.listdir("one/inner"), list(os.ilistdir("/")))
open("/one/inner/x")
open("one/x", "wb")
print(error(os.mkdir, "/one"), error(os.stat, "/two/x"), os.statvfs("/two"))

vfs.mount(root, "/")
print(vfs.mount(), os.getcwd())
open("x")
open("/x")
print(os.listdir(), os.listdir("/"), tuple(os.stat("/"))[:2])
print(error(os.rename, "/one/a", "/two/a"), error(vfs.mount, Files("four"), "/"), error(vfs.mount, Files("five"), "/two"))

os.chdir("/two")
print(os.getcwd(), os.listdir())
open("y")
vfs.umount("/two")
print(os.getcwd())
os.chdir("sub")
print(os.getcwd())
for mounted, _ in vfs.mount():
    vfs.umount(mounted)
print(vfs.mount(), os.getcwd(), os.listdir("/"))
