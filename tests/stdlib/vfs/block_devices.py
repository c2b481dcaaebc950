# cpython: differs — it has no such module
# littlefs and FAT on a block device written in Python, with all that os and open() do.
import errno
import os
import vfs


class Memory:
    def __init__(self, blocks, size):
        self.size = size
        self.data = bytearray(blocks * size)

    def readblocks(self, block, buf, offset=0):
        start = block * self.size + offset
        buf[:] = self.data[start : start + len(buf)]

    def writeblocks(self, block, buf, offset=0):
        start = block * self.size + offset
        self.data[start : start + len(buf)] = buf

    def ioctl(self, op, arg):
        if op == 4:
            return len(self.data) // self.size
        if op == 5:
            return self.size
        if op == 6:
            return 0


def error(function, *args):
    try:
        function(*args)
    except OSError as e:
        return errno.errorcode[e.errno]
    return "nothing raised"


for kind, device in ((vfs.VfsLfs2, Memory(60, 1024)), (vfs.VfsFat, Memory(200, 512))):
    print(kind.__name__)
    kind.mkfs(device)
    # What is on the device is found out.
    vfs.mount(device, "/ram")
    print(type(vfs.mount()[0][0]) is kind, vfs.mount()[0][1], "ram" in os.listdir("/"))
    with open("/ram/hello.txt", "w") as f:
        f.write("one\ntwo\n")
    with open("/ram/hello.txt", "a") as f:
        f.write("three\n")
    with open("/ram/hello.txt") as f:
        print(f.readlines())
    os.mkdir("/ram/folder")
    os.chdir("/ram/folder")
    with open("data", "wb") as f:
        print(f.write(bytes(range(256)) * 20))
    with open("data", "r+b") as f:
        f.seek(5000)
        f.write(b"changed")
        f.seek(-125, 2)
        print(f.tell(), f.read(12))
        f.truncate(5010)
    print(os.getcwd(), os.listdir(), sorted(os.listdir("/ram")), os.stat("data")[6], oct(os.stat("data")[0]))
    print(sorted(os.ilistdir("/ram")))
    os.rename("data", "/ram/other")
    print(os.listdir("."), os.stat("/ram/other").st_size, os.stat("/ram").st_mode == 0x4000)
    print(error(os.remove, "none"), error(os.mkdir, "/ram/folder"), error(os.rmdir, "/ram/other"), error(open, "/ram"))
    print(error(os.rename, "/ram/other", "/elsewhere"), error(vfs.mount, device, "/ram"), error(vfs.umount, "/none"))
    os.chdir("/ram")
    os.rmdir("folder")
    os.remove("/ram/other")
    print(os.listdir(), os.statvfs("/ram")[0], os.statvfs("/ram")[9])
    volume = vfs.mount()[0][0]
    vfs.umount(volume)
    print(os.getcwd() == "/ram", error(os.stat, "/ram/hello.txt"))

    # The file system's own methods, without a place in the tree.
    volume = kind(device)
    print(list(volume.ilistdir()), volume.stat("hello.txt")[6], volume.getcwd())
    volume.mkdir("sub")
    volume.chdir("sub")
    with volume.open("x", "w") as f:
        f.write("x")
    volume.rename("x", "/y")
    volume.chdir("/")
    print(sorted([name for name, *rest in volume.ilistdir("")]), volume.open("y").read())

    # Read only.
    vfs.mount(volume, "/ro", readonly=True)
    print(open("/ro/y").read(), error(open, "/ro/y", "w"), error(os.remove, "/ro/y"), error(os.mkdir, "/ro/z"))
    vfs.umount("/ro")

# Nothing that anybody knows.
print(error(vfs.mount, Memory(60, 1024), "/ram"), error(vfs.VfsLfs2, Memory(60, 1024)), error(vfs.VfsFat, Memory(60, 512)))
print(os.VfsFat is vfs.VfsFat, os.VfsLfs2 is vfs.VfsLfs2, vfs.rom_ioctl(1))
