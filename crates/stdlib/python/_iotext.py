# Streams of text on top of streams of bytes.
from _codecs import canonical_name as _canonical_name
from _io import ahead as _ahead, decode as _decode, gather_text as _gather, translate_newlines as _translate
from _iobase import TextIOBase, UnsupportedOperation, _size
from _iobuffered import _NOTHING, _Shut, _unflushed


def text_encoding(encoding, stacklevel=2):
    """The encoding to use where None was given."""
    return "utf-8" if encoding is None else encoding


def _check_newline(newline):
    if newline is not None and not isinstance(newline, str):
        raise TypeError(f"illegal newline type: {type(newline)!r}")
    if newline not in (None, "", "\n", "\r", "\r\n"):
        raise ValueError(f"illegal newline value: {newline}")


def _end_of_line(text, start, newline):
    """Where the line that starts there ends, behind its line end; 0 if that is not in the text."""
    if newline is None or newline == "\n":
        return text.find("\n", start) + 1
    if newline:
        at = text.find(newline, start)
        return 0 if at < 0 else at + len(newline)
    feed = text.find("\n", start)
    back = text.find("\r", start)
    if back < 0 or 0 <= feed < back:
        return feed + 1
    if back + 1 == len(text):
        return 0
    return back + 2 if feed == back + 1 else back + 1


def _add_line_ends(seen, text):
    """Adds the kinds of line ends of a text to a set."""
    pairs = text.count("\r\n")
    if pairs:
        seen.add("\r\n")
    if text.count("\r") > pairs:
        seen.add("\r")
    if text.count("\n") > pairs:
        seen.add("\n")


def _shown_line_ends(seen):
    """What `newlines` is for a set of line ends."""
    ends = [end for end in ("\r", "\n", "\r\n") if end in seen]
    if len(ends) > 1:
        return tuple(ends)
    return ends[0] if ends else None


