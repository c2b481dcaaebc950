"""Texts for HTML and back: escape() and unescape()."""

__all__ = ["escape", "unescape"]

# It is a package.
__path__ = []


def escape(s, quote=True):
    """The text with &, < and > as references, and quotation marks too unless told otherwise."""
    s = s.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    if quote:
        s = s.replace('"', "&quot;").replace("'", "&#x27;")
    return s


def __getattr__(name):
    if name == "_charref":
        global _charref
        import re

        # Packages that read Markdown put a pattern of their own in its place.
        _charref = re.compile(r"&(#[0-9]+;?|#[xX][0-9a-fA-F]+;?|[^\t\n\f <&#;]{1,32};?)")
        return _charref
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}", name=name)


def unescape(s):
    """The text with all references as the characters they stand for, by the rules of HTML 5."""
    if "&" not in s:
        return s
    pattern = globals().get("_charref") or __getattr__("_charref")
    return pattern.sub(_replace_charref, s)


def _replace_charref(match):
    """What one reference stands for; itself if for nothing. Packages that read Markdown call it by this name."""
    name = match[1]
    if name[0] == "#":
        digits = name[1:].rstrip(";")
        return _by_number(int(digits[1:], 16) if digits[0] in "xX" else int(digits))
    from html.entities import html5

    # Names that once were written without a semicolon are known at the beginning of other words too.
    for end in range(len(name), 1, -1):
        if name[:end] in html5:
            return html5[name[:end]] + name[end:]
    return "&" + name


def _by_number(number):
    """The character for a number: pages that say 0x80 to 0x9F mean Windows' characters; what is no character is left out."""
    if number == 0 or 0xD800 <= number <= 0xDFFF or number > 0x10FFFF:
        return "\ufffd"
    if 0x80 <= number <= 0x9F:
        try:
            return bytes([number]).decode("cp1252")
        except UnicodeDecodeError:
            return chr(number)
    control = number < 0x20 and number not in (0x09, 0x0A, 0x0C, 0x0D) or number == 0x7F
    if control or 0xFDD0 <= number <= 0xFDEF or number & 0xFFFE == 0xFFFE:
        return ""
    return chr(number)
