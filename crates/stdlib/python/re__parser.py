"""What packages ask of CPython's reader of patterns: how many characters a pattern matches."""

from re._constants import *

MAXWIDTH = 1 << 64


class SubPattern:
    """A pattern that was read."""

    def __init__(self, least, most):
        self.width = least, most

    def getwidth(self):
        """The least and the most characters that the pattern matches."""
        return self.width


def parse(str, flags=0, state=None):
    """Read a pattern; PatternError says what is wrong with it."""
    import _sre

    least, most = _sre.width(str, flags)
    return SubPattern(MAXWIDTH if least is None else least, MAXWIDTH if most is None else most)
