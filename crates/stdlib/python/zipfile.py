"""ZIP archives read and written.

    >>> import io, zipfile
    >>> file = io.BytesIO()
    >>> with zipfile.ZipFile(file, "w") as archive:
    ...     archive.writestr("a/b.txt", "text")
    >>> zipfile.ZipFile(file).read("a/b.txt")
    b'text'
"""

import os
import stat
import struct
import time

from _later import later

__all__ = [
    "BadZipFile", "BadZipfile", "error", "ZIP_STORED", "ZIP_DEFLATED", "ZIP_BZIP2", "ZIP_LZMA", "ZIP_ZSTANDARD",
    "is_zipfile", "ZipInfo", "ZipFile", "LargeZipFile", "Path",
]  # fmt: skip

__getattr__, __dir__ = later(
    globals(), {"_zip_streams": ("ZipExtFile",), "_zip_paths": ("CompleteDirs", "Path", "main")}
)

# A package.
__path__ = []


class BadZipFile(Exception):
    """Raised for what is no archive, or a broken one."""


class LargeZipFile(Exception):
    """Raised when an archive would need the extensions for large ones, but may not have them."""


error = BadZipfile = BadZipFile

ZIP_STORED, ZIP_DEFLATED, ZIP_BZIP2, ZIP_LZMA, ZIP_ZSTANDARD = 0, 8, 12, 14, 93
ZIP64_LIMIT = (1 << 31) - 1
ZIP_FILECOUNT_LIMIT = (1 << 16) - 1
ZIP_MAX_COMMENT = (1 << 16) - 1

compressor_names = {
    0: "store", 1: "shrink", 2: "reduce", 3: "reduce", 4: "reduce", 5: "reduce", 6: "implode", 7: "tokenize",
    8: "deflate", 9: "deflate64", 10: "implode", 12: "bzip2", 14: "lzma", 18: "terse", 19: "lz77", 93: "zstd",
    97: "wavpack", 98: "ppmd",
}  # fmt: skip

# The records of the format (APPNOTE.TXT): before each file, in the directory, and at the end.
_LOCAL = struct.Struct("<4s2B4HL2L2H")
_ENTRY = struct.Struct("<4s4B4HL2L5H2L")
_END = struct.Struct("<4s4H2LH")
_END_64 = struct.Struct("<4sQ2H2L4Q")
_LOCATOR_64 = struct.Struct("<4sLQL")
_LOCAL_MARK, _ENTRY_MARK, _END_MARK = b"PK\3\4", b"PK\1\2", b"PK\5\6"
_END_64_MARK, _LOCATOR_64_MARK, _DESCRIPTOR_MARK = b"PK\6\6", b"PK\6\7", b"PK\7\x08"
_FLAG_ENCRYPTED, _FLAG_DESCRIPTOR, _FLAG_PATCH, _FLAG_STRONG, _FLAG_UTF8 = 1, 8, 32, 64, 2048
_ALL_16, _ALL_32 = 0xFFFF, 0xFFFFFFFF


def is_zipfile(filename):
    """Whether a path or a file object leads to an archive."""
    try:
        if hasattr(filename, "read"):
            position = filename.tell()
            found = _find_end(filename) is not None
            filename.seek(position)
            return found
        with open(filename, "rb") as file:
            return _find_end(file) is not None
    except (OSError, BadZipFile):
        return False


def _find_end(file):
    """The end record: its place, its fields, the comment, and the bytes it takes with the extension; or None."""
    size = file.seek(0, 2)
    start = max(size - _END.size - ZIP_MAX_COMMENT, 0)
    file.seek(start)
    tail = file.read()
    at = tail.rfind(_END_MARK)
    if at < 0 or len(tail) - at < _END.size:
        return None
    fields = list(_END.unpack_from(tail, at))
    comment = tail[at + _END.size : at + _END.size + fields[7]]
    place = start + at
    # The extension for large archives stands before it.
    locator_at = place - _LOCATOR_64.size
    extension = 0
    if locator_at >= 0:
        file.seek(locator_at)
        mark, disk, _, disks = _LOCATOR_64.unpack(file.read(_LOCATOR_64.size))
        if mark == _LOCATOR_64_MARK and locator_at >= _END_64.size:
            if disk != 0 or disks > 1:
                raise BadZipFile("zipfiles that span multiple disks are not supported")
            file.seek(locator_at - _END_64.size)
            large = _END_64.unpack(file.read(_END_64.size))
            if large[0] == _END_64_MARK:
                fields[1:7] = large[4:]
                extension = _END_64.size + _LOCATOR_64.size
    return place, fields, comment, extension


