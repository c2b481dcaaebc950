# The streams that read and write files in archives, and reading an archive's directory.
import io

from binascii import crc32
from zipfile import (
    _DESCRIPTOR_MARK, _END_MARK, _ENTRY, _ENTRY_MARK, _FLAG_DESCRIPTOR, _FLAG_ENCRYPTED, _FLAG_PATCH, _FLAG_STRONG,
    _FLAG_UTF8, _LOCAL, _LOCAL_MARK, ZIP64_LIMIT, ZIP_BZIP2, ZIP_DEFLATED, ZIP_LZMA, ZIP_STORED, BadZipFile,
    LargeZipFile, ZipInfo, _check_compression, _find_end, compressor_names,
)

__name__ = "zipfile"


def read_directory(archive):
    """Fill an archive's lists."""
    file = archive.fp
    try:
        end = _find_end(file)
    except OSError:
        raise BadZipFile("File is not a zip file") from None
    if end is None:
        raise BadZipFile("File is not a zip file")
    place, fields, comment, extension = end
    _, _, _, _, _, size, offset, _ = fields
    archive._comment = comment
    # Something may stand before the archive.
    before = place - size - offset - extension
    archive.start_dir, archive._data_offset = offset + before, before
    if archive.start_dir < 0:
        raise BadZipFile("Bad offset for central directory")
    file.seek(archive.start_dir)
    data = file.read(size)
    at = 0
    while at < size:
        entry = data[at : at + _ENTRY.size]
        if len(entry) != _ENTRY.size:
            raise BadZipFile("Truncated central directory")
        values = _ENTRY.unpack(entry)
        if values[0] != _ENTRY_MARK:
            raise BadZipFile("Bad magic number for central directory")
        at += _ENTRY.size
        name, extra, note = values[12:15]
        info = _info_of(values, data[at : at + name], archive.metadata_encoding)
        info.extra = data[at + name : at + name + extra]
        info.comment = data[at + name + extra : at + name + extra + note]
        info._read_extra()
        info.header_offset += before
        at += name + extra + note
        archive.filelist.append(info)
        archive.NameToInfo[info.filename] = info
    _find_ends(archive)


def _info_of(values, name, encoding):
    flags = values[5]
    text = name.decode("utf-8" if flags & _FLAG_UTF8 else encoding or "cp437")
    info = ZipInfo(text)
    (
        _, info.create_version, info.create_system, info.extract_version, info.reserved, info.flag_bits,
        info.compress_type, dos_time, dos_date, info.CRC, info.compress_size, info.file_size, _, _, _, info.volume,
        info.internal_attr, info.external_attr, info.header_offset,
    ) = values  # fmt: skip
    if info.extract_version > 63:
        raise NotImplementedError(f"zip file version {info.extract_version / 10:.1f}")
    info._raw_time = dos_time
    info.date_time = (
        (dos_date >> 9) + 1980, dos_date >> 5 & 0xF, dos_date & 0x1F, dos_time >> 11, dos_time >> 5 & 0x3F,
        (dos_time & 0x1F) * 2,
    )  # fmt: skip
    return info


def _find_ends(archive):
    """No file goes over the start of the next: that is how bombs are made."""
    end = archive.start_dir
    for info in sorted(archive.filelist, key=lambda info: info.header_offset, reverse=True):
        info._end_offset = end
        end = info.header_offset


class _Counting:
    """A file that can't say where it is: only written to, from its start to its end."""

    def __init__(self, file):
        self._file = file
        self._position = 0

    def write(self, data):
        self._position += len(data)
        return self._file.write(data)

    def tell(self):
        return self._position

    def flush(self):
        self._file.flush()

    def close(self):
        self._file.close()


