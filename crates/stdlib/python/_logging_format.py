# What becomes of a record: its text.

import time

__name__ = "logging"


class _Style:
    """A way to write where the attributes of a record go in a format."""

    def __init__(self, fmt, *, defaults=None):
        self._fmt = fmt or self.default_format
        self._defaults = defaults

    def usesTime(self):
        """Whether the format shows the time."""
        return self._fmt.find(self.asctime_search) >= 0

    def format(self, record):
        """The record as text."""
        try:
            values = self._defaults | record.__dict__ if self._defaults else record.__dict__
            return self._format(values)
        except KeyError as error:
            raise ValueError(f"Formatting field not found in record: {error}")

    def _invalid(self):
        raise ValueError(f"Invalid format '{self._fmt}' for '{self.default_format[0]}' style")


class PercentStyle(_Style):
    """%(name)s"""

    default_format = "%(message)s"
    asctime_format = "%(asctime)s"
    asctime_search = "%(asctime)"

    def validate(self):
        """A ValueError if there is no field in the format."""
        text = self._fmt
        at = text.find("%(")
        while at >= 0:
            end = text.find(")", at)
            if end > at + 2 and text[at + 2 : end].replace("_", "a").isalnum():
                rest = text[end + 1 :].lstrip("#0+ -")
                width, point, precision = rest.partition(".")
                rest = width if not point or not _without_digits(width) == "" else precision
                if _without_digits(rest)[:1].lower() in tuple("diouxefgcrsa%"):
                    return
            at = text.find("%(", at + 2)
        self._invalid()

    def _format(self, values):
        return self._fmt % values


def _without_digits(text):
    return text[1:] if text[:1] == "*" else text.lstrip("0123456789")


class StrFormatStyle(_Style):
    """{name}"""

    default_format = "{message}"
    asctime_format = "{asctime}"
    asctime_search = "{asctime"

    def validate(self):
        """A ValueError if fields are wrong or there are none."""
        fields = set()
        try:
            for _, name, spec, conversion in _parsed(self._fmt):
                if name:
                    if not _is_field(name):
                        raise ValueError(f"invalid field name/expression: {name!r}")
                    fields.add(name)
                if conversion and conversion not in "rsa":
                    raise ValueError(f"invalid conversion: {conversion!r}")
                if spec and not _is_spec(spec):
                    raise ValueError(f"bad specifier: {spec!r}")
        except ValueError as error:
            raise ValueError(f"invalid format: {error}") from None
        if not fields:
            raise ValueError("invalid format: no fields")

    def _format(self, values):
        return self._fmt.format(**values)


def _parsed(text):
    from string import Formatter

    return Formatter().parse(text)


def _is_field(name):
    """Whether it is a name, a number, or one with attributes and indices behind."""
    first = len(name)
    for mark in ".[":
        found = name.find(mark)
        if found >= 0:
            first = min(first, found)
    head, rest = name[:first], name[first:]
    if not (head.isdecimal() or head.isidentifier()):
        return False
    while rest:
        if rest[0] == "[":
            end = rest.find("]")
            if end < 2:
                return False
            rest = rest[end + 1 :]
        elif rest[0] == ".":
            end = 1
            while end < len(rest) and (rest[end].isalnum() or rest[end] == "_"):
                end += 1
            if end == 1:
                return False
            rest = rest[end:]
        else:
            return False
    return True


def _is_spec(spec):
    """Whether it can be a format specification."""
    at = 2 if len(spec) > 1 and spec[1] in "<>=^" else 1 if spec[:1] in tuple("<>=^") else 0
    rest = spec[at:]
    for marks in ("+- ", "#", "0"):
        if rest[:1] and rest[0] in marks:
            rest = rest[1:]
    rest = rest.lstrip("0123456789") if rest[:1] != "{" else rest[rest.find("}") + 1 :]
    if rest[:1] in (",", "_"):
        rest = rest[1:]
    if rest[:1] == ".":
        rest = rest[1:]
        rest = rest.lstrip("0123456789") if rest[:1] != "{" else rest[rest.find("}") + 1 :]
    return rest == "" or len(rest) == 1 and rest in "bcdefgnosx%EFGX"


