# Where objects come from: files, modules, lines of source.

import linecache
import os
import sys
from inspect import isclass, iscode, isframe, isfunction, ismethod, ismodule, istraceback, unwrap

__name__ = "inspect"


class ClassFoundException(Exception):
    """Raised where the source of a class was found."""


class EndOfBlock(Exception):
    """Raised at the end of a block of source."""


def _code_of(object):
    """The code object of a method, function, traceback or frame; other objects as they are."""
    if ismethod(object):
        object = object.__func__
    if isfunction(object):
        object = object.__code__
    if istraceback(object):
        object = object.tb_frame
    return object.f_code if isframe(object) else object


def getfile(object):
    """The file in which an object was defined."""
    if ismodule(object):
        if getattr(object, "__file__", None):
            return object.__file__
        raise TypeError(f"{object!r} is a built-in module")
    if isclass(object):
        if hasattr(object, "__module__"):
            module = sys.modules.get(object.__module__)
            if getattr(module, "__file__", None):
                return module.__file__
            if object.__module__ == "__main__":
                raise OSError("source code not available")
        raise TypeError(f"{object!r} is a built-in class")
    code = _code_of(object)
    if iscode(code):
        return code.co_filename
    raise TypeError(
        f"module, class, method, function, traceback, frame, or code object was expected, got {type(code).__name__}"
    )


def getmodulename(path):
    """The name of the module that a file would be, or None."""
    name = os.path.basename(path)
    return next((name[: -len(end)] for end in (".pyc", ".py") if name.endswith(end)), None)


def getsourcefile(object):
    """The file with the source of an object, or None."""
    filename = getfile(object)
    if filename.endswith(".pyc"):
        filename = filename[:-1]
    if filename in linecache.cache or os.path.exists(filename):
        return filename
    if filename[:1] + filename[-1:] == "<>":
        return filename if isinstance(linecache.getlines(filename), list) and filename in linecache.cache else None
    module = getmodule(object, filename)
    if getattr(module, "__loader__", None) is not None:
        return filename
    return None


def getabsfile(object, _filename=None):
    """The whole path of an object's file."""
    if _filename is None:
        _filename = getsourcefile(object) or getfile(object)
    return os.path.normcase(os.path.abspath(_filename))


def getmodule(object, _filename=None):
    """The module in which an object was defined, or None."""
    if ismodule(object):
        return object
    if hasattr(object, "__module__"):
        return sys.modules.get(object.__module__)
    try:
        file = getabsfile(object, _filename)
    except (TypeError, FileNotFoundError):
        return None
    for module in list(sys.modules.values()):
        if ismodule(module) and getattr(module, "__file__", None):
            if os.path.normcase(os.path.abspath(module.__file__)) == file:
                return module
    main = sys.modules["__main__"]
    if hasattr(object, "__name__") and getattr(main, object.__name__, None) is object:
        return main
    return None


def findsource(object):
    """All lines of the file that an object is in, and at which of them it begins, counted from 0."""
    file = getsourcefile(object)
    if file:
        linecache.checkcache(file)
    else:
        file = getfile(object)
        if file[:1] + file[-1:] == "<>":
            raise OSError("source code not available")
    module = getmodule(object, file)
    lines = linecache.getlines(file, module.__dict__) if module else linecache.getlines(file)
    if not lines:
        raise OSError("could not get source code")
    if ismodule(object):
        return lines, 0
    if isclass(object):
        try:
            number = vars(object)["__firstlineno__"] - 1
        except (TypeError, KeyError):
            raise OSError("source code not available") from None
        if number >= len(lines):
            raise OSError("lineno is out of bounds")
        return lines, number
    code = _code_of(object)
    if iscode(code):
        number = code.co_firstlineno - 1
        if number >= len(lines):
            raise OSError("lineno is out of bounds")
        return lines, number
    raise OSError("could not find code object")