def open_to_read(archive, info, pwd):
    """A stream that reads a file."""
    file = archive.fp
    file.seek(info.header_offset)
    head = file.read(_LOCAL.size)
    if len(head) != _LOCAL.size:
        raise BadZipFile("Truncated file header")
    values = _LOCAL.unpack(head)
    if values[0] != _LOCAL_MARK:
        raise BadZipFile("Bad magic number for file header")
    name = file.read(values[10])
    start = info.header_offset + _LOCAL.size + values[10] + values[11]
    if info.flag_bits & _FLAG_PATCH:
        raise NotImplementedError("compressed patched data (flag bit 5)")
    if info.flag_bits & _FLAG_STRONG:
        raise NotImplementedError("strong encryption (flag bit 6)")
    encoding = "utf-8" if values[3] & _FLAG_UTF8 else archive.metadata_encoding or "cp437"
    if name.decode(encoding) != info.orig_filename:
        raise BadZipFile(f"File name in directory {info.orig_filename!r} and header {name!r} differ.")
    if info._end_offset is not None and start + info.compress_size > info._end_offset:
        raise BadZipFile(f"Overlapped entries: {info.orig_filename!r} (possible zip bomb)")
    decrypts = None
    if info.flag_bits & _FLAG_ENCRYPTED:
        pwd = pwd or archive.pwd
        if pwd and not isinstance(pwd, bytes):
            raise TypeError(f"pwd: expected bytes, got {type(pwd).__name__}")
        if not pwd:
            raise RuntimeError(f"File {info.filename!r} is encrypted, password required for extraction")
        decrypts = pwd
    stream = ZipExtFile(archive, info, start, decrypts)
    archive._users += 1
    return stream


def _crc_step(crc, byte):
    """One step of CRC-32, without the inversions around it."""
    return crc32(bytes([byte]), crc ^ 0xFFFFFFFF) ^ 0xFFFFFFFF


class _Decrypter:
    """The cipher of PKWARE's traditional encryption (APPNOTE.TXT 6.1)."""

    def __init__(self, password):
        self._keys = [0x12345678, 0x23456789, 0x34567890]
        for byte in password:
            self._update(byte)

    def _update(self, byte):
        first, second, third = self._keys
        first = _crc_step(first, byte)
        second = ((second + (first & 0xFF)) * 134775813 + 1) & 0xFFFFFFFF
        self._keys = [first, second, _crc_step(third, second >> 24)]

    def __call__(self, data):
        result = bytearray()
        for byte in data:
            mask = self._keys[2] | 2
            byte ^= mask * (mask ^ 1) >> 8 & 0xFF
            self._update(byte)
            result.append(byte)
        return bytes(result)


class _Plain:
    """What unpacks files that aren't packed."""

    unconsumed_tail = b""
    eof = False

    def decompress(self, data, limit=0):
        return data

    def flush(self):
        return b""


def _decompressor(kind):
    if kind == ZIP_STORED:
        return _Plain()
    if kind not in (ZIP_DEFLATED, ZIP_BZIP2, ZIP_LZMA):
        name = compressor_names.get(kind)
        raise NotImplementedError(f"compression type {kind} ({name})" if name else f"compression type {kind}")
    _check_compression(kind)
    if kind == ZIP_DEFLATED:
        import zlib

        return zlib.decompressobj(-15)
    if kind == ZIP_BZIP2:
        import bz2

        return bz2.BZ2Decompressor()
    raise NotImplementedError("That compression method is not supported")


