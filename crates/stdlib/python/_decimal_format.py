"""Decimal numbers as text by a format."""

import _decimal_core as core
from _format_reader import Reader


class _Spec(Reader):
    """The parts of a format specification, read from left to right."""

    def __init__(self, text):
        super().__init__(text)
        # Whether zeros fill the room because the width starts with one.
        self.fill, self.align, self.pads = " ", "", False
        if text[1:2] and text[1] in "<>=^":
            self.fill, self.align, self._at = text[0], text[1], 2
        else:
            self.align = self._one_of("<>=^")
        self.sign = self._one_of("-+ ") or "-"
        self.no_negative_zero = bool(self._one_of("z"))
        self.point = self._one_of("#")
        if self._one_of("0"):
            if self.align:
                self._at = -1
                self.is_whole = False
                return
            self.fill, self.align, self.pads = "0", "=", True
        self.width = int(self._number() or "0")
        self.separator = self._one_of(",_")
        self.precision = None
        is_right = True
        if self._one_of("."):
            precision = self._number()
            is_right = precision != ""
            self.precision = int(precision or "0")
        self.kind = self._one_of("eEfFgGnN%")
        if self.kind in ("n", "N") and self.separator:
            is_right = False
        self.align = self.align or ">"
        self.is_whole = is_right and self._at == len(text)


def formatted(number, text, context):
    """The number as text, by a format specification."""
    if not isinstance(text, str):
        raise TypeError("format arg must be str")
    if text.endswith("N"):
        # The frames of decimal are none that programs see.
        __import__("warnings").warn("Format specifier 'N' is deprecated", DeprecationWarning)
    spec = _Spec(text)
    if not spec.is_whole:
        raise ValueError("invalid format string")
    if number._kind:
        body = core.show(number.copy_abs(), context._capitals)
        if spec.pads:
            spec.fill, spec.align = " ", ">"
        if spec.kind == "%":
            body += "%"
        return _padded("-" if number._sign else "" if spec.sign == "-" else spec.sign, body, spec)
    # Without a precision and a kind it is shown as str() does.
    kind = {"": "g" if context._capitals == 0 else "G", "n": "g", "N": "G"}.get(spec.kind, spec.kind)
    sign, n, exponent = _to_precision(number, kind, spec, context._rounding)
    if spec.no_negative_zero and n == 0:
        sign = 0
    whole, fraction, suffix = _parts(n, exponent, kind, spec.precision)
    end = ("." + fraction if fraction or spec.point else "") + suffix
    separator = spec.separator
    shown_sign = "-" if sign else "" if spec.sign == "-" else spec.sign
    if separator:
        if spec.pads:
            whole = whole.zfill(3 * (spec.width - len(shown_sign) - len(end)) // 4 + 1)
        first = 1 + (len(whole) - 1) % 3
        groups = [whole[:first], *[whole[at : at + 3] for at in range(first, len(whole), 3)]]
        whole = separator.join(groups)
    return _padded(shown_sign, whole + end, spec)


def _to_precision(number, kind, spec, rounding):
    """Sign, int and exponent, rounded as the format says."""
    sign, n, exponent = number._sign, number._int, number._exp
    if kind == "%":
        exponent += 2
    precision = spec.precision
    wanted = exponent
    if kind in "fF%":
        wanted = -precision if precision is not None else min(exponent, 0)
    elif precision is not None and n:
        figures = precision + 1 if kind in "eE" else max(precision, 1)
        wanted = exponent + core.count(n) - figures
        if kind in "gG":
            wanted = max(exponent, wanted)
    if wanted < exponent:
        return sign, n * core.ten_to(exponent - wanted), wanted
    if wanted > exponent:
        size = core.count(n)
        n, _ = core.without(n, wanted - exponent, rounding, sign)
        if kind not in "fF%" and core.count(n) > size - (wanted - exponent):
            # A carry made one digit more.
            return sign, n // 10, wanted + 1
    return sign, n, wanted


def _parts(n, exponent, kind, precision):
    """The digits before the point, those behind it, and the exponent as it is shown."""
    text = core.digits(n)
    left = exponent + len(text)
    if kind in "eE":
        point = 1 - precision if not n and precision is not None else 1
    elif kind in "fF%":
        point = left
    else:
        point = left if exponent <= 0 and left > -6 else 1
    if point <= 0:
        whole, fraction = "0", "0" * -point + text
    elif point > len(text):
        whole, fraction = text + "0" * (point - len(text)), ""
    else:
        whole, fraction = text[:point] or "0", text[point:]
    power = left - point
    if power or kind in "eE":
        return whole, fraction, f"{'E' if kind in 'EG' else 'e'}{power:+}"
    return whole, fraction, "%" if kind == "%" else ""


def _padded(sign, body, spec):
    room = spec.fill * (spec.width - len(sign) - len(body))
    match spec.align:
        case "<":
            return sign + body + room
        case "=":
            return sign + room + body
        case "^":
            half = len(room) // 2
            return room[:half] + sign + body + room[half:]
    return room + sign + body
