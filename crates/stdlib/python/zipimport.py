"""Modules in ZIP archives: the hook by which imports look into archives on sys.path."""
import os
import sys
from importlib.machinery import ModuleSpec

__all__ = ["ZipImportError", "zipimporter"]

# The files of each archive that was looked into: by name what _read_directory() tells of them.
_zip_directory_cache = {}

_END = b"PK\5\6"
_END_SIZE = 22
_LONGEST_COMMENT = 0xFFFF
_WIDE_LOCATOR_SIZE = 20
_ENTRY_SIZE = 46
_LOCAL_SIZE = 30
_UTF8 = 0x800


class ZipImportError(ImportError):
    """Raised for what is no archive, and for modules that are not in one."""


def _number(data, start, size=4):
    return int.from_bytes(data[start : start + size], "little")


def _wrong(what, archive):
    return ZipImportError(f"{what}: {archive!r}", path=archive)


def _find_end(file, archive):
    """The record at an archive's end: where it starts, how long and where the directory is, and how many files it names."""
    try:
        size = file.seek(0, 2)
        start = file.seek(max(size - _END_SIZE - _LONGEST_COMMENT, 0))
        data = file.read()
    except OSError:
        raise _wrong("can't read Zip file", archive) from None
    at = len(data) - _END_SIZE
    if at < 0 or data[at : at + 4] != _END:
        # There is a comment behind it.
        at = data.rfind(_END)
        if at < 0:
            raise _wrong("not a Zip file", archive)
        if len(data) - at < _END_SIZE:
            raise _wrong("corrupt Zip file", archive)
    record = data[at : at + _END_SIZE]
    place, count, length, offset = start + at, _number(record, 10, 2), _number(record, 12), _number(record, 16)
    if 0xFFFF in (count,) or 0xFFFF_FFFF in (length, offset):
        wide = _find_wide_end(file, place)
        if wide:
            return wide
    return place, length, offset, count


def _find_wide_end(file, place):
    """The same of an archive with 64-bit numbers (APPNOTE.TXT 4.3.14), if it is one."""
    if place < _WIDE_LOCATOR_SIZE:
        return None
    file.seek(place - _WIDE_LOCATOR_SIZE)
    locator = file.read(_WIDE_LOCATOR_SIZE)
    if locator[:4] != b"PK\6\7":
        return None
    # It stands before its locator, also where something was put in front of the archive.
    file.seek(max(place - _WIDE_LOCATOR_SIZE - 56, 0))
    record = file.read(56)
    if record[:4] != b"PK\6\6":
        return None
    start = place - _WIDE_LOCATOR_SIZE - 56
    return start, _number(record, 40, 8), _number(record, 48, 8), _number(record, 32, 8)


def _read_directory(archive):
    """The files of an archive by name: path, compression, packed and real size, place, time, date and checksum."""
    try:
        file = open(archive, "rb")
    except OSError:
        raise _wrong("can't open Zip file", archive) from None
    with file:
        end, length, offset, expected = _find_end(file, archive)
        if end < length:
            raise _wrong("bad central directory size", archive)
        if end < offset:
            raise _wrong("bad central directory offset", archive)
        start = end - length
        before = start - offset
        if before < 0:
            raise _wrong("bad central directory size or offset", archive)
        file.seek(start)
        # Only what is named at the end belongs to it, however many entries that says there are.
        directory = file.read(length)
    files, at, count = {}, 0, 0
    while directory[at : at + 4] == b"PK\1\2":
        if len(directory) - at < _ENTRY_SIZE:
            raise EOFError("EOF read where not expected")
        name_size, extra_size, note_size = (_number(directory, at + place, 2) for place in (28, 30, 32))
        name = directory[at + _ENTRY_SIZE : at + _ENTRY_SIZE + name_size]
        if len(name) != name_size:
            raise _wrong("can't read Zip file", archive)
        extra = directory[at + _ENTRY_SIZE + name_size : at + _ENTRY_SIZE + name_size + extra_size]
        packed, size, place = _sizes(directory, at, extra)
        if place > offset:
            raise _wrong("bad local header offset", archive)
        name = name.decode("utf-8" if _number(directory, at + 8, 2) & _UTF8 else "cp437").replace("/", os.sep)
        files[name] = (
            os.path.join(archive, name), _number(directory, at + 10, 2), packed, size, place + before,
            _number(directory, at + 12, 2), _number(directory, at + 14, 2), _number(directory, at + 16),
        )  # fmt: skip
        at += _ENTRY_SIZE + name_size + extra_size + note_size
        count += 1
    if count != expected:
        raise ZipImportError(f"mismatched num_entries: {count} should be {expected} in {archive!r}", path=archive)
    return files


def _sizes(directory, at, extra):
    """Packed size, size and place of an entry; those that 32 bits don't hold stand in a field of 64-bit numbers."""
    size, packed, place = (_number(directory, at + start) for start in (24, 20, 42))
    while len(extra) >= 4:
        kind, length = _number(extra, 0, 2), _number(extra, 2, 2)
        if kind == 1:
            field = extra[4 : 4 + length]
            numbers = [_number(field, start, 8) for start in range(0, len(field) - 7, 8)][::-1]
            size, packed, place = [
                numbers.pop() if value == 0xFFFF_FFFF and numbers else value for value in (size, packed, place)
            ]
            break
        extra = extra[4 + length :]
    return packed, size, place


