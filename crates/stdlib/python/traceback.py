"""The texts of exceptions, tracebacks and stacks: printed, or as lists of lines."""

import linecache
import sys

import _traceback

__all__ = [
    "extract_stack", "extract_tb", "format_exception", "format_exception_only", "format_list", "format_stack",
    "format_tb", "print_exc", "format_exc", "print_exception", "print_last", "print_stack", "print_tb", "clear_frames",
    "FrameSummary", "StackSummary", "TracebackException", "walk_stack", "walk_tb",
]  # fmt: skip

_CAUSE = "\nThe above exception was the direct cause of the following exception:\n\n"
_CONTEXT = "\nDuring handling of the above exception, another exception occurred:\n\n"
_START = "Traceback (most recent call last):\n"
# Repeated lines beyond so many are counted instead of shown.
_MOST_REPEATED = 3


def _safe_string(value, what, func=str):
    try:
        return func(value)
    except BaseException:
        return f"<{what} {func.__name__}() failed>"


class FrameSummary:
    """A place in a stack: file, line, and the name of the function, with the columns and the source if they are known."""

    __slots__ = ("filename", "lineno", "end_lineno", "colno", "end_colno", "name", "_lines", "locals", "_code")

    def __init__(self, filename, lineno, name, *, lookup_line=True, locals=None, line=None, end_lineno=None, colno=None,
                 end_colno=None, **kwargs):  # fmt: skip
        self.filename = filename
        self.lineno = lineno
        self.end_lineno = lineno if end_lineno is None else end_lineno
        self.colno = colno
        self.end_colno = end_colno
        self.name = name
        self._lines = line
        self.locals = None
        if locals:
            self.locals = {key: _safe_string(value, "local", repr) for key, value in locals.items()}
        if lookup_line:
            self.line

    def __eq__(self, other):
        if isinstance(other, FrameSummary):
            return tuple(self) == tuple(other) and self.locals == other.locals
        if isinstance(other, tuple):
            return tuple(self) == other
        return NotImplemented

    def __getitem__(self, pos):
        return (self.filename, self.lineno, self.name, self.line)[pos]

    def __iter__(self):
        return iter((self.filename, self.lineno, self.name, self.line))

    def __len__(self):
        return 4

    def __repr__(self):
        return f"<FrameSummary file {self.filename}, line {self.lineno} in {self.name}>"

    def _set_lines(self):
        if self._lines is None and self.lineno is not None and self.end_lineno is not None:
            numbers = range(self.lineno, self.end_lineno + 1)
            lines = [linecache.getline(self.filename, number).rstrip() for number in numbers]
            self._lines = "\n".join(lines) + "\n"

    @property
    def line(self):
        """The first line of the source, without the space around it."""
        self._set_lines()
        return None if self._lines is None else self._lines.partition("\n")[0].strip()

    def _text(self):
        parts = [f'  File "{self.filename}", line {self.lineno}, in {self.name}\n']
        self._set_lines()
        lines = (self._lines or "").rstrip("\n").split("\n")
        if any(line.strip() for line in lines):
            column, end_column = self.colno, self.end_colno
            if column is None or end_column is None:
                parts.append(f"    {lines[0].strip()}\n")
            else:
                parts.extend(f"    {line}\n" for line in _traceback.marked_lines(lines, column, end_column))
        if self.locals:
            parts.extend(f"    {name} = {value}\n" for name, value in sorted(self.locals.items()))
        return "".join(parts)


def walk_stack(f):
    """The frames of a stack from f (the caller's unless given) outwards, each with its line."""
    return _outwards(sys._getframe().f_back if f is None else f)


def _outwards(frame):
    while frame is not None:
        yield frame, frame.f_lineno
        frame = frame.f_back


def walk_tb(tb):
    """The frames of a traceback from the outermost inwards, each with its line."""
    while tb is not None:
        yield tb.tb_frame, tb.tb_lineno
        tb = tb.tb_next


def _places(tb):
    """The frames of a traceback with all that is known about the place."""
    while tb is not None:
        yield tb.tb_frame, _place(tb.tb_frame.f_code, tb.tb_lasti, tb.tb_lineno)
        tb = tb.tb_next


def _place(code, instruction, lineno):
    if instruction >= 0:
        for number, place in enumerate(code.co_positions()):
            if number == instruction // 2:
                # The line may have been changed by who made the traceback.
                if place[0] == lineno or place[0] is None:
                    return place if place[0] is not None else (lineno, *place[1:])
                break
    return lineno, None, None, None


def _limited(frames, limit):
    """The first so many items, or the last ones if the limit is negative."""
    if limit is None:
        limit = getattr(sys, "tracebacklimit", None)
        if limit is not None and limit < 0:
            limit = 0
    if limit is None:
        return list(frames)
    frames = list(frames)
    return frames[:limit] if limit >= 0 else frames[limit:]


