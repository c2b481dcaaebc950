# python: 3.14
import io
import zipfile


class NoTell(io.RawIOBase):
    def writable(self):
        return True

    def write(self, data):
        return len(data)


buffer = io.BytesIO()
with zipfile.ZipFile(buffer, "w") as archive:
    print(archive.data_offset)
    archive.writestr("a", "b")
data = buffer.getvalue()
for before in b"", b"something before":
    with zipfile.ZipFile(io.BytesIO(before + data)) as archive:
        print(archive.data_offset, archive.read("a"))
buffer = io.BytesIO(b"prefix")
with zipfile.ZipFile(buffer, "a") as archive:
    print(archive.data_offset)
buffer = io.BytesIO(b"prefix")
buffer.seek(6)
with zipfile.ZipFile(buffer, "w") as archive:
    print(archive.data_offset)
with zipfile.ZipFile(NoTell(), "w") as archive:
    print(archive.data_offset)
