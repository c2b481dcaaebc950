# cpython: differs — it has no such module
# A block device is a program: it may raise, answer nonsense, use its own file system, or take it out of the tree.
import gc
import os
import vfs


class Device:
    size = 512

    def __init__(self):
        self.data = bytearray(200 * self.size)
        self.trouble = None

    def readblocks(self, block, buf, offset=0):
        if self.trouble:
            return self.trouble("read")
        start = block * self.size + offset
        buf[:] = self.data[start : start + len(buf)]

    def writeblocks(self, block, buf, offset=0):
        if self.trouble:
            return self.trouble("write")
        start = block * self.size + offset
        self.data[start : start + len(buf)] = buf

    def ioctl(self, op, arg):
        return {4: len(self.data) // self.size, 5: self.size}.get(op, 0)


def show(function, *args):
    try:
        return function(*args)
    except Exception as e:
        return f"{type(e).__name__}: {e}"


def write():
    with open("/d/file", "w") as f:
        f.write("x" * 3000)
    return "written"


for kind in (vfs.VfsLfs2, vfs.VfsFat):
    device = Device()
    kind.mkfs(device)
    vfs.mount(kind(device), "/d")
    write()

    def fail(what):
        raise ValueError(what)

    device.trouble = fail
    print(show(os.listdir, "/d"), "|", show(os.mkdir, "/d/new"))
    device.trouble = lambda what: -5
    print(show(os.mkdir, "/d/new"))
    device.trouble = lambda what: 7
    print(show(os.mkdir, "/d/new"))
    device.trouble = lambda what: "nonsense"
    print(show(os.mkdir, "/d/new"))

    # It comes back to its own volume, takes it away, collects.
    answers = []

    def meddle(what):
        device.trouble = None
        answers.append(show(os.listdir, "/d"))
        answers.append(show(open, "/d/other", "w"))
        gc.collect()
        bytearray(1000)
        device.trouble = meddle
        return -5

    device.trouble = meddle
    show(os.mkdir, "/d/new")
    device.trouble = None
    print(sorted(set(answers)))

    def unmount(what):
        device.trouble = None
        answers.append(show(vfs.umount, "/d"))
        return -5

    answers = []
    device.trouble = unmount
    print(show(os.mkdir, "/d/newer"), answers, any(path == "/d" for _, path in vfs.mount()))
    # What was there still is.
    vfs.mount(device, "/e")
    print(len(open("/e/file").read()), [name for name in os.listdir("/e") if name == "newer"])
    vfs.umount("/e")


class Old:
    """The older protocol, and nothing to write with."""

    def __init__(self, data):
        self.data = data

    def readblocks(self, block, buf):
        buf[:] = self.data[block * 512 : block * 512 + len(buf)]

    def count(self):
        return len(self.data) // 512


vfs.mount(Old(device.data), "/old")
print(len(open("/old/file").read()), show(os.remove, "/old/file"))
vfs.umount("/old")


class Wrong:
    def __init__(self, answers):
        self.answers = answers

    def readblocks(self, block, buf, offset=0):
        buf[:] = bytes(len(buf))

    def ioctl(self, op, arg):
        return self.answers.get(op)


for answers in ({}, {4: 0}, {4: -1, 5: 512}, {4: 100, 5: 0}, {4: 100, 5: 7}, {4: 1 << 40}, {4: "many"}, {4: 10, 5: 1 << 20}):
    print(show(vfs.VfsLfs2, Wrong(answers)), "|", show(vfs.VfsFat, Wrong(answers)))
print(show(vfs.VfsLfs2, object()), "|", show(vfs.mount, 5, "/x"))
for options in ({"readsize": 0}, {"progsize": 7}, {"lookahead": 0}, {"readsize": 1 << 30}, {"progsize": -1}):
    print(options, show(lambda: vfs.VfsLfs2.mkfs(Device(), **options)))