class StackSummary(list):
    """The places of a stack or traceback: a list of FrameSummary objects."""

    @classmethod
    def extract(klass, frame_gen, *, limit=None, lookup_lines=True, capture_locals=False):
        """The summary of pairs of a frame and a line."""
        return klass._extract(((frame, (line, None, None, None)) for frame, line in frame_gen), limit, lookup_lines, capture_locals)

    @classmethod
    def _extract(klass, frames, limit, lookup_lines, capture_locals):
        made = klass()
        for frame, (line, end_line, column, end_column) in _limited(frames, limit):
            code = frame.f_code
            linecache.lazycache(code.co_filename, frame.f_globals)
            made.append(
                FrameSummary(
                    code.co_filename,
                    line,
                    code.co_name,
                    lookup_line=False,
                    locals=frame.f_locals if capture_locals else None,
                    end_lineno=end_line,
                    colno=column,
                    end_colno=end_column,
                )
            )
        for filename in {summary.filename for summary in made}:
            linecache.checkcache(filename)
        if lookup_lines:
            for summary in made:
                summary.line
        return made

    @classmethod
    def from_list(klass, a_list):
        """The summary of FrameSummary objects, or of tuples of file, line, name and source."""
        made = klass()
        for item in a_list:
            if not isinstance(item, FrameSummary):
                filename, lineno, name, line = item
                item = FrameSummary(filename, lineno, name, line=line)
            made.append(item)
        return made

    def format_frame_summary(self, frame_summary, **kwargs):
        """The text of one place; None leaves it out."""
        return frame_summary._text()

    def format(self, **kwargs):
        """The texts of the places. Lines that are repeated often are counted."""
        result = []
        last = None
        count = 0
        for summary in self:
            text = self.format_frame_summary(summary)
            if text is None:
                continue
            key = (summary.filename, summary.lineno, summary.name)
            if key != last:
                result.extend(_repetition(count))
                last = key
                count = 0
            count += 1
            if count <= _MOST_REPEATED:
                result.append(text)
        result.extend(_repetition(count))
        return result


def _repetition(count):
    more = count - _MOST_REPEATED
    if more > 0:
        yield f"  [Previous line repeated {more} more time{'s' if more > 1 else ''}]\n"


class _Boxes:
    """How deep in groups of exceptions the text is."""

    def __init__(self):
        self.depth = 0
        self.is_open = False

    def indent(self):
        return "  " * self.depth

    def emit(self, texts, margin="|"):
        start = f"{self.indent()}{margin} " if self.depth else ""
        for text in (texts,) if isinstance(texts, str) else texts:
            yield "".join(start + line for line in text.splitlines(True))


