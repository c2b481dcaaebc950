"""Constants of characters, formatting as a class, and simple templates; on most boards the constants alone."""

whitespace = " \t\n\r\v\f"
ascii_lowercase = "abcdefghijklmnopqrstuvwxyz"
ascii_uppercase = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
ascii_letters = ascii_lowercase + ascii_uppercase
digits = "0123456789"
hexdigits = digits + "abcdef" + "ABCDEF"
octdigits = "01234567"
punctuation = r"""!"#$%&'()*+,-./:;<=>?@[\]^_`{|}~"""
printable = digits + ascii_letters + punctuation + whitespace

__all__ = [
    "ascii_letters", "ascii_lowercase", "ascii_uppercase", "capwords", "digits", "hexdigits", "octdigits",
    "printable", "punctuation", "whitespace", "Formatter", "Template",
]  # fmt: skip


def capwords(s, sep=None):
    """Capitalize the words of a text, joined by sep (by one space if there is none)."""
    return (sep or " ").join(map(str.capitalize, s.split(sep)))


try:
    from _string_classes import Formatter, Template
except ImportError:
    del __all__[-2:]

# A package: string.templatelib.
__path__ = []
