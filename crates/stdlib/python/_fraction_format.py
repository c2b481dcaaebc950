"""Fractions as text by a format: as floats are, but exact, or as numerator and denominator."""

from _format_reader import Reader


class _Spec(Reader):
    """The parts of a format specification, read from left to right."""

    def __init__(self, text):
        super().__init__(text)
        self.fill, self.align = " ", ">"
        if text[1:2] and text[1] in "<>=^":
            self.fill, self.align = text[0], text[1]
            self._at = 2
        elif align := self._one_of("<>=^"):
            self.align = align
        self.is_aligned = self._at > 0
        self.sign = self._one_of("-+ ") or "-"
        self.no_negative_zero = bool(self._one_of("z"))
        self.alternate = bool(self._one_of("#"))
        # A zero before a width fills; alone, it is the width.
        self.zeros = self._text[self._at : self._at + 1] == "0" and self._text[self._at + 1 : self._at + 2].isdigit()
        self._at += self.zeros
        self.width = int(self._number() or "0")
        self.separator = self._one_of(",_")
        self.precision = self.fraction_separator = None
        if self._one_of("."):
            precision = self._number()
            self.precision = int(precision) if precision else None
            self.fraction_separator = self._one_of(",_")
            if not precision and not self.fraction_separator:
                self._at = -1
        self.kind = self._one_of("eEfFgG%") if self._at >= 0 else ""
        self.is_whole = self._at == len(text)


def formatted(fraction, text):
    """The fraction as text, by a format specification."""
    spec = _Spec(text)
    if spec.is_whole:
        if spec.kind:
            # Zeros and an alignment at once are ambiguous.
            if not (spec.zeros and spec.is_aligned):
                return _as_float(fraction, spec)
        elif not (spec.zeros or spec.no_negative_zero or spec.precision is not None or spec.fraction_separator):
            return _as_ratio(fraction, spec)
    raise ValueError(f"Invalid format specifier {text!r} for object of type {type(fraction).__name__!r}")


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


def _sign(is_negative, spec):
    return "-" if is_negative else "" if spec.sign == "-" else spec.sign


def _as_ratio(fraction, spec):
    numerator, denominator = fraction.as_integer_ratio()
    body = format(abs(numerator), spec.separator)
    if spec.alternate or denominator != 1:
        body += "/" + format(denominator, spec.separator)
    return _padded(_sign(numerator < 0, spec), body, spec)


def _to_exponent(fraction, exponent):
    """Whether the fraction is negative, and its size in units of 10**exponent, rounded half to even."""
    numerator, denominator = fraction.as_integer_ratio()
    if exponent >= 0:
        denominator *= 10**exponent
    else:
        numerator *= 10**-exponent
    quotient, rest = divmod(abs(numerator), denominator)
    twice = rest * 2
    return numerator < 0, quotient + (twice > denominator or twice == denominator and quotient & 1)


def _to_figures(fraction, figures):
    """Sign, significant digits as an int, and their exponent, rounded half to even."""
    numerator, denominator = fraction.as_integer_ratio()
    if numerator == 0:
        return False, 0, 1 - figures
    # The estimate of the size is right, or one too small.
    size = len(str(abs(numerator))) - len(str(denominator))
    if abs(numerator) * 10 ** max(-size, 0) >= denominator * 10 ** max(size, 0):
        size += 1
    exponent = size - figures
    is_negative, digits = _to_exponent(fraction, exponent)
    if len(str(digits)) == figures + 1:
        digits //= 10
        exponent += 1
    return is_negative, digits, exponent


def _as_float(fraction, spec):
    precision = 6 if spec.precision is None else spec.precision
    kind = spec.kind
    by_figures = kind in "gG"
    trim = by_figures and not spec.alternate
    suffix, point = "", precision
    if kind in "fF%":
        shift = 2 if kind == "%" else 0
        is_negative, digits = _to_exponent(fraction, -precision - shift)
        is_scientific = False
        suffix = "%" if shift else ""
    else:
        figures = max(precision, 1) if by_figures else precision + 1
        is_negative, digits, exponent = _to_figures(fraction, figures)
        is_scientific = kind in "eE" or exponent > 0 or exponent + figures <= -4
        point = figures - 1 if is_scientific else -exponent
        if is_scientific:
            suffix = f"{'E' if kind in 'EG' else 'e'}{exponent + point:+03}"
    if spec.no_negative_zero and digits == 0:
        is_negative = False
    text = f"{digits:0{point + 1}}"
    whole, fractional = text[: len(text) - point], text[len(text) - point :]
    if trim:
        fractional = fractional.rstrip("0")
    if spec.fraction_separator:
        fractional = spec.fraction_separator.join([fractional[i : i + 3] for i in range(0, len(fractional), 3)])
    end = ("." if fractional or spec.alternate else "") + fractional + suffix
    sign = _sign(is_negative, spec)
    if spec.zeros and spec.separator:
        # Zeros are grouped too; the first group may not start with a separator.
        room = spec.width - len(sign) - len(end)
        whole = whole.zfill(3 * room // 4 + 1)
    elif spec.zeros:
        whole = whole.zfill(spec.width - len(sign) - len(end))
    if spec.separator:
        first = 1 + (len(whole) - 1) % 3
        groups = [whole[:first], *[whole[at : at + 3] for at in range(first, len(whole), 3)]]
        whole = spec.separator.join(groups)
    return _padded(sign, whole + end, spec)