class TracebackException:
    """All that is needed to print an exception, without the exception itself and its frames."""

    def __init__(self, exc_type, exc_value, exc_traceback, *, limit=None, lookup_lines=True, capture_locals=False,
                 compact=False, max_group_width=15, max_group_depth=10, save_exc_type=True, _seen=None, _pending=None):  # fmt: skip
        seen = {id(exc_value)} if _seen is None else _seen
        seen.add(id(exc_value))
        self.max_group_width = max_group_width
        self.max_group_depth = max_group_depth
        self.stack = StackSummary._extract(_places(exc_traceback), limit, lookup_lines, capture_locals)
        self._exc_type = exc_type if save_exc_type else None
        self._has_type = exc_type is not None
        self._type_text = _type_text(exc_type)
        self._str = _safe_string(exc_value, "exception")
        self.__notes__ = None
        if isinstance(exc_value, BaseException):
            text, notes = _traceback.exception_text(exc_value)
            try:
                self.__notes__ = getattr(exc_value, "__notes__", None)
            except Exception as error:
                self.__notes__ = [f"Ignored error getting __notes__: {_safe_string(error, '__notes__', repr)}"]
        else:
            text, notes = _plain_text(self._type_text, exc_value), ""
        self._notes = notes
        self._lines = [text]
        self._is_syntax_error = isinstance(exc_type, type) and issubclass(exc_type, SyntaxError)
        if self._is_syntax_error:
            self._lines = text.splitlines(True)
            self.filename = exc_value.filename
            self.lineno = None if exc_value.lineno is None else str(exc_value.lineno)
            self.end_lineno = None if exc_value.end_lineno is None else str(exc_value.end_lineno)
            self.text = exc_value.text
            self.offset = exc_value.offset
            self.end_offset = exc_value.end_offset
            self.msg = exc_value.msg
        self.__suppress_context__ = exc_value.__suppress_context__ if isinstance(exc_value, BaseException) else False
        self.__cause__ = self.__context__ = None
        self.exceptions = None
        options = {
            "limit": limit, "lookup_lines": lookup_lines, "capture_locals": capture_locals, "compact": compact,
            "max_group_width": max_group_width, "max_group_depth": max_group_depth, "save_exc_type": save_exc_type,
        }  # fmt: skip
        if _pending is None:
            self._follow(exc_value, options, seen)
        else:
            # What it is chained to comes later, so that long chains need no deep calls.
            _pending.append((self, exc_value))

    def _follow(self, exc_value, options, seen):
        """Take over what the exception is chained to, one after the other, and its parts if it is a group."""
        pending = [(self, exc_value)]

        def alone(other):
            return TracebackException(
                type(other), other, other.__traceback__, _seen=seen, _pending=pending, **options
            )

        while pending:
            made, value = pending.pop()
            if not isinstance(value, BaseException):
                continue

            def take(other):
                if other is None or id(other) in seen:
                    return None
                return alone(other)

            made.__cause__ = take(value.__cause__)
            needs_context = made.__cause__ is None and not value.__suppress_context__ if options["compact"] else True
            made.__context__ = take(value.__context__) if needs_context else None
            if isinstance(value, BaseExceptionGroup):
                made.exceptions = [alone(part) for part in value.exceptions]

    @classmethod
    def from_exception(cls, exc, *args, **kwargs):
        """What is needed to print an exception."""
        return cls(type(exc), exc, exc.__traceback__, *args, **kwargs)

    @property
    def exc_type(self):
        """The class of the exception, if it was to be kept."""
        import warnings

        warnings.warn("Deprecated in 3.13. Use exc_type_str instead.", DeprecationWarning, stacklevel=2)
        return self._exc_type

    @property
    def exc_type_str(self):
        """The name of the class of the exception."""
        return self._type_text if self._has_type else None

    def __eq__(self, other):
        if isinstance(other, TracebackException):
            return self.__dict__ == other.__dict__
        return NotImplemented

    def __str__(self):
        return self._str

    def format_exception_only(self, *, show_group=False, _depth=0, **kwargs):
        """The lines of the exception itself; with show_group those of its parts as well."""
        indent = "   " * _depth if _depth else ""
        for line in self._lines:
            if indent:
                yield from (f"{indent}{part}\n" for part in line.splitlines())
            else:
                yield line
        if self._notes:
            for line in self._notes.split("\n")[:-1]:
                yield f"{indent}{line}\n"
        if self.exceptions and show_group:
            for part in self.exceptions:
                yield from part.format_exception_only(show_group=show_group, _depth=_depth + 1)

    def format(self, *, chain=True, _ctx=None, **kwargs):
        """The text of the exception with its traceback, and with what it is chained to."""
        boxes = _Boxes() if _ctx is None else _ctx
        output = []
        current = self
        while current is not None:
            if chain and current.__cause__ is not None:
                message, following = _CAUSE, current.__cause__
            elif chain and current.__context__ is not None and not current.__suppress_context__:
                message, following = _CONTEXT, current.__context__
            else:
                message = following = None
            output.append((message, current))
            current = following
        for message, current in reversed(output):
            if message is not None:
                yield from boxes.emit(message)
            if current.exceptions is None:
                if current.stack:
                    yield from boxes.emit(_START)
                    yield from boxes.emit(current.stack.format())
                yield from boxes.emit(current.format_exception_only())
            elif boxes.depth > self.max_group_depth:
                yield from boxes.emit(f"... (max_group_depth is {self.max_group_depth})\n")
            else:
                yield from current._format_group(boxes, chain)

    def _format_group(self, boxes, chain):
        is_outermost = boxes.depth == 0
        if is_outermost:
            boxes.depth += 1
        if self.stack:
            yield from boxes.emit("Exception Group " + _START, margin="+" if is_outermost else "|")
            yield from boxes.emit(self.stack.format())
        yield from boxes.emit(self.format_exception_only())
        count = len(self.exceptions)
        most = self.max_group_width
        shown = count if most is None or count <= most else most + 1
        boxes.is_open = False
        for number in range(shown):
            is_last = number == shown - 1
            if is_last:
                # The innermost group closes the box for all that end with it.
                boxes.is_open = True
            is_cut = most is not None and number >= most
            title = "..." if is_cut else str(number + 1)
            yield f"{boxes.indent()}{'+-' if number == 0 else '  '}+---------------- {title} ----------------\n"
            boxes.depth += 1
            if is_cut:
                more = count - most
                yield from boxes.emit(f"and {more} more exception{'s' if more > 1 else ''}\n")
            else:
                yield from self.exceptions[number].format(chain=chain, _ctx=boxes)
            if is_last and boxes.is_open:
                yield f"{boxes.indent()}+------------------------------------\n"
                boxes.is_open = False
            boxes.depth -= 1
        if is_outermost:
            boxes.depth = 0

    def print(self, *, file=None, chain=True, **kwargs):
        """Print the text of the exception."""
        if file is None:
            file = sys.stderr
        for line in self.format(chain=chain):
            print(line, file=file, end="")


