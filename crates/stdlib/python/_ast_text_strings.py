"""How strings, and numbers that have no literal, are written in source text."""

_LONG_QUOTES = ('"""', "'''")
_QUOTES = ("'", '"', *_LONG_QUOTES)
# A float that is infinite has no literal, but one that is too large becomes it.
_INFINITY = "1e309"


def number(value):
    """A float or complex number as text that gives it back."""
    return repr(value).replace("inf", _INFINITY).replace("nan", f"({_INFINITY}-{_INFINITY})")


def _escaped(text, keeps_lines):
    characters = []
    for character in text:
        if keeps_lines and character in "\n\t":
            characters.append(character)
        elif character == "\\" or not character.isprintable():
            characters.append(character.encode("unicode_escape").decode("ascii"))
        else:
            characters.append(character)
    return "".join(characters)


def _inside(text, quotes, keeps_lines):
    """The text as it stands between quotes, and those of some quotes that fit, the best first."""
    escaped = _escaped(text, keeps_lines)
    if "\n" in escaped:
        quotes = [quote for quote in quotes if quote in _LONG_QUOTES]
    fitting = [quote for quote in quotes if quote not in escaped]
    if not fitting:
        shown = repr(text)
        return shown[1:-1], [next((quote for quote in quotes if shown[0] in quote), shown[0])]
    if escaped:
        # A quote at the end would become part of the closing ones.
        fitting.sort(key=lambda quote: quote[0] == escaped[-1])
        if fitting[0][0] == escaped[-1]:
            escaped = f"{escaped[:-1]}\\{escaped[-1]}"
    return escaped, fitting


def docstring(text):
    """Documentation as a literal over several lines."""
    inside, quotes = _inside(text, _LONG_QUOTES, True)
    return f"{quotes[0]}{inside}{quotes[0]}"


def template(prefix, parts):
    """An f-string or t-string of parts: pairs of a text and whether it is a constant."""
    quotes = list(_QUOTES)
    written = []
    for text, is_constant in parts:
        if is_constant:
            text, fitting = _inside(text, quotes, False)
            if not set(fitting) & set(quotes):
                return _with_repr(prefix, parts)
            quotes = fitting
        elif "\n" in text:
            quotes = [quote for quote in quotes if quote in _LONG_QUOTES]
        written.append(text)
    return f"{prefix}{quotes[0]}{''.join(written)}{quotes[0]}"


def _with_repr(prefix, parts):
    """A template whose constants have all quotes in them."""
    quote = '"""'
    texts = (repr('"' + text)[2:-1] if is_constant else text for text, is_constant in parts)
    return f"{prefix}{quote}{''.join(texts)}{quote}"