class ZipInfo:
    """What an archive says about one of its files."""

    __slots__ = (
        "orig_filename", "filename", "date_time", "compress_type", "compress_level", "comment", "extra",
        "create_system", "create_version", "extract_version", "reserved", "flag_bits", "volume", "internal_attr",
        "external_attr", "header_offset", "CRC", "compress_size", "file_size", "_raw_time", "_end_offset",
    )  # fmt: skip

    def __init__(self, filename="NoName", date_time=(1980, 1, 1, 0, 0, 0)):
        self.orig_filename = filename
        self.filename = filename.partition("\0")[0]
        self.date_time = date_time
        if date_time[0] < 1980:
            raise ValueError("ZIP does not support timestamps before 1980")
        self.compress_type = ZIP_STORED
        self.compress_level = None
        self.comment = self.extra = b""
        # Unix.
        self.create_system = 3
        self.create_version = self.extract_version = 20
        self.reserved = self.flag_bits = self.volume = self.internal_attr = self.external_attr = 0
        self.compress_size = self.file_size = 0
        self._end_offset = None

    @property
    def _compresslevel(self):
        return self.compress_level

    @_compresslevel.setter
    def _compresslevel(self, value):
        self.compress_level = value

    def __repr__(self):
        parts = [f"<{type(self).__name__} filename={self.filename!r}"]
        if self.compress_type != ZIP_STORED:
            name = compressor_names.get(self.compress_type, self.compress_type)
            parts.append(f" compress_type={name}")
        high, low = self.external_attr >> 16, self.external_attr & 0xFFFF
        if high:
            parts.append(f" filemode={stat.filemode(high)!r}")
        if low:
            parts.append(f" external_attr={low:#x}")
        is_folder = self.is_dir()
        if not is_folder or self.file_size:
            parts.append(f" file_size={self.file_size!r}")
        if (not is_folder or self.compress_size) and (
            self.compress_type != ZIP_STORED or self.file_size != self.compress_size
        ):
            parts.append(f" compress_size={self.compress_size!r}")
        return "".join(parts) + ">"

    @classmethod
    def from_file(cls, filename, arcname=None, *, strict_timestamps=True):
        """What an archive says about a file or folder of the file system."""
        filename = os.fspath(filename)
        known = os.stat(filename)
        is_folder = stat.S_ISDIR(known.st_mode)
        date_time = time.localtime(known.st_mtime)[:6]
        if not strict_timestamps and date_time[0] < 1980:
            date_time = (1980, 1, 1, 0, 0, 0)
        elif not strict_timestamps and date_time[0] > 2107:
            date_time = (2107, 12, 31, 23, 59, 59)
        arcname = filename if arcname is None else arcname
        arcname = os.path.normpath(os.path.splitdrive(arcname)[1]).lstrip("/")
        info = cls(arcname + "/" if is_folder else arcname, date_time)
        info.external_attr = (known.st_mode & 0xFFFF) << 16
        if is_folder:
            info.file_size = 0
            # MS-DOS' mark for directories.
            info.external_attr |= 0x10
        else:
            info.file_size = known.st_size
        return info

    def _for_archive(self, archive):
        """Fill in what an archive's settings say."""
        self.date_time = time.localtime(time.time())[:6]
        self.compress_type = archive.compression
        self.compress_level = archive.compresslevel
        if self.filename.endswith("/"):
            self.external_attr = 0o40775 << 16 | 0x10
        else:
            self.external_attr = 0o600 << 16
        return self

    def is_dir(self):
        """Whether it is a folder."""
        return self.filename.endswith("/")

    def _encoded_name(self):
        try:
            return self.filename.encode("ascii"), self.flag_bits
        except UnicodeEncodeError:
            return self.filename.encode("utf-8"), self.flag_bits | _FLAG_UTF8

    def _dos_time(self):
        year, month, day, hour, minute, second = self.date_time
        return hour << 11 | minute << 5 | second // 2, (year - 1980) << 9 | month << 5 | day

    def _version(self, is_large):
        least = {ZIP_BZIP2: 46, ZIP_LZMA: 63, ZIP_ZSTANDARD: 63}.get(self.compress_type, 20)
        return max(least, 45 if is_large else 20, self.extract_version)

    def FileHeader(self, zip64=None):
        """The record that stands before the file's data."""
        if self.flag_bits & _FLAG_DESCRIPTOR:
            crc = compressed = size = 0
        else:
            crc, compressed, size = self.CRC, self.compress_size, self.file_size
        extra = _without_extension(self.extra)
        if zip64 is None:
            zip64 = size > ZIP64_LIMIT or compressed > ZIP64_LIMIT
        if size > ZIP64_LIMIT or compressed > ZIP64_LIMIT:
            if not zip64:
                raise LargeZipFile("Filesize would require ZIP64 extensions")
        if zip64:
            extra += struct.pack("<HHQQ", 1, 16, size, compressed)
            size = compressed = _ALL_32
        self.extract_version = self._version(zip64)
        self.create_version = max(self.extract_version, self.create_version)
        name, flags = self._encoded_name()
        dos_time, dos_date = self._dos_time()
        head = _LOCAL.pack(
            _LOCAL_MARK, self.extract_version, self.reserved, flags, self.compress_type, dos_time, dos_date, crc,
            compressed, size, len(name), len(extra),
        )  # fmt: skip
        return head + name + extra

    def _entry(self):
        """The record in the archive's directory."""
        extra = _without_extension(self.extra)
        large = []
        compressed, size, offset = self.compress_size, self.file_size, self.header_offset
        if size > ZIP64_LIMIT or compressed > ZIP64_LIMIT:
            large += [size, compressed]
            size = compressed = _ALL_32
        if offset > ZIP64_LIMIT:
            large.append(offset)
            offset = _ALL_32
        if large:
            extra = struct.pack(f"<HH{len(large)}Q", 1, 8 * len(large), *large) + extra
        version = self._version(bool(large))
        name, flags = self._encoded_name()
        dos_time, dos_date = self._dos_time()
        head = _ENTRY.pack(
            _ENTRY_MARK, max(version, self.create_version), self.create_system, version, self.reserved, flags,
            self.compress_type, dos_time, dos_date, self.CRC, compressed, size, len(name), len(extra),
            len(self.comment), 0, self.internal_attr, self.external_attr, offset,
        )  # fmt: skip
        return head + name + extra + self.comment

    def _read_extra(self):
        """Take sizes of large files, and the name in UTF-8, out of the further fields."""
        extra = self.extra
        while len(extra) >= 4:
            kind, size = struct.unpack("<HH", extra[:4])
            if size + 4 > len(extra):
                raise BadZipFile(f"Corrupt extra field {kind:04x} (size={size})")
            if kind == 1:
                data = extra[4 : size + 4]
                for name in "file_size", "compress_size", "header_offset":
                    if getattr(self, name) in (_ALL_32, 0xFFFFFFFFFFFFFFFF):
                        if len(data) < 8:
                            what = name.replace("_", " ").capitalize()
                            raise BadZipFile(f"Corrupt zip64 extra field. {what} not found.")
                        setattr(self, name, int.from_bytes(data[:8], "little"))
                        data = data[8:]
            extra = extra[size + 4 :]