def indentsize(line):
    """How far a line is indented."""
    expanded = line.expandtabs()
    return len(expanded) - len(expanded.lstrip())


class _LogicalLines:
    """The logical lines of source: brackets and texts in quotes may go over several lines."""

    def __init__(self, lines):
        self._lines = lines
        self.at = 0

    def __iter__(self):
        """The first physical line of each, with the text without texts and comments, and where the next one starts."""
        while self.at < len(self._lines):
            start = self.at
            code = self._take()
            yield start, code, self.at

    def _take(self):
        """The code of one logical line, in which texts in quotes are left out."""
        depth = 0
        quote = None
        code = []
        while self.at < len(self._lines):
            line = self._lines[self.at].rstrip("\n")
            self.at += 1
            quote, depth, is_continued = self._scan(line, quote, depth, code)
            if quote is not None and len(quote) == 1 and not is_continued:
                quote = None
            if quote is None and depth <= 0 and not is_continued:
                break
        return "".join(code)

    @staticmethod
    def _scan(line, quote, depth, code):
        at = 0
        while at < len(line):
            character = line[at]
            if character == "\\":
                if at + 1 == len(line):
                    return quote, depth, True
                at += 2
            elif quote is not None:
                if line.startswith(quote, at):
                    at += len(quote)
                    quote = None
                else:
                    at += 1
            elif character in "'\"":
                quote = character * 3 if line.startswith(character * 3, at) else character
                at += len(quote)
                code.append("''")
            elif character == "#":
                break
            else:
                depth += character in "([{"
                depth -= character in ")]}"
                code.append(character)
                at += 1
        return quote, depth, False


def getblock(lines):
    """The lines of the block that starts with the first one."""
    logical = _LogicalLines(lines)
    margin = indentsize(lines[0]) if lines else 0
    end = 0
    is_open = is_block = False
    body = None
    for start, code, behind in logical:
        text = code.strip()
        if not text:
            # A comment as deep as the block belongs to it, if more of the block follows or stands in front of it.
            if body is not None and lines[start].strip() and indentsize(lines[start]) >= body:
                end = behind
            continue
        if is_block:
            if indentsize(lines[start]) <= margin:
                break
            body = indentsize(lines[start]) if body is None else body
            end = behind
            continue
        end = behind
        if text.startswith("@"):
            continue
        is_open = text.startswith(("def ", "class ", "async ", "if ", "for ", "while ", "with ", "try:", "else:"))
        if not (is_open and text.endswith(":")):
            break
        is_block = True
    return lines[:end]


def getsourcelines(object):
    """The lines of an object's source, and the number of the first; 0 for a module."""
    object = unwrap(object)
    lines, number = findsource(object)
    if istraceback(object):
        object = object.tb_frame
    if ismodule(object) or isframe(object) and object.f_code.co_name == "<module>":
        return lines, 0
    return getblock(lines[number:]), number + 1


def getsource(object):
    """The source of an object as text."""
    return "".join(getsourcelines(object)[0])


def getcomments(object):
    """The comment lines in front of an object, or None."""
    try:
        lines, number = findsource(object)
    except (OSError, TypeError):
        return None
    if ismodule(object):
        start = 1 if lines and lines[0][:2] == "#!" else 0
        while start < len(lines) and lines[start].strip() in ("", "#"):
            start += 1
        end = start
        while end < len(lines) and lines[end][:1] == "#":
            end += 1
        return "".join(line.expandtabs() for line in lines[start:end]) if end > start else None
    indent = indentsize(lines[number])
    comments = []
    for line in reversed(lines[:number]):
        if line.lstrip()[:1] != "#" or indentsize(line) != indent:
            break
        comments.append(line.expandtabs().lstrip())
    while comments and comments[-1].strip() == "#":
        comments.pop()
    while comments and comments[0].strip() == "#":
        comments.pop(0)
    return "".join(reversed(comments)) if number > 0 and comments else None
