# cpython: differs — it has no such module
# A file system written in Python: its files are there for everybody.
import io
import os
import sys
import vfs


class File(io.BytesIO):
    def __init__(self, files, path, mode):
        super().__init__(b"" if "w" in mode else files[path])
        self.files, self.path, self.mode = files, path, mode

    def close(self):
        if "w" in self.mode and not self.closed:
            self.files[self.path] = self.getvalue()
        super().close()


class Memory:
    def __init__(self):
        self.files = {
            "/a.txt": b"one\ntwo\n",
            "/hidden_module.py": b"print('running', __name__, __file__)\nvalue = 42\n",
            "/package/__init__.py": b"print('package', __path__)\n",
            "/package/part.py": b"value = 43\n",
        }
        self.here = "/"

    def _path(self, path):
        path = path if path.startswith("/") else self.here.rstrip("/") + "/" + path
        return os.path.normpath(path)

    def mount(self, readonly, mkfs):
        print("mount", readonly, mkfs)

    def umount(self):
        print("umount")

    def open(self, path, mode):
        path = self._path(path)
        if "w" not in mode and path not in self.files:
            raise OSError(2)
        file = File(self.files, path, mode)
        return file if "b" in mode else io.TextIOWrapper(file)

    def stat(self, path):
        path = self._path(path)
        if path in self.files:
            return (0x8000, 0, 0, 0, 0, 0, len(self.files[path]), 1, 2, 3)
        if any(name.startswith(path.rstrip("/") + "/") for name in self.files):
            return (0x4000, 0, 0, 0, 0, 0, 0, 0, 0, 0)
        raise OSError(2)

    def ilistdir(self, path):
        start = self._path(path or ".").rstrip("/") + "/"
        seen = []
        for name in self.files:
            if name.startswith(start):
                first, *rest = name[len(start):].split("/")
                if first not in seen:
                    seen.append(first)
                    yield first, 0x4000 if rest else 0x8000, 0

    def chdir(self, path):
        self.here = self._path(path)

    def getcwd(self):
        return self.here

    def remove(self, path):
        del self.files[self._path(path)]

    def rename(self, old, new):
        self.files[self._path(new)] = self.files.pop(self._path(old))


home = os.getcwd()
memory = Memory()
print(len(vfs.mount()))
vfs.mount(memory, "/memory", readonly=True)
print([(type(fs).__name__, path) for fs, path in vfs.mount()][:-1])
print(os.listdir("/memory"), list(os.ilistdir("/memory/package")))
print(open("/memory/a.txt").read().split(), open("/memory/../memory/a.txt", "rb").read(3))
print(os.stat("/memory/a.txt").st_size, os.path.isdir("/memory/package"), os.path.exists("/memory/no"))
try:
    open("/memory/no")
except OSError as error:
    print(repr(error))

with open("/memory/new", "w") as file:
    file.write("text")
os.rename("/memory/new", "/memory/newer")
print(memory.files["/newer"])
os.remove("/memory/newer")
print("/newer" in memory.files)
try:
    os.rename("/memory/a.txt", "a.txt")
except OSError as error:
    print(error.errno)

sys.path.insert(0, "/memory")
import hidden_module
import package.part

print(hidden_module.value, package.part.value, hidden_module.__spec__.origin)
sys.path.pop(0)

os.chdir("/memory/package")
print(os.getcwd(), sorted(os.listdir()), os.listdir(".."), open("part.py").read())
os.chdir("/memory")
sys.path.insert(0, "")
del sys.modules["hidden_module"]
import hidden_module

for wrong in ("/memory", "/"):
    try:
        vfs.mount(Memory(), wrong)
    except OSError as error:
        print(error.errno)
try:
    vfs.mount(object(), "/other")
except AttributeError as error:
    print(error)
os.umount("/memory")
print(os.getcwd(), os.path.exists("/memory"))
os.chdir(home)
try:
    vfs.umount("/memory")
except OSError as error:
    print(error.errno)
os.mount(memory, "/again")
vfs.umount(memory)