class TextIOWrapper(TextIOBase):
    """Text on top of a stream of bytes."""

    buffer = None
    _chunk_size = 8192
    # The state of what decodes in steps, behind the start of the text.
    _order = None
    # The open file below, whose state can be seen at once, if there is one; what __next__() may give away at once; how much
    # may wait to be written where text becomes bytes as it is.
    _file = _Shut
    _quick = _NOTHING
    _room = 0

    def __init__(self, buffer, encoding=None, errors=None, newline=None, line_buffering=False, write_through=False):
        _check_newline(newline)
        if encoding is None or encoding == "locale":
            encoding = "utf-8"
        if not isinstance(encoding, str):
            raise TypeError(f"TextIOWrapper() argument 'encoding' must be str or None, not {type(encoding).__name__}")
        if errors is None:
            errors = "strict"
        elif not isinstance(errors, str):
            raise TypeError(f"TextIOWrapper() argument 'errors' must be str or None, not {type(errors).__name__}")
        self._steps = self._foreign_decoder(encoding, errors)
        self.buffer = buffer
        self.encoding = encoding
        self.errors = errors
        self._newline = newline
        self._line_buffering = bool(line_buffering)
        self._write_through = bool(write_through)
        self._pending = bytearray()
        # Whether the encoding's mark has been written.
        self._marked = False
        self._seekable = buffer.seekable()
        self._telling = True
        self._line_ends = set()
        self._return_kept = False
        self._file = getattr(buffer, "_file", _Shut)
        self._set_up()
        self._forget(True)

    def _set_up(self):
        """Prepare for what encoding and line ends are."""
        newline = self._newline
        self._ahead = _ahead("", 1 if newline is None or newline == "\n" else 2 if newline == "" else 0)
        self._write_newline = newline or "\n"
        is_plain = self._write_newline == "\n" and _canonical_name(self.encoding) in ("utf-8", "ascii", "iso8859-1")
        self._room = self._chunk_size if is_plain and not (self._line_buffering or self._write_through) else 0
        self._has_mark = self.encoding.lower() in (
            "utf-16", "utf_16", "utf-32", "utf_32", "utf-8-sig", "utf_8_sig",
        )  # fmt: skip

    @staticmethod
    def _foreign_decoder(encoding, errors):
        """What decodes in steps, if the encoding is none of the runtime's own, or a mark says what the bytes mean."""
        known = _canonical_name(encoding)
        if known is not None and known not in ("utf-16", "utf-32"):
            return None
        try:
            import codecs
        except ImportError:
            return None
        info = codecs.lookup(encoding)
        if not info._is_text_encoding:
            raise LookupError(
                f"{encoding!r} is not a text encoding; use codecs.open() to handle arbitrary codecs"
            )
        return info.incrementaldecoder(errors)

    def _decode(self, data, last):
        """The text of the data as far as it is complete, and how much of it that was."""
        if self._steps is None:
            return _decode(data, self.encoding, self.errors, last)
        text = self._steps.decode(data, last)
        if text:
            self._order = self._steps.getstate()[1]
        return text, len(data)

    def _forget(self, at_start=False):
        """Nothing is decoded. Behind its start a text goes on in the order of bytes that its mark told."""
        if self._steps is not None:
            self._steps.reset()
            if at_start:
                self._order = None
            elif self._order is not None:
                self._steps.setstate((b"", self._order))
        self._ahead.put("")
        self._rest = b""
        self._return_seen = False
        self._chunk = b""
        self._chunk_return = False
        self._chunk_ended = False

    def __repr__(self):
        kind = f"{type(self).__module__}.{type(self).__qualname__}"
        shown = ""
        for name in ("name", "mode"):
            try:
                shown += f" {name}={getattr(self, name)!r}"
            except AttributeError:
                pass
        return f"<{kind}{shown} encoding={self.encoding!r}>"

    @property
    def line_buffering(self):
        """Whether the end of a line is written at once."""
        return self._line_buffering

    @property
    def write_through(self):
        """Whether everything is written at once."""
        return self._write_through

    def reconfigure(self, *, encoding=None, errors=None, newline=..., line_buffering=None, write_through=None):
        """Change how text becomes bytes."""
        if (encoding is not None or errors is not None or newline is not ...) and (self._ahead.data or self._rest):
            raise UnsupportedOperation(
                "It is not possible to set the encoding or newline of stream after the first read"
            )
        self.flush()
        if encoding is not None or errors is not None:
            errors = errors or ("strict" if encoding is not None else self.errors)
            encoding = encoding or self.encoding
            self._steps = self._foreign_decoder(encoding, errors)
            self._order = None
            self.encoding = encoding
            self.errors = errors
        if newline is not ...:
            _check_newline(newline)
            self._newline = newline
        if line_buffering is not None:
            self._line_buffering = bool(line_buffering)
        if write_through is not None:
            self._write_through = bool(write_through)
        ahead = self._ahead
        self._set_up()
        self._ahead.put(ahead.data, ahead.at)

    def _check_attached(self):
        if self.buffer is None:
            raise ValueError("underlying buffer has been detached")

    @property
    def newlines(self):
        """The line ends that were seen, if any may be."""
        return _shown_line_ends(self._line_ends)

    def _note_line_ends(self, text, last):
        if "\n" in self._line_ends and not self._return_kept and "\r" not in text:
            return
        if self._return_kept:
            text = "\r" + text
        # What follows says which kind the last one is.
        self._return_kept = not last and text.endswith("\r")
        _add_line_ends(self._line_ends, text[:-1] if self._return_kept else text)

    @property
    def closed(self):
        self._check_attached()
        return self.buffer.closed

    @property
    def name(self):
        return self.buffer.name

    def readable(self):
        self._check_attached()
        return self.buffer.readable()

    def writable(self):
        self._check_attached()
        return self.buffer.writable()

    def seekable(self):
        self._check_attached()
        self._check_closed()
        return self._seekable

    def fileno(self):
        self._check_attached()
        return self.buffer.fileno()

    def isatty(self):
        self._check_attached()
        return self.buffer.isatty()

    def write(self, text, /):
        """Write text: how many characters."""
        if not self._file._closed and (count := _gather(self._pending, text, self._room)):
            return count
        if not isinstance(text, str):
            raise TypeError(f"write() argument must be str, not {type(text).__name__}")
        self._check_attached()
        self._check_closed()
        if not self.buffer.writable():
            raise UnsupportedOperation("not writable")
        shown = text if self._write_newline == "\n" else text.replace("\n", self._write_newline)
        # What can't be encoded is told now, and not when the text is handed on.
        data = shown.encode(self.encoding, self.errors)
        if self._has_mark:
            data = self._without_mark(data)
        if not self._pending:
            _unflushed[id(self)] = self
            self._quick = _NOTHING
        self._pending += data
        if self._seekable and (self._ahead.data or self._rest):
            self._forget()
        if self._write_through or len(self._pending) > self._chunk_size:
            self._flush_pending()
        if self._line_buffering and ("\n" in text or "\r" in text):
            self.flush()
        return len(text)

    def _flush_pending(self):
        if self._pending:
            data = bytes(self._pending)
            self._pending = bytearray()
            _unflushed.pop(id(self), None)
            self.buffer.write(data)

    def _without_mark(self, data):
        """The byte order mark is written at the start of a stream only."""
        was_marked, self._marked = self._marked, True
        if self._pending or (self.buffer.tell() != 0 if self._seekable else was_marked):
            return data[len("".encode(self.encoding)) :]
        return data

    def flush(self):
        self._check_attached()
        self._check_closed()
        self._stop_lines()
        self._flush_pending()
        self.buffer.flush()

    def _stop_lines(self):
        """Positions can be told again."""
        self._telling = True
        self._quick = _NOTHING

    def close(self):
        if not self.closed:
            try:
                self.flush()
            finally:
                _unflushed.pop(id(self), None)
                self._forget()
                self.buffer.close()

    def detach(self):
        self._check_attached()
        self.flush()
        self._forget()
        self._file = _Shut
        buffer, self.buffer = self.buffer, None
        return buffer

    def _check_reading(self):
        self._check_attached()
        self._check_closed()
        if not self.buffer.readable():
            raise UnsupportedOperation("not readable")
        if self._pending:
            self.flush()

    def _more(self):
        """Decode one chunk more behind what is left: whether there was one."""
        read = getattr(self.buffer, "read1", None) or self.buffer.read
        data = read(self._chunk_size)
        self._chunk = self._rest + data
        self._chunk_return = self._return_seen
        self._chunk_ended = not data
        if self._steps is not None:
            self._chunk_state = self._steps.getstate()
        text, used = self._decode(self._chunk, not data)
        self._rest = self._chunk[used:]
        if not self._newline:
            self._note_line_ends(text, not data)
        if self._newline is None:
            text, self._return_seen = _translate(text, self._return_seen, not data)
        self._chunk_text = len(text)
        self._ahead.put(self._ahead.rest() + text)
        return bool(data)

    def read(self, size=-1, /):
        """Read at most so many characters; all with -1."""
        ahead = self._ahead
        if not self._file._closed and not self._pending and (text := ahead.take(size)):
            return text
        self._check_reading()
        size = _size(size)
        if size < 0:
            data = self._rest + self.buffer.read()
            text, _ = self._decode(data, True)
            if not self._newline:
                self._note_line_ends(text, True)
            if self._newline is None:
                text, _ = _translate(text, self._return_seen, True)
            result = ahead.rest() + text
            self._forget()
            return result
        while ahead.left() < size and self._more():
            pass
        return ahead.upto(size)

    def readline(self, size=-1, /):
        """A line, with its end; '' at the end of the stream."""
        ahead = self._ahead
        if size == -1 and not self._file._closed and not self._pending and (line := ahead.line()):
            return line
        self._check_reading()
        size = _size(size)
        while True:
            end = _end_of_line(ahead.data, ahead.at, self._newline)
            if end or (0 <= size <= ahead.left()):
                break
            if not self._more():
                end = _end_of_line(ahead.data, ahead.at, self._newline) or len(ahead.data)
                break
        if size >= 0 and (not end or end > ahead.at + size):
            return ahead.upto(size)
        return ahead.upto(end - ahead.at)

    def __next__(self):
        return self._quick.line() or self._next_line()

    def _next_line(self):
        self._telling = False
        line = self.readline()
        if not line:
            self._stop_lines()
            raise StopIteration
        if type(self) is TextIOWrapper:
            # Text that is there is neither closed nor followed by what was written.
            self._quick = self._ahead
        return line

    def tell(self):
        """The position, to be given to seek()."""
        self._check_attached()
        self._check_closed()
        if not self._seekable:
            raise UnsupportedOperation("underlying stream is not seekable")
        if not self._telling:
            raise OSError("telling position disabled by next() call")
        self.flush()
        position = self.buffer.tell()
        left = self._ahead.left()
        if not left and not self._return_seen:
            return position - len(self._rest if self._steps is None else self._steps.getstate()[0])
        if left > self._chunk_text:
            # Text of an earlier chunk is left as well: its bytes are those that it encodes to.
            return position - len(self._rest) - len(self._ahead.rest().encode(self.encoding, self.errors))
        # The shortest start of the chunk that gives the characters which were read.
        wanted = self._chunk_text - left
        low, high = 0, len(self._chunk)
        while low < high:
            middle = (low + high) // 2
            if self._decoded_length(middle) >= wanted:
                high = middle
            else:
                low = middle + 1
        if self._newline is None:
            low = self._behind_newline(low)
        return position - len(self._chunk) + low

    def _decoded(self, count):
        """The text of the first bytes of the chunk."""
        if self._steps is None:
            return _decode(self._chunk[:count], self.encoding, self.errors, False)[0]
        steps = type(self._steps)(self.errors)
        steps.setstate(self._chunk_state)
        return steps.decode(self._chunk[:count])

    def _behind_newline(self, count):
        """If so many bytes of the chunk end with a return, the newline that belongs to it is read too."""
        text = self._decoded(count)
        if text.endswith("\r") or not text and self._chunk_return:
            for more in range(count + 1, count + 5):
                longer = self._decoded(more)
                if len(longer) > len(text):
                    return more if longer[len(text) :] == "\n" else count
        return count

    def _decoded_length(self, count):
        text = self._decoded(count)
        if self._newline is None:
            text, pending = _translate(text, self._chunk_return, False)
            return len(text) + pending
        return len(text)

    def seek(self, cookie, whence=0, /):
        """Go to a position that tell() gave, to the start (0), or to the end (0, 2)."""
        self._check_attached()
        self._check_closed()
        if not self._seekable:
            raise UnsupportedOperation("underlying stream is not seekable")
        if whence == 1:
            if cookie != 0:
                raise UnsupportedOperation("can't do nonzero cur-relative seeks")
            cookie, whence = self.tell(), 0
        if whence == 2:
            if cookie != 0:
                raise UnsupportedOperation("can't do nonzero end-relative seeks")
            self.flush()
            self._forget()
            return self.buffer.seek(0, 2)
        if whence != 0:
            raise ValueError(f"invalid whence ({whence}, should be 0, 1 or 2)")
        if cookie < 0:
            raise ValueError(f"negative seek position {cookie!r}")
        self.flush()
        self._forget(cookie == 0)
        return self.buffer.seek(cookie)

    def truncate(self, pos=None, /):
        """Cut or extend the file; without a size where the stream below stands, which has read ahead."""
        self.flush()
        return self.buffer.truncate(pos)


for _class in (TextIOWrapper,):
    _class.__module__ = "_io"
del _class
