# requires: files
import io
import sys
import zipfile
import zipimport

buffer = io.BytesIO()
with zipfile.ZipFile(buffer, "w") as archive:
    archive.writestr("top.py", "x = 1\n")
    archive.writestr("other.py", "")
whole = buffer.getvalue()
end = whole.rindex(b"PK\5\6")
directory = whole.index(b"PK\1\2")


def changed(place, data):
    return whole[:place] + data + whole[place + len(data) :]


CASES = {
    "whole": whole,
    "behind_something": b"#!/bin/sh\n" + whole,
    "comment": whole[:-2] + b"\5\0hello",
    "wrong_comment": whole + b"rubbish",
    "short": whole[:-30],
    "empty": b"",
    "text": b"print('text')\n",
    "large_directory": changed(end + 12, b"\xff\xff\xff\x7f"),
    "far_directory": changed(end + 16, b"\xff\xff\xff\x7f"),
    "both": changed(end + 12, (end - 5).to_bytes(4, "little") + (end - 5).to_bytes(4, "little")),
    "no_entries": changed(directory, b"XXXX"),
    "no_header": changed(0, b"XX"),
    "far_header": changed(directory + 42, b"\xff\xff\xff\x0f"),
    "large_file": changed(directory + 20, b"\xff\xff\xff\x0f"),
    "unknown_compression": changed(directory + 10, b"\x63"),
}
for name, data in CASES.items():
    path = f"{name}.zip"
    with open(path, "wb") as file:
        file.write(data)
    try:
        importer = zipimport.zipimporter(path)
    except Exception as error:
        print(name, type(error).__name__, error)
        importer = None
    sys.path.insert(0, path)
    try:
        import top

        print(name, top.x, top.__file__)
    except ModuleNotFoundError as error:
        print(name, error)
    except Exception as error:
        print(name, type(error).__name__, str(error) if name != "unknown_compression" else "")
    sys.path.pop(0)
    sys.modules.pop("top", None)
for path in (None, 5, b"a.zip", "", "none.zip", "none/none.zip", ".", "whole.zip/inside", "whole.zip/"):
    try:
        print(zipimport.zipimporter(path))
    except Exception as error:
        print(type(error).__name__, error)
