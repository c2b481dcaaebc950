"""The classes of the module string."""

import _string

_LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_"


class Formatter:
    """What str.format() does, in steps that a subclass can change."""

    __module__ = "string"

    def format(self, format_string, /, *args, **kwargs):
        """The text with its fields filled in."""
        return self.vformat(format_string, args, kwargs)

    def vformat(self, format_string, args, kwargs):
        """As format(), for arguments in a tuple and a dict."""
        used = set()
        text, _ = self._vformat(format_string, args, kwargs, used, 2)
        self.check_unused_args(used, args, kwargs)
        return text

    def _vformat(self, format_string, args, kwargs, used_args, recursion_depth, auto_arg_index=0):
        """The text, and the number of the next field without a name; False if the fields have numbers."""
        if recursion_depth < 0:
            raise ValueError("Max string recursion exceeded")
        parts = []
        for literal, name, spec, conversion in self.parse(format_string):
            if literal:
                parts.append(literal)
            if name is None:
                continue
            first, _ = _string.formatter_field_name_split(name)
            if first == "":
                if auto_arg_index is False:
                    raise ValueError("cannot switch from manual field specification to automatic field numbering")
                name = f"{auto_arg_index}{name}"
                auto_arg_index += 1
            elif isinstance(first, int):
                if auto_arg_index:
                    raise ValueError("cannot switch from manual field specification to automatic field numbering")
                auto_arg_index = False
            value, used = self.get_field(name, args, kwargs)
            used_args.add(used)
            value = self.convert_field(value, conversion)
            # Fields may stand in the specification as well.
            spec, auto_arg_index = self._vformat(spec, args, kwargs, used_args, recursion_depth - 1, auto_arg_index)
            parts.append(self.format_field(value, spec))
        return "".join(parts), auto_arg_index

    def get_value(self, key, args, kwargs):
        """The argument of that number or name."""
        return args[key] if isinstance(key, int) else kwargs[key]

    def check_unused_args(self, used_args, args, kwargs):
        """Called with the keys of all arguments that were used."""

    def format_field(self, value, format_spec):
        """The text of a value."""
        return format(value, format_spec)

    def convert_field(self, value, conversion):
        """The value after '!s', '!r' or '!a'."""
        if conversion is None:
            return value
        if conversion == "s":
            return str(value)
        if conversion == "r":
            return repr(value)
        if conversion == "a":
            return ascii(value)
        raise ValueError(f"Unknown conversion specifier {conversion!s}")

    def parse(self, format_string):
        """The parts of a format string: text, name, specification and conversion of the field behind it."""
        return _string.formatter_parser(format_string)

    def get_field(self, field_name, args, kwargs):
        """The value that a field's name stands for, and the key of the argument that it came from."""
        first, rest = _string.formatter_field_name_split(field_name)
        value = self.get_value(first, args, kwargs)
        for is_attribute, part in rest:
            value = getattr(value, part) if is_attribute else value[part]
        return value, first


_NAME = "(?a:[_a-z][_a-z0-9]*)"
_NAME_START = frozenset(_LETTERS)
_NAME_PART = _NAME_START | frozenset("0123456789")


class _Pattern:
    """The regular expression of a class's templates, made when somebody asks: the class itself does without."""

    def __init__(self):
        self._made = {}

    def __get__(self, instance, owner):
        if owner not in self._made:
            self._made[owner] = owner._compile(None)
        return self._made[owner]


_pattern = _Pattern()