class ZipExtFile(io.BufferedIOBase):
    """Reads a file in an archive."""

    _PIECE = 4096

    def __init__(self, archive, info, start, password):
        self._archive = archive
        self._file = archive.fp
        self._info = info
        self._data_start = start
        self._password = password
        self.name = info.filename
        self.mode = "rb"
        self.newlines = None
        self._rewind()

    def _rewind(self):
        self._place = self._data_start
        # What is left in the archive, and of the file.
        self._packed_left = self._info.compress_size
        self._left = self._info.file_size
        self._unpacker = _decompressor(self._info.compress_type)
        self._crc = 0
        self._buffer = b""
        self._position = 0
        self._decrypt = None
        if self._password is not None:
            self._decrypt = _Decrypter(self._password)
            # Twelve bytes come first; the last of them shows whether the password is right.
            head = self._decrypt(self._take(12))
            info = self._info
            expected = info._raw_time >> 8 if info.flag_bits & _FLAG_DESCRIPTOR else info.CRC >> 24
            if head[11] != expected & 0xFF:
                raise RuntimeError(f"Bad password for file {info.orig_filename!r}")

    def __repr__(self):
        kind = f"<{type(self).__module__}.{type(self).__qualname__}"
        if self.closed:
            return kind + " [closed]>"
        packed = compressor_names.get(self._info.compress_type, self._info.compress_type)
        compress = f" compress_type={packed}" if self._info.compress_type != ZIP_STORED else ""
        return f"{kind} name={self.name!r}{compress}>"

    def _take(self, size):
        """So many bytes of the archive."""
        size = min(size, self._packed_left)
        self._file.seek(self._place)
        data = self._file.read(size)
        if size and not data:
            raise EOFError
        self._place += len(data)
        self._packed_left -= len(data)
        return data

    def _more(self, size):
        """Some further bytes of the file; none at its end."""
        while self._left > 0:
            unpacker = self._unpacker
            packed = unpacker.unconsumed_tail if self._info.compress_type == ZIP_DEFLATED else b""
            if not packed and self._packed_left:
                packed = self._take(max(size, self._PIECE))
                if self._decrypt is not None:
                    packed = self._decrypt(packed)
            if self._info.compress_type == ZIP_DEFLATED:
                data = unpacker.decompress(packed, max(size, self._PIECE))
                if not data and not packed:
                    data = unpacker.flush()
            else:
                data = unpacker.decompress(packed)
            if not data and not packed:
                # It is shorter than it should be.
                self._left = 0
                break
            data = data[: self._left]
            self._left -= len(data)
            self._crc = crc32(data, self._crc)
            if not self._left and self._crc != self._info.CRC:
                raise BadZipFile(f"Bad CRC-32 for file {self.name!r}")
            if data:
                return data
        return b""

    def _check_open(self, what):
        if self.closed:
            raise ValueError(f"{what} closed file.")

    def read(self, n=-1):
        """So many bytes, or all that are left."""
        self._check_open("read from")
        parts = [self._buffer]
        size = len(self._buffer)
        wanted = None if n is None or n < 0 else n
        while wanted is None or size < wanted:
            data = self._more(self._PIECE if wanted is None else wanted - size)
            if not data:
                break
            parts.append(data)
            size += len(data)
        return self._cut(b"".join(parts), wanted)

    def read1(self, n=-1):
        """Some bytes, at most n."""
        self._check_open("read from")
        data = self._buffer or (self._more(self._PIECE) if n else b"")
        return self._cut(data, None if n is None or n < 0 else n)

    def _cut(self, data, size):
        self._buffer = b"" if size is None else data[size:]
        data = data if size is None else data[:size]
        self._position += len(data)
        return data

    def peek(self, n=1):
        """The next bytes, which stay to be read."""
        self._check_open("peek on")
        while len(self._buffer) < n:
            data = self._more(n)
            if not data:
                break
            self._buffer += data
        return self._buffer[:512] if n < 512 else self._buffer

    def readable(self):
        """Whether it can be read: True."""
        self._check_open("I/O operation on")
        return True

    def seekable(self):
        """Whether the place can be changed."""
        self._check_open("I/O operation on")
        return hasattr(self._file, "seek")

    def seek(self, offset, whence=0):
        """Change the place: further back means to unpack once more."""
        self._check_open("seek on")
        size = self._info.file_size
        if whence not in (0, 1, 2):
            raise ValueError("whence must be os.SEEK_SET (0), os.SEEK_CUR (1), or os.SEEK_END (2)")
        target = offset + (0, self._position, size)[whence]
        target = min(max(target, 0), size)
        if target < self._position:
            self._rewind()
        while self._position < target and self.read(min(1 << 20, target - self._position)):
            pass
        return self._position

    def tell(self):
        """The place."""
        self._check_open("tell on")
        return self._position

    def close(self):
        """Stop reading."""
        if not self.closed:
            super().close()
            self._archive._close_unused(self._file)