def _without_extension(extra):
    """Further fields without those of large files."""
    kept = b""
    while len(extra) >= 4:
        kind, size = struct.unpack("<HH", extra[:4])
        if kind != 1:
            kept += extra[: size + 4]
        extra = extra[size + 4 :]
    return kept + extra


def _check_compression(compression):
    modules = {ZIP_STORED: None, ZIP_DEFLATED: "zlib", ZIP_BZIP2: "bz2", ZIP_LZMA: "lzma", ZIP_ZSTANDARD: "zstd"}
    if compression not in modules:
        raise NotImplementedError("That compression method is not supported")
    if modules[compression]:
        try:
            __import__(modules[compression])
        except ImportError:
            raise RuntimeError(f"Compression requires the (missing) {modules[compression]} module") from None


class ZipFile:
    """An archive, open for reading ("r"), writing anew ("w", "x") or adding ("a").

    file is a path or a file object; compression says how files are packed that are added.
    """

    fp = None

    def __init__(self, file, mode="r", compression=ZIP_STORED, allowZip64=True, compresslevel=None, *,
                 strict_timestamps=True, metadata_encoding=None):  # fmt: skip
        if mode not in ("r", "w", "x", "a"):
            raise ValueError("ZipFile requires mode 'r', 'w', 'x', or 'a'")
        _check_compression(compression)
        if metadata_encoding and mode != "r":
            raise ValueError("metadata_encoding is only supported for reading files")
        self._allowZip64 = allowZip64
        self._did_modify = False
        self.debug = 0
        self.NameToInfo = {}
        self.filelist = []
        self.compression = compression
        self.compresslevel = compresslevel
        self.mode = mode
        self.pwd = None
        self._comment = b""
        self._strict_timestamps = strict_timestamps
        self.metadata_encoding = metadata_encoding
        self._writing = False
        # Streams that read from it keep the file open.
        self._users = 1
        self._open_file(file, mode)
        try:
            self._start(mode)
        except:
            self._release()
            raise

    def _open_file(self, file, mode):
        file = os.fspath(file) if isinstance(file, os.PathLike) else file
        self._is_own = isinstance(file, (str, bytes))
        if self._is_own:
            self.filename = file
            if mode == "a":
                try:
                    self.fp = open(file, "r+b")
                except OSError:
                    self.fp = open(file, "w+b")
            else:
                self.fp = open(file, {"r": "rb", "w": "w+b", "x": "x+b"}[mode])
        else:
            self.fp = file
            self.filename = getattr(file, "name", None)

    def _start(self, mode):
        if mode == "r":
            self._read_directory()
        elif mode == "a":
            try:
                self._read_directory()
                self.fp.seek(self.start_dir)
            except BadZipFile:
                # A new archive at the end of another file.
                self.fp.seek(0, 2)
                self._did_modify = True
                self.start_dir = self._data_offset = self.fp.tell()
        else:
            self._did_modify = True
            try:
                self.start_dir = self._data_offset = self.fp.tell()
            except (AttributeError, OSError):
                from _zip_streams import _Counting

                self.fp = _Counting(self.fp)
                self.start_dir, self._data_offset = 0, None
        self._seekable = True
        try:
            if mode in ("w", "x"):
                self.fp.seek(self.start_dir)
        except (AttributeError, OSError):
            self._seekable = False

    @property
    def data_offset(self):
        """Where the archive begins in the file, or None if nothing is known of it."""
        return self._data_offset

    def __enter__(self):
        return self

    def __exit__(self, type, value, traceback):
        self.close()

    def __repr__(self):
        parts = [f"<{type(self).__module__}.{type(self).__qualname__}"]
        if self.fp is None:
            return parts[0] + " [closed]>"
        if self._is_own:
            parts.append(f" filename={self.filename!r}")
        else:
            parts.append(f" file={self.fp!r}")
            if self.filename is not None:
                parts.append(f" filename={self.filename!r}")
        return "".join(parts) + f" mode={self.mode!r}>"

    def _read_directory(self):
        from _zip_streams import read_directory

        read_directory(self)

    def namelist(self):
        """The names of all files."""
        return [info.filename for info in self.filelist]

    def infolist(self):
        """What is known about all files."""
        return self.filelist

    def printdir(self, file=None):
        """Print a table of all files."""
        print(f"{'File Name':<46} {'Modified    ':>19} {'Size':>12}", file=file)
        for info in self.filelist:
            year, month, day, hour, minute, second = info.date_time[:6]
            date = f"{year}-{month:02d}-{day:02d} {hour:02d}:{minute:02d}:{second:02d}"
            print(f"{info.filename:<46} {date} {info.file_size:12d}", file=file)

    def testzip(self):
        """Read all files: the name of the first broken one, or None."""
        for info in self.filelist:
            try:
                with self.open(info.filename) as file:
                    while file.read(1 << 20):
                        pass
            except BadZipFile:
                return info.filename
        return None

    def getinfo(self, name):
        """What is known about a file."""
        info = self.NameToInfo.get(name)
        if info is None:
            raise KeyError(f"There is no item named {name!r} in the archive")
        return info

    def setpassword(self, pwd):
        """Set the password of encrypted files, as bytes."""
        if pwd and not isinstance(pwd, bytes):
            raise TypeError(f"pwd: expected bytes, got {type(pwd).__name__}")
        self.pwd = pwd or None

    @property
    def comment(self):
        """The archive's comment, as bytes."""
        return self._comment

    @comment.setter
    def comment(self, comment):
        if not isinstance(comment, bytes):
            raise TypeError(f"comment: expected bytes, got {type(comment).__name__}")
        if len(comment) > ZIP_MAX_COMMENT:
            import warnings

            warnings.warn(f"Archive comment is too long; truncating to {ZIP_MAX_COMMENT} bytes", stacklevel=2)
            comment = comment[:ZIP_MAX_COMMENT]
        self._comment = comment
        self._did_modify = True

    def read(self, name, pwd=None):
        """The content of a file."""
        with self.open(name, "r", pwd) as file:
            return file.read()

    def open(self, name, mode="r", pwd=None, *, force_zip64=False):
        """A stream that reads a file, or writes a new one; one can be written at a time."""
        if mode not in ("r", "w"):
            raise ValueError('open() requires mode "r" or "w"')
        if pwd and mode == "w":
            raise ValueError("pwd is only supported for reading files")
        if not self.fp:
            raise ValueError("Attempt to use ZIP archive that was already closed")
        from _zip_streams import open_to_read, open_to_write

        if isinstance(name, ZipInfo):
            info = name
        elif mode == "w":
            info = ZipInfo(name)
            info.compress_type = self.compression
            info.compress_level = self.compresslevel
        else:
            info = self.getinfo(name)
        if mode == "w":
            return open_to_write(self, info, force_zip64)
        if self._writing:
            raise ValueError(
                "Can't read from the ZIP file while there is an open writing handle on it. Close the writing handle "
                "before trying to read."
            )
        return open_to_read(self, info, pwd)

    def extract(self, member, path=None, pwd=None):
        """Write a file of the archive into a folder, by default the current one: its path."""
        return self._extract(member, os.getcwd() if path is None else os.fspath(path), pwd)

    def extractall(self, path=None, members=None, pwd=None):
        """Write all files, or the members, into a folder."""
        path = os.getcwd() if path is None else os.fspath(path)
        for member in self.namelist() if members is None else members:
            self._extract(member, path, pwd)

    def _extract(self, member, path, pwd):
        info = member if isinstance(member, ZipInfo) else self.getinfo(member)
        name = os.path.splitdrive(info.filename)[1]
        # Nothing goes outside of the folder.
        parts = [part for part in name.split("/") if part not in ("", ".", "..")]
        if not parts and not info.is_dir():
            raise ValueError("Empty filename.")
        target = os.path.normpath(os.path.join(path, *parts))
        folder = os.path.dirname(target)
        if folder:
            os.makedirs(folder, exist_ok=True)
        if info.is_dir():
            try:
                os.mkdir(target)
            except FileExistsError:
                if not os.path.isdir(target):
                    raise
            return target
        from shutil import copyfileobj

        with self.open(info, pwd=pwd) as source, open(target, "wb") as file:
            copyfileobj(source, file)
        return target

    def _check_write(self, info):
        if info.filename in self.NameToInfo:
            import warnings

            warnings.warn(f"Duplicate name: {info.filename!r}", stacklevel=3)
        if self.mode not in ("w", "x", "a"):
            raise ValueError("write() requires mode 'w', 'x', or 'a'")
        if not self.fp:
            raise ValueError("Attempt to write ZIP archive that was already closed")
        _check_compression(info.compress_type)
        if not self._allowZip64:
            needed = None
            if len(self.filelist) >= ZIP_FILECOUNT_LIMIT:
                needed = "Files count"
            elif info.file_size > ZIP64_LIMIT:
                needed = "Filesize"
            elif self.start_dir > ZIP64_LIMIT:
                needed = "Zipfile size"
            if needed:
                raise LargeZipFile(needed + " would require ZIP64 extensions")

    def _check_can_write(self):
        if not self.fp:
            raise ValueError("Attempt to write to ZIP archive that was already closed")
        if self._writing:
            raise ValueError("Can't write to ZIP archive while an open writing handle exists.")

    def write(self, filename, arcname=None, compress_type=None, compresslevel=None):
        """Add a file or folder of the file system, under its own name or arcname."""
        self._check_can_write()
        info = ZipInfo.from_file(filename, arcname, strict_timestamps=self._strict_timestamps)
        if info.is_dir():
            info.compress_size = info.CRC = 0
            self.mkdir(info)
            return
        info.compress_type = self.compression if compress_type is None else compress_type
        info.compress_level = self.compresslevel if compresslevel is None else compresslevel
        from shutil import copyfileobj

        with open(filename, "rb") as source, self.open(info, "w") as target:
            copyfileobj(source, target, 1024 * 8)

    def writestr(self, zinfo_or_arcname, data, compress_type=None, compresslevel=None):
        """Add a file with this content: bytes, or a text in UTF-8."""
        if isinstance(data, str):
            data = data.encode("utf-8")
        info = zinfo_or_arcname
        if not isinstance(info, ZipInfo):
            info = ZipInfo(info)._for_archive(self)
        self._check_can_write()
        if compress_type is not None:
            info.compress_type = compress_type
        if compresslevel is not None:
            info.compress_level = compresslevel
        info.file_size = len(data)
        with self.open(info, mode="w") as target:
            target.write(data)

    def mkdir(self, zinfo_or_directory_name, mode=511):
        """Add a folder."""
        info = zinfo_or_directory_name
        if isinstance(info, ZipInfo):
            if not info.is_dir():
                raise ValueError("The given ZipInfo does not describe a directory")
        elif isinstance(info, str):
            info = ZipInfo(info if info.endswith("/") else info + "/")
            info.compress_size = info.CRC = 0
            info.external_attr = (0o40000 | mode) << 16 | 0x10
            info.file_size = 0
        else:
            raise TypeError("Expected type str or ZipInfo")
        if self._seekable:
            self.fp.seek(self.start_dir)
        info.header_offset = self.fp.tell()
        self._check_write(info)
        self._did_modify = True
        self.filelist.append(info)
        self.NameToInfo[info.filename] = info
        self.fp.write(info.FileHeader(False))
        self.start_dir = self.fp.tell()

    def close(self):
        """Write the directory, if something was changed, and close the file."""
        if self.fp is None:
            return
        if self._writing:
            raise ValueError(
                "Can't close the ZIP file while there is an open writing handle on it. Close the writing handle before "
                "closing the zip."
            )
        try:
            if self.mode in ("w", "x", "a") and self._did_modify:
                if self._seekable:
                    self.fp.seek(self.start_dir)
                self._write_directory()
        finally:
            self._release()

    def _release(self):
        file, self.fp = self.fp, None
        self._close_unused(file)

    def _close_unused(self, file):
        self._users -= 1
        if not self._users and self._is_own:
            file.close()

    def __del__(self):
        self.close()

    def _write_directory(self):
        for info in self.filelist:
            self.fp.write(info._entry())
        end = self.fp.tell()
        count, offset = len(self.filelist), self.start_dir
        size = end - offset
        if count > ZIP_FILECOUNT_LIMIT or offset > ZIP64_LIMIT or size > ZIP64_LIMIT:
            if not self._allowZip64:
                raise LargeZipFile("Files count would require ZIP64 extensions")
            self.fp.write(_END_64.pack(_END_64_MARK, 44, 45, 45, 0, 0, count, count, size, offset))
            self.fp.write(_LOCATOR_64.pack(_LOCATOR_64_MARK, 0, end, 1))
            count, size, offset = min(count, _ALL_16), min(size, _ALL_32), min(offset, _ALL_32)
        self.fp.write(_END.pack(_END_MARK, 0, 0, count, count, size, offset, len(self._comment)))
        self.fp.write(self._comment)
        if self.mode == "a":
            self.fp.truncate()
        self.fp.flush()


if __name__ == "__main__":
    from _zip_paths import main

    main()
