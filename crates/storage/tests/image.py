"""Writes or reads an image with the C littlefs, set up as MicroPython does: image.py write|read IMAGE.

What is read is printed, a line for each file: path, size, CRC, time of the last change."""

import sys
import zlib

from littlefs import LittleFS

BLOCK = 4096


def volume(image):
    fs = LittleFS(block_size=BLOCK, block_count=len(image) // BLOCK, read_size=32, prog_size=256, cache_size=1024,
                  lookahead_size=32, block_cycles=100, mount=False)
    fs.context.buffer = image
    return fs


def write(image):
    fs = volume(image)
    fs.format()
    fs.mount()
    fs.makedirs("lib/deep/er")
    files = {"empty": b"", "inline": b"i" * 500, "boot.py": b"print(1)\n", "lib/large": bytes(range(251)) * 200,
             "lib/deep/er/" + "n" * 200: b"x" * 5000}
    for number in range(60):
        files[f"lib/deep/{number}.py"] = str(number).encode() * number
    for path, content in files.items():
        with fs.open(path, "wb") as file:
            file.write(content)
        fs.setattr(path, 1, (1_600_000_000_000_000_000 + len(content)).to_bytes(8, "little"))
    fs.rename("boot.py", "lib/boot.py")
    fs.remove("lib/deep/7.py")


def read(image):
    fs = volume(image)
    fs.mount()
    lines = []
    for folder, _, names in fs.walk("/"):
        for name in names:
            path = folder.rstrip("/") + "/" + name
            with fs.open(path, "rb") as file:
                content = file.read()
            time = int.from_bytes(fs.getattr(path, 1), "little")
            lines.append(f"{path} {len(content)} {zlib.crc32(content)} {time}")
    print("\n".join(sorted(lines)))


action, name = sys.argv[1:]
with open(name, "rb") as file:
    image = bytearray(file.read())
if action == "write":
    write(image)
    with open(name, "wb") as file:
        file.write(image)
read(image)