def _type_text(exc_type):
    if exc_type is None:
        return "None"
    module = getattr(exc_type, "__module__", None)
    name = getattr(exc_type, "__qualname__", str(exc_type))
    return name if module in ("__main__", "builtins", None) else f"{module}.{name}"


def _plain_text(kind, value):
    """The line for what is no exception."""
    text = _safe_string(value, "exception")
    return f"{kind}: {text}\n" if text else f"{kind}\n"


# Functions.

_sentinel = type("_Sentinel", (), {"__repr__": lambda self: "<implicit>"})()


def _value_and_traceback(exc, value, tb):
    """The exception and its traceback, from one argument or from three."""
    if (value is _sentinel) != (tb is _sentinel):
        raise ValueError("Both or neither of value and tb must be given")
    if value is not _sentinel:
        return value, tb
    if exc is None:
        return None, None
    if isinstance(exc, BaseException):
        return exc, exc.__traceback__
    raise TypeError(f"Exception expected for value, {type(exc).__name__} found")


def print_list(extracted_list, file=None):
    """Print the places of a stack or traceback."""
    if file is None:
        file = sys.stderr
    for item in StackSummary.from_list(extracted_list).format():
        print(item, file=file, end="")


def format_list(extracted_list):
    """The texts of the places of a stack or traceback."""
    return StackSummary.from_list(extracted_list).format()


def print_tb(tb, limit=None, file=None):
    """Print the places of a traceback: the first so many, or with a negative limit the last ones."""
    print_list(extract_tb(tb, limit=limit), file=file)


def format_tb(tb, limit=None):
    """The texts of the places of a traceback."""
    return extract_tb(tb, limit=limit).format()


def extract_tb(tb, limit=None):
    """The places of a traceback."""
    return StackSummary._extract(_places(tb), limit, True, False)


def print_exception(exc, /, value=_sentinel, tb=_sentinel, limit=None, file=None, chain=True, **kwargs):
    """Print an exception with its traceback and what it is chained to."""
    value, tb = _value_and_traceback(exc, value, tb)
    TracebackException(type(value), value, tb, limit=limit, compact=True).print(file=file, chain=chain)


def format_exception(exc, /, value=_sentinel, tb=_sentinel, limit=None, chain=True, **kwargs):
    """The lines of an exception with its traceback and what it is chained to."""
    value, tb = _value_and_traceback(exc, value, tb)
    return list(TracebackException(type(value), value, tb, limit=limit, compact=True).format(chain=chain))


def format_exception_only(exc, /, value=_sentinel, *, show_group=False, **kwargs):
    """The lines of an exception itself."""
    if value is _sentinel:
        value = exc
    return list(TracebackException(type(value), value, None, compact=True).format_exception_only(show_group=show_group))


def print_exc(limit=None, file=None, chain=True):
    """Print the exception that is being handled."""
    print_exception(sys.exception(), limit=limit, file=file, chain=chain)


def format_exc(limit=None, chain=True):
    """The text of the exception that is being handled."""
    return "".join(format_exception(sys.exception(), limit=limit, chain=chain))


def print_last(limit=None, file=None, chain=True):
    """Print the last exception that nobody caught, at a prompt."""
    if hasattr(sys, "last_exc"):
        print_exception(sys.last_exc, limit=limit, file=file, chain=chain)
        return
    if not hasattr(sys, "last_type"):
        raise ValueError("no last exception")
    print_exception(sys.last_type, sys.last_value, sys.last_traceback, limit, file, chain)


def print_stack(f=None, limit=None, file=None):
    """Print the stack from f, the caller's frame unless given."""
    print_list(extract_stack(sys._getframe().f_back if f is None else f, limit=limit), file=file)


def format_stack(f=None, limit=None):
    """The texts of the places of the stack."""
    return format_list(extract_stack(sys._getframe().f_back if f is None else f, limit=limit))


def extract_stack(f=None, limit=None):
    """The places of the stack, the outermost first."""
    if f is None:
        f = sys._getframe().f_back
    stack = StackSummary.extract(walk_stack(f), limit=limit)
    stack.reverse()
    return stack


def clear_frames(tb):
    """Let go of the variables of all frames of a traceback."""
    while tb is not None:
        try:
            tb.tb_frame.clear()
        except RuntimeError:
            # It still runs.
            pass
        tb = tb.tb_next