def _get_data(archive, entry):
    """The content of a file of an archive."""
    _, compression, packed, _, place, _, _, _ = entry
    try:
        file = open(archive, "rb")
    except OSError:
        raise _wrong("can't open Zip file", archive) from None
    with file:
        file.seek(place)
        head = file.read(_LOCAL_SIZE)
        if len(head) != _LOCAL_SIZE:
            raise EOFError("EOF read where not expected")
        if head[:4] != b"PK\3\4":
            raise _wrong("bad local file header", archive)
        file.seek(place + _LOCAL_SIZE + _number(head, 26, 2) + _number(head, 28, 2))
        data = file.read(packed)
    if len(data) != packed:
        raise OSError("zipimport: can't read data")
    if compression == 0:
        return data
    try:
        from zlib import decompress
    except ImportError:
        raise ZipImportError("can't decompress data; zlib not available") from None
    return decompress(data, -15)


class zipimporter:
    """Finds and loads the modules of an archive, or of a folder in it: zipimporter("a.zip/folder")."""

    def __init__(self, path):
        if not isinstance(path, str):
            raise TypeError(f"expected str, not {type(path)!r}")
        if not path:
            raise ZipImportError("archive path is empty", path=path)
        archive, inside = path, []
        while not os.path.exists(archive):
            above, part = os.path.split(archive)
            if above == archive or not above:
                raise ZipImportError("not a Zip file", path=above if not above else path)
            archive = above
            inside.insert(0, part)
        if not os.path.isfile(archive):
            raise ZipImportError("not a Zip file", path=archive)
        if archive not in _zip_directory_cache:
            _zip_directory_cache[archive] = _read_directory(archive)
        self._files = _zip_directory_cache[archive]
        self.archive = archive
        self.prefix = os.path.join(*inside, "") if inside else ""

    def invalidate_caches(self):
        """Read the archive's list of files again."""
        try:
            self._files = _zip_directory_cache[self.archive] = _read_directory(self.archive)
        except ZipImportError:
            _zip_directory_cache.pop(self.archive, None)
            self._files = {}

    def _place(self, fullname):
        """The file of a module in the archive and whether it is a package's; (None, False) if it isn't there."""
        name = self.prefix + fullname.rpartition(".")[2]
        if os.path.join(name, "__init__.py") in self._files:
            return os.path.join(name, "__init__.py"), True
        return (f"{name}.py", False) if f"{name}.py" in self._files else (None, False)

    def _found(self, fullname):
        place, is_package = self._place(fullname)
        if place is None:
            raise ZipImportError(f"can't find module {fullname!r}", name=fullname)
        return place, is_package

    def find_spec(self, fullname, target=None):
        """The specification of a module; None if the archive has none of that name."""
        place, is_package = self._place(fullname)
        if place is None:
            return self._namespace(fullname)
        spec = ModuleSpec(fullname, self, origin=self._path(place), is_package=is_package)
        spec.has_location = True
        if is_package:
            spec.submodule_search_locations = [os.path.dirname(spec.origin)]
        return spec

    def _namespace(self, fullname):
        """The specification of a folder without code."""
        folder = self.prefix + fullname.rpartition(".")[2] + os.sep
        if not any(name.startswith(folder) for name in self._files):
            return None
        spec = ModuleSpec(fullname, None, is_package=True)
        spec.submodule_search_locations = [self._path(folder[:-1])]
        return spec

    def create_module(self, spec):
        """None: modules are made as usual."""

    def exec_module(self, module):
        """Run a module's code in it."""
        exec(self.get_code(module.__name__), module.__dict__)

    def load_module(self, fullname):
        """Import a module, and return it (find_spec() is the newer way)."""
        from importlib import _module_from_spec

        self._found(fullname)
        module = sys.modules.get(fullname)
        if module is None:
            module = sys.modules[fullname] = _module_from_spec(self.find_spec(fullname))
        try:
            self.exec_module(module)
        except BaseException:
            sys.modules.pop(fullname, None)
            raise
        return sys.modules[fullname]

    def get_code(self, fullname):
        """A module's code."""
        place, _ = self._found(fullname)
        return compile(_get_data(self.archive, self._files[place]), self._path(place), "exec", dont_inherit=True)

    def get_data(self, pathname):
        """The bytes of a file of the archive, by its path behind the archive's."""
        inside = pathname.removeprefix(self.archive + os.sep)
        if inside not in self._files:
            raise OSError(0, "", inside)
        return _get_data(self.archive, self._files[inside])

    def get_filename(self, fullname):
        """What a module's __file__ is."""
        return self._path(self._found(fullname)[0])

    def get_source(self, fullname):
        """A module's text."""
        return _get_data(self.archive, self._files[self._found(fullname)[0]]).decode()

    def is_package(self, fullname):
        """Whether a module is a package."""
        return self._found(fullname)[1]

    def get_resource_reader(self, fullname):
        """What reads the files of a package."""
        from importlib.resources.readers import ZipReader

        return ZipReader(self, fullname)

    def iter_modules(self, prefix=""):
        """The names of the modules in the archive's folder, with whether they are packages: for pkgutil."""
        found = {}
        for name in sorted(self._files):
            if not name.startswith(self.prefix):
                continue
            parts = name[len(self.prefix) :].split(os.sep)
            if len(parts) == 2 and parts[1] == "__init__.py":
                found.setdefault(parts[0], True)
            elif len(parts) == 1 and parts[0].endswith(".py") and parts[0] != "__init__.py":
                found.setdefault(parts[0][:-3], False)
        for name, is_package in found.items():
            yield prefix + name, is_package

    def _path(self, place):
        return os.path.join(self.archive, place)

    def __repr__(self):
        return f'<zipimporter object "{self.archive}{os.sep}{self.prefix}">'


if zipimporter not in sys.path_hooks:
    sys.path_hooks.insert(0, zipimporter)