class Template:
    """A text in which $name and ${name} stand for what is filled in, and $$ for a dollar sign.

    A subclass may have another delimiter, or other names: idpattern and braceidpattern are regular expressions of them,
    pattern is one of the whole, with groups named escaped, named, braced and invalid.
    """

    __module__ = "string"

    delimiter = "$"
    idpattern = _NAME
    braceidpattern = None
    flags = None
    pattern = _pattern

    def __init_subclass__(cls):
        super().__init_subclass__()
        own = cls.__dict__
        cls._compiled = None
        if "pattern" in own or cls.idpattern != _NAME or cls.braceidpattern is not None or cls.flags is not None:
            cls._compiled = cls.pattern = cls._compile(own.get("pattern"))
        else:
            # That of a base is not for this delimiter.
            cls.pattern = _pattern

    # The compiled pattern of subclasses that need one.
    _compiled = None

    @classmethod
    def _compile(cls, pattern):
        import re

        if pattern is None:
            delimiter = re.escape(cls.delimiter)
            braced = cls.braceidpattern or cls.idpattern
            pattern = (
                f"{delimiter}(?:(?P<escaped>{delimiter})|(?P<named>{cls.idpattern})"
                f"|{{(?P<braced>{braced})}}|(?P<invalid>))"
            )
        flags = re.IGNORECASE if cls.flags is None else cls.flags
        return re.compile(pattern, flags | re.VERBOSE)

    def __init__(self, template):
        self.template = template

    def _found(self):
        """What the delimiter introduces: start, end, kind, and the name or None."""
        text = self.template
        if not isinstance(text, str):
            raise TypeError(f"expected string or bytes-like object, got {type(text).__name__!r}")
        if self._compiled is not None:
            for match in self._compiled.finditer(text):
                for kind in ("named", "braced", "escaped", "invalid"):
                    if match[kind] is not None:
                        name = match[kind] if kind in ("named", "braced") else None
                        yield match.start(), match.end(), "name" if name is not None else kind, name
                        break
                else:
                    raise ValueError("Unrecognized named group in pattern", self._compiled)
            return
        delimiter = self.delimiter
        size = len(delimiter)
        start = text.find(delimiter)
        while start >= 0:
            after = start + size
            if text.startswith(delimiter, after):
                end, kind, name = after + size, "escaped", None
            elif (end := _name_end(text, after)) > after:
                kind, name = "name", text[after:end]
            elif text.startswith("{", after) and (stop := _name_end(text, after + 1)) > after + 1 and text[stop : stop + 1] == "}":
                end, kind, name = stop + 1, "name", text[after + 1 : stop]
            else:
                end, kind, name = after, "invalid", None
            yield start, end, kind, name
            start = text.find(delimiter, end)

    def _filled(self, mapping, strict):
        """The text with what the names stand for."""
        text = self.template
        parts = []
        done = 0
        for start, end, kind, name in self._found():
            parts.append(text[done:start])
            done = end
            if kind == "escaped":
                parts.append(self.delimiter)
            elif kind == "name":
                try:
                    parts.append(str(mapping[name]))
                except KeyError:
                    if strict:
                        raise
                    parts.append(text[start:end])
            elif strict:
                self._invalid(end)
            else:
                parts.append(text[start:end])
        parts.append(text[done:])
        return "".join(parts)

    def _invalid(self, place):
        lines = self.template[:place].splitlines(keepends=True)
        line, column = (len(lines), place - len("".join(lines[:-1]))) if lines else (1, 1)
        raise ValueError(f"Invalid placeholder in string: line {line}, col {column}")

    def substitute(self, mapping={}, /, **kws):
        """The text filled in from the mapping and the keywords; a KeyError if a name is in neither."""
        return self._filled(_both(mapping, kws), True)

    def safe_substitute(self, mapping={}, /, **kws):
        """As substitute(), but names that are missing stay as they stand."""
        return self._filled(_both(mapping, kws), False)

    def is_valid(self):
        """Whether substitute() can read the text."""
        return all(kind != "invalid" for _, _, kind, _ in self._found())

    def get_identifiers(self):
        """The names in the text, each once, in their order."""
        names = []
        for _, _, kind, name in self._found():
            if kind == "name" and name not in names:
                names.append(name)
        return names


def _name_end(text, start):
    """The end of the name that starts there, or the start if none does."""
    if text[start : start + 1] not in _NAME_START:
        return start
    end = start + 1
    while text[end : end + 1] in _NAME_PART:
        end += 1
    return end


def _both(mapping, keywords):
    """Keywords go before what the mapping has."""
    if not keywords:
        return mapping
    if not mapping:
        return keywords
    from collections import ChainMap

    return ChainMap(keywords, mapping)