class _Packer:
    """What packs a file."""

    def __init__(self, info):
        self._object = None
        if info.compress_type == ZIP_DEFLATED:
            import zlib

            level = zlib.Z_DEFAULT_COMPRESSION if info.compress_level is None else info.compress_level
            self._object = zlib.compressobj(level, zlib.DEFLATED, -15)
        elif info.compress_type == ZIP_BZIP2:
            import bz2

            self._object = bz2.BZ2Compressor(9 if info.compress_level is None else info.compress_level)
        elif info.compress_type != ZIP_STORED:
            raise NotImplementedError("That compression method is not supported")

    def pack(self, data):
        return data if self._object is None else self._object.compress(data)

    def end(self):
        return b"" if self._object is None else self._object.flush()


def open_to_write(archive, info, force_zip64):
    """A stream that writes a new file."""
    if force_zip64 and not archive._allowZip64:
        raise ValueError("force_zip64 is True, but allowZip64 was False when opening the ZIP file.")
    if archive._writing:
        raise ValueError(
            "Can't write to the ZIP file while there is another write handle open on it. Close the first handle before "
            "opening another."
        )
    info.compress_size = info.CRC = 0
    info.flag_bits = 0 if archive._seekable else _FLAG_DESCRIPTOR
    if not info.external_attr:
        info.external_attr = 0o600 << 16
    # A little more than it is now, as packing may make it larger.
    zip64 = force_zip64 or info.file_size * 1.05 > ZIP64_LIMIT
    if not archive._allowZip64 and zip64:
        raise LargeZipFile("Filesize would require ZIP64 extensions")
    if archive._seekable:
        archive.fp.seek(archive.start_dir)
    info.header_offset = archive.fp.tell()
    archive._check_write(info)
    archive._did_modify = True
    archive.fp.write(info.FileHeader(zip64))
    archive._writing = True
    return _Writer(archive, info, zip64)


class _Writer(io.BufferedIOBase):
    """Writes a file of an archive."""

    def __init__(self, archive, info, zip64):
        self._archive = archive
        self._info = info
        self._zip64 = zip64
        self._packer = _Packer(info)
        self._size = self._packed = self._crc = 0
        self.name = info.filename
        self.mode = "wb"

    def writable(self):
        return True

    def write(self, data):
        if self.closed:
            raise ValueError("I/O operation on closed file.")
        data = data if isinstance(data, (bytes, bytearray)) else bytes(memoryview(data))
        self._size += len(data)
        self._crc = crc32(data, self._crc)
        packed = self._packer.pack(data)
        self._packed += len(packed)
        self._archive.fp.write(packed)
        return len(data)

    def close(self):
        if self.closed:
            return
        archive, info = self._archive, self._info
        try:
            super().close()
            rest = self._packer.end()
            self._packed += len(rest)
            archive.fp.write(rest)
            info.compress_size, info.CRC, info.file_size = self._packed, self._crc, self._size
            if not self._zip64 and (self._size > ZIP64_LIMIT or self._packed > ZIP64_LIMIT):
                what = "File size" if self._size > ZIP64_LIMIT else "Compressed size"
                raise RuntimeError(f"{what} too large, try using force_zip64")
            if info.flag_bits & _FLAG_DESCRIPTOR:
                # The sizes stand behind the data, as nobody can go back.
                import struct

                form = "<4sLQQ" if self._zip64 else "<4sLLL"
                archive.fp.write(struct.pack(form, _DESCRIPTOR_MARK, info.CRC, info.compress_size, info.file_size))
                archive.start_dir = archive.fp.tell()
            else:
                archive.start_dir = archive.fp.tell()
                archive.fp.seek(info.header_offset)
                archive.fp.write(info.FileHeader(self._zip64))
                archive.fp.seek(archive.start_dir)
            archive.filelist.append(info)
            archive.NameToInfo[info.filename] = info
        finally:
            archive._writing = False
