"""Python's source text as tokens, comments included, and text out of tokens again."""

from builtins import open as _open_file
from collections import namedtuple as _namedtuple
from token import *
from token import __all__ as _token_names

__all__ = [*_token_names, "tokenize", "generate_tokens", "detect_encoding", "untokenize", "TokenInfo", "open",
           "TokenError"]  # fmt: skip

_BOM = b"\xef\xbb\xbf"


class TokenError(Exception):
    """Text that can't be cut into tokens: a message and the place."""


class TokenInfo(_namedtuple("TokenInfo", "type string start end line")):
    """A token: its kind, its text, where it starts and ends, and the lines that it stands on."""

    def __repr__(self):
        kind = f"{self.type} ({tok_name[self.type]})"
        fields = self._replace(type=None)
        texts = (f"{name}={value!r}" for name, value in zip(self._fields[1:], fields[1:]))
        return f"TokenInfo(type={kind}, {', '.join(texts)})"

    @property
    def exact_type(self):
        """The kind of an operator by its text; of other tokens their kind."""
        if self.type == OP and self.string in EXACT_TOKEN_TYPES:
            return EXACT_TOKEN_TYPES[self.string]
        return self.type


def generate_tokens(readline):
    """Generate the tokens of the text whose lines a function returns one by one, as str."""
    from _tokenizer import Fault, Tokenizer

    try:
        for token in Tokenizer(readline):
            yield TokenInfo(*token)
    except Fault as fault:
        message, row, column = fault.args
        raise TokenError(message, (row, column)) from None


def tokenize(readline):
    """Generate the tokens of the file whose lines a function returns one by one, as bytes.

    The first of them tells the encoding.
    """
    encoding, first = detect_encoding(readline)
    waiting = iter(first)

    def decoded_line():
        line = next(waiting, None)
        if line is None:
            line = readline()
        return str(line, "utf-8" if encoding == "utf-8-sig" else encoding)

    name = "utf-8" if encoding == "utf-8-sig" else encoding
    yield TokenInfo(ENCODING, name, (0, 0), (0, 0), "")
    yield from generate_tokens(decoded_line)


def detect_encoding(readline):
    """Return the encoding of a source file, and the lines that were read to find it.

    A byte order mark tells it, or a comment on one of the first two lines; else it is UTF-8.
    """
    filename = getattr(getattr(readline, "__self__", None), "name", None)

    def next_line():
        try:
            return readline()
        except StopIteration:
            return b""

    first = next_line()
    has_mark = first.startswith(_BOM)
    if has_mark:
        first = first[len(_BOM) :]
    default = "utf-8-sig" if has_mark else "utf-8"
    if not first:
        return default, []
    encoding = _declared_encoding(first, has_mark, filename)
    if encoding:
        return encoding, [first]
    # Only behind a comment or an empty line may the second line tell it.
    if first.strip(b" \t\f\r\n") and not first.lstrip(b" \t\f").startswith(b"#"):
        return default, [first]
    second = next_line()
    if not second:
        return default, [first]
    return _declared_encoding(second, has_mark, filename) or default, [first, second]


def _declared_encoding(line, has_mark, filename):
    """The encoding that a comment names, in its usual spelling, or None."""
    try:
        text = line.decode("utf-8")
    except UnicodeDecodeError:
        message = "invalid or missing encoding declaration"
        raise SyntaxError(message if filename is None else f"{message} for {filename!r}") from None
    name = _encoding_in_comment(text)
    if not name:
        return None
    encoding = _usual_name(name)
    from codecs import lookup

    try:
        codec = lookup(encoding)
    except LookupError:
        where = "" if filename is None else f" for {filename!r}"
        raise SyntaxError(f"unknown encoding{where}: {encoding}") from None
    if not has_mark:
        return encoding
    if encoding != "utf-8":
        where = "" if filename is None else f" for {filename!r}"
        raise SyntaxError(f"encoding problem{where}: utf-8")
    return "utf-8-sig"


def _encoding_in_comment(text):
    """What stands behind `coding:` or `coding=` in a comment that is alone on its line."""
    comment = text.lstrip(" \t\f")
    if not comment.startswith("#"):
        return ""
    at = comment.find("coding")
    while at >= 0:
        rest = comment[at + len("coding") :]
        if rest[:1] in (":", "="):
            rest = rest[1:].lstrip(" \t")
            end = 0
            while end < len(rest) and (rest[end] in "-_." or rest[end].isascii() and rest[end].isalnum()):
                end += 1
            if end:
                return rest[:end]
        at = comment.find("coding", at + 1)
    return ""


def _usual_name(name):
    """One spelling for the two encodings that have many."""
    start = name[:12].lower().replace("_", "-")
    if start == "utf-8" or start.startswith("utf-8-"):
        return "utf-8"
    for latin in ("latin-1", "iso-8859-1", "iso-latin-1"):
        if start == latin or start.startswith(latin + "-"):
            return "iso-8859-1"
    return name


def open(filename):
    """Open a source file for reading in the encoding that it declares."""
    from io import TextIOWrapper

    file = _open_file(filename, "rb")
    try:
        encoding, _ = detect_encoding(file.readline)
        file.seek(0)
        text = TextIOWrapper(file, encoding, line_buffering=True)
        text.mode = "r"
        return text
    except:
        file.close()
        raise


def untokenize(iterable):
    """Return source text that consists of some tokens, as bytes if the first of them tells the encoding.

    From whole tokens it is the text they came from, but for white space at line ends; from pairs of kind and text
    it is text that has the same tokens.
    """
    from _untokenizer import Untokenizer

    writer = Untokenizer()
    text = writer.untokenize(iterable)
    return text if writer.encoding is None else text.encode(writer.encoding)


def _main():
    from argparse import ArgumentParser
    import sys

    parser = ArgumentParser(prog="python -m tokenize")
    parser.add_argument(dest="filename", nargs="?", metavar="filename.py",
                        help="the file to tokenize; defaults to stdin")  # fmt: skip
    parser.add_argument("-e", "--exact", dest="exact", action="store_true",
                        help="display token names using the exact type")  # fmt: skip
    arguments = parser.parse_args()
    filename = arguments.filename or "<stdin>"
    try:
        if arguments.filename:
            with _open_file(filename, "rb") as file:
                tokens = list(tokenize(file.readline))
        else:
            tokens = list(generate_tokens(sys.stdin.readline))
        for token in tokens:
            kind = token.exact_type if arguments.exact else token.type
            place = "%d,%d-%d,%d:" % (token.start + token.end)
            print("%-20s%-15s%-15r" % (place, tok_name[kind], token.string))
    except SyntaxError as error:
        _fail(f"{filename}: error: {error}")
    except TokenError as error:
        message, (row, column) = error.args
        _fail(f"{filename}:{row}:{column}: error: {message}")
    except OSError as error:
        _fail(f"error: {error}")


def _fail(message):
    import sys

    print(message, file=sys.stderr)
    sys.exit(1)


if __name__ == "__main__":
    _main()
