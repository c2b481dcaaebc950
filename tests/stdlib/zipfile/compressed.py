# requires: files
# Archives of compressed files: read in pieces, from any place, written in pieces, broken.
import io
import random
import zipfile

chance = random.Random(1)
data = bytes(chance.choices(b"abc \n", k=100000))
for level in None, 1, 9:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED, compresslevel=level) as archive:
        archive.writestr("whole", data)
        archive.writestr("empty", b"")
        archive.writestr("stored", b"as it is", zipfile.ZIP_STORED)
        with archive.open("pieces", "w") as file:
            for start in range(0, len(data), 777):
                file.write(data[start : start + 777])
    archive = zipfile.ZipFile(stream)
    print(
        archive.namelist(),
        [info.compress_type for info in archive.infolist()],
        all(info.compress_size < 50000 for info in archive.infolist()),
        archive.testzip(),
        archive.read("whole") == data == archive.read("pieces"),
        archive.read("empty"),
        archive.read("stored"),
    )
file = archive.open("whole")
done = True
for _ in range(300):
    place, size = file.tell(), chance.choice([0, 1, 7, 100, 5000])
    way = chance.choice(["read", "read1", "peek", "readline", "seek"])
    if way == "seek":
        place = chance.randrange(len(data)) if chance.random() < 0.1 else min(place + size, len(data))
        done &= file.seek(place) == place
    elif way == "peek":
        done &= data[place:].startswith(file.peek(size))
    else:
        got = getattr(file, way)(size)
        done &= data[place : place + len(got)] == got and file.tell() == place + len(got)
print(
    done, file.seek(0, 2), file.read(), file.read1(5), repr(archive.getinfo("whole")).split(" file_size")[0]
)
broken = bytearray(stream.getvalue())
broken[200] ^= 0x55
try:
    zipfile.ZipFile(io.BytesIO(broken)).read("whole")
except Exception as error:
    print(type(error).__name__)
