# References in the values of configparser: what interpolation puts in their place.
from _config_errors import InterpolationDepthError, InterpolationMissingOptionError, InterpolationSyntaxError

__name__ = "configparser"

# How many references lead to further ones.
MAX_INTERPOLATION_DEPTH = 10


class Interpolation:
    """What changes values when they are read, set, got and written: this one leaves them as they are."""

    def before_get(self, parser, section, option, value, defaults):
        return value

    def before_set(self, parser, section, option, value):
        return value

    def before_read(self, parser, section, option, value):
        return value

    def before_write(self, parser, section, option, value):
        return value


class _References(Interpolation):
    """References that start with a mark, which stands for itself where it is doubled."""

    def before_get(self, parser, section, option, value, defaults):
        parts = []
        self._replace(parser, option, parts, value, section, defaults, 1)
        return "".join(parts)

    def before_set(self, parser, section, option, value):
        left = self._without_references(value.replace(self._mark * 2, ""))
        if self._mark in left:
            raise ValueError(f"invalid interpolation syntax in {value!r} at position {left.find(self._mark)}")
        return value

    def _without_references(self, text):
        parts = []
        at = 0
        while (start := text.find(self._start, at)) >= 0:
            end = self._reference_end(text, start)
            if end < 0:
                break
            parts.append(text[at:start])
            at = end
        return "".join(parts) + text[at:]

    def _replace(self, parser, option, parts, rest, section, values, depth):
        raw = parser.get(section, option, raw=True, fallback=rest)
        if depth > MAX_INTERPOLATION_DEPTH:
            raise InterpolationDepthError(option, section, raw)
        mark = self._mark
        while rest:
            at = rest.find(mark)
            if at < 0:
                parts.append(rest)
                return
            parts.append(rest[:at])
            rest = rest[at:]
            if rest[1:2] == mark:
                parts.append(mark)
                rest = rest[2:]
                continue
            if not rest.startswith(self._start):
                wanted = f"{mark!r} must be followed by {mark!r} or {self._start[1]!r}, found: {rest!r}"
                raise InterpolationSyntaxError(option, section, wanted)
            end = self._reference_end(rest, 0)
            if end < 0:
                raise InterpolationSyntaxError(option, section, f"bad interpolation variable reference {rest!r}")
            name = rest[2 : end - len(self._end)]
            rest = rest[end:]
            section_of_value, option_of_value, value = self._look_up(parser, section, option, name, values, raw, rest)
            if mark in value:
                self._go_on(parser, parts, value, section, option, section_of_value, option_of_value, values, depth + 1)
            else:
                parts.append(value)


class BasicInterpolation(_References):
    """%(name)s stands for an option of the same section or of the defaults, %% for a percent sign."""

    _mark, _start, _end = "%", "%(", ")s"

    def _reference_end(self, text, start):
        end = text.find(")", start)
        return end + 2 if end > start + 2 and text.startswith("s", end + 1) else -1

    def _look_up(self, parser, section, option, name, values, raw, rest):
        name = parser.optionxform(name)
        try:
            return section, option, values[name]
        except KeyError:
            raise InterpolationMissingOptionError(option, section, raw, name) from None

    def _go_on(self, parser, parts, value, section, option, section_of_value, option_of_value, values, depth):
        self._replace(parser, option, parts, value, section, values, depth)


class ExtendedInterpolation(_References):
    """${name} stands for an option of the same section, ${section:name} for one of another, $$ for a dollar sign."""

    _mark, _start, _end = "$", "${", "}"

    def _reference_end(self, text, start):
        end = text.find("}", start)
        return end + 1 if end > start + 2 else -1

    def _look_up(self, parser, section, option, name, values, raw, rest):
        path = name.split(":")
        try:
            if len(path) == 1:
                name = parser.optionxform(path[0])
                return section, name, values[name]
            if len(path) == 2:
                name = parser.optionxform(path[1])
                return path[0], name, parser.get(path[0], name, raw=True)
        except (KeyError, LookupError, _missing()):
            raise InterpolationMissingOptionError(option, section, raw, ":".join(path)) from None
        raise InterpolationSyntaxError(option, section, f"More than one ':' found: {rest!r}")

    def _go_on(self, parser, parts, value, section, option, section_of_value, option_of_value, values, depth):
        values = dict(parser.items(section_of_value, raw=True)) if section_of_value != section else values
        self._replace(parser, option_of_value, parts, value, section_of_value, values, depth)


def _missing():
    from _config_errors import Error

    return Error