class StringTemplateStyle(_Style):
    """${name}"""

    default_format = "${message}"
    asctime_format = "${asctime}"
    asctime_search = "${asctime}"

    def __init__(self, fmt, *, defaults=None):
        from string import Template

        super().__init__(fmt, defaults=defaults)
        self._tpl = Template(self._fmt)

    def usesTime(self):
        """Whether the format shows the time."""
        return "$asctime" in self._fmt or self.asctime_search in self._fmt

    def validate(self):
        """A ValueError if there is a bare "$" or no field."""
        text = self._fmt
        fields = set()
        at = text.find("$")
        while at >= 0:
            following = text[at + 1 : at + 2]
            if following == "$":
                at += 1
            else:
                close = text.find("}", at)
                name = text[at + 2 : close if close > 0 else at + 2] if following == "{" else text[at + 1 :]
                end = 0
                while end < len(name) and (name[end].isalnum() or name[end] == "_"):
                    end += 1
                if not end or following == "{" and end != len(name):
                    raise ValueError("invalid format: bare '$' not allowed")
                fields.add(name[:end])
            at = text.find("$", at + 1)
        if not fields:
            raise ValueError("invalid format: no fields")

    def _format(self, values):
        return self._tpl.substitute(**values)


BASIC_FORMAT = "%(levelname)s:%(name)s:%(message)s"
_STYLES = {
    "%": (PercentStyle, BASIC_FORMAT),
    "{": (StrFormatStyle, "{levelname}:{name}:{message}"),
    "$": (StringTemplateStyle, "${levelname}:${name}:${message}"),
}


def _check_style(style):
    if style not in _STYLES:
        raise ValueError(f"Style must be one of: {','.join(_STYLES)}")


class Formatter:
    """Makes text of records: fmt says how, datefmt how the time is written, style how fields are marked in fmt."""

    converter = time.localtime
    default_time_format = "%Y-%m-%d %H:%M:%S"
    default_msec_format = "%s,%03d"

    def __init__(self, fmt=None, datefmt=None, style="%", validate=True, *, defaults=None):
        _check_style(style)
        self._style = _STYLES[style][0](fmt, defaults=defaults)
        if validate:
            self._style.validate()
        self._fmt = self._style._fmt
        self.datefmt = datefmt

    def formatTime(self, record, datefmt=None):
        """When the record was made."""
        moment = self.converter(record.created)
        if datefmt:
            return time.strftime(datefmt, moment)
        text = time.strftime(self.default_time_format, moment)
        return self.default_msec_format % (text, record.msecs) if self.default_msec_format else text

    def formatException(self, ei):
        """An exception with its traceback."""
        import traceback

        return "".join(traceback.format_exception(*ei)).removesuffix("\n")

    def usesTime(self):
        """Whether the format shows the time."""
        return self._style.usesTime()

    def formatMessage(self, record):
        """The record without exception and stack."""
        return self._style.format(record)

    def formatStack(self, stack_info):
        """The stack, as it was given."""
        return stack_info

    def format(self, record):
        """The record as text, with an exception and the stack if it has them."""
        record.message = record.getMessage()
        if self.usesTime():
            record.asctime = self.formatTime(record, self.datefmt)
        text = self.formatMessage(record)
        if record.exc_info and not record.exc_text:
            record.exc_text = self.formatException(record.exc_info)
        for more in (record.exc_text, record.stack_info and self.formatStack(record.stack_info)):
            if more:
                text = f"{text}\n{more}" if text[-1:] != "\n" else text + more
        return text


_defaultFormatter = Formatter()


class BufferingFormatter:
    """Makes text of several records at once."""

    def __init__(self, linefmt=None):
        self.linefmt = linefmt or _defaultFormatter

    def formatHeader(self, records):
        """What stands before them."""
        return ""

    def formatFooter(self, records):
        """What stands behind them."""
        return ""

    def format(self, records):
        """The records as text."""
        if not records:
            return ""
        lines = [self.linefmt.format(record) for record in records]
        return "".join([self.formatHeader(records), *lines, self.formatFooter(records)])
