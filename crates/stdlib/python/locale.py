"""Habits of languages and countries in writing numbers and texts. There is one locale here, C, in ASCII and in UTF-8."""
import builtins as _builtins
import operator as _operator

__all__ = [
    "getlocale", "getdefaultlocale", "getpreferredencoding", "Error", "setlocale", "localeconv", "strcoll", "strxfrm",
    "str", "atof", "atoi", "format_string", "currency", "normalize", "LC_CTYPE", "LC_COLLATE", "LC_TIME",
    "LC_MONETARY", "LC_NUMERIC", "LC_ALL", "CHAR_MAX", "getencoding", "LC_MESSAGES",
]

LC_CTYPE, LC_NUMERIC, LC_TIME, LC_COLLATE, LC_MONETARY, LC_MESSAGES, LC_ALL = range(7)
CHAR_MAX = 127

# What nl_langinfo() tells: the constants' first number and the texts of those that follow each other.
_FACTS = {}
_GROUPS = (
    (14, "CODESET", ("",)),
    (0x10000, "RADIXCHAR THOUSEP", (".", "")),
    (0x20000, "ABDAY_1 ABDAY_2 ABDAY_3 ABDAY_4 ABDAY_5 ABDAY_6 ABDAY_7", "Sun Mon Tue Wed Thu Fri Sat".split()),
    (0x20007, "DAY_1 DAY_2 DAY_3 DAY_4 DAY_5 DAY_6 DAY_7",
     "Sunday Monday Tuesday Wednesday Thursday Friday Saturday".split()),
    (0x2000E, " ".join(f"ABMON_{month}" for month in range(1, 13)),
     "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()),
    (0x2001A, " ".join(f"MON_{month}" for month in range(1, 13)),
     "January February March April May June July August September October November December".split()),
    (0x20026, "AM_STR PM_STR D_T_FMT D_FMT T_FMT T_FMT_AMPM ERA",
     ("AM", "PM", "%a %b %e %H:%M:%S %Y", "%m/%d/%y", "%H:%M:%S", "%I:%M:%S %p", "")),
    (0x2002E, "ERA_D_FMT ALT_DIGITS ERA_D_T_FMT ERA_T_FMT", ("", "", "", "")),
    (0x4000F, "CRNCYSTR", ("-",)),
    (0x50000, "YESEXPR NOEXPR", ("^[yY]", "^[nN]")),
)  # fmt: skip
for _start, _names, _texts in _GROUPS:
    for _offset, (_name, _text) in enumerate(zip(_names.split(), _texts)):
        globals()[_name] = _start + _offset
        _FACTS[_start + _offset] = _text
del _start, _names, _texts, _offset, _name, _text, _GROUPS

# The kinds of habits that glibc names, in its order; those behind the sixth have no constant here.
_KINDS = ("CTYPE", "NUMERIC", "TIME", "COLLATE", "MONETARY", "MESSAGES")
_MORE_KINDS = ("PAPER", "NAME", "ADDRESS", "TELEPHONE", "MEASUREMENT", "IDENTIFICATION")
# Which name each of them has now, and the others at the end. Texts are in UTF-8 from the start.
_current = ["C.UTF-8", "C", "C", "C", "C", "C", "C"]

# The country that goes without saying with a language, and the number of the encoding of ISO 8859 once used there.
_COUNTRIES = {
    "ar": "AA.6", "bg": "BG.CP1251", "bs": "BA.2", "ca": "ES.1", "cs": "CZ.2", "da": "DK.1", "de": "DE.1", "el": "GR.7",
    "en": "US.1", "es": "ES.1", "et": "EE.15", "eu": "ES.1", "fa": "IR.UTF-8", "fi": "FI.15", "fr": "FR.1", "ga": "IE.1",
    "gl": "ES.1", "he": "IL.8", "hr": "HR.2", "hu": "HU.2", "is": "IS.1", "it": "IT.1", "ja": "JP.eucJP", "ko": "KR.eucKR",
    "lt": "LT.13", "lv": "LV.13", "mk": "MK.5", "nl": "NL.1", "no": "NO.1", "pl": "PL.2", "pt": "PT.1", "ro": "RO.2",
    "ru": "RU.UTF-8", "sk": "SK.2", "sl": "SI.2", "sq": "AL.2", "sv": "SE.1", "th": "TH.11", "tr": "TR.9",
    "uk": "UA.KOI8-U", "zh": "CN.eucCN",
}  # fmt: skip


class Error(Exception):
    """Raised for a locale that there isn't."""


def setlocale(category, locale=None):
    """Choose a locale for a category, and return its name; without one, only say which it is.

    There are `C`, `POSIX` and `C.UTF-8`; the empty name chooses `C.UTF-8`.
    """
    category = _operator.index(category)
    if not 0 <= category <= LC_ALL:
        raise Error("locale query failed" if locale is None else "unsupported locale setting")
    if locale is None:
        return _current[category] if category != LC_ALL else _composed()
    if locale and not isinstance(locale, _builtins.str):
        language, encoding = locale
        locale = language or "C"
        locale = normalize(locale + (f".{encoding}" if encoding else ""))
    if category == LC_ALL and ";" in locale:
        named = dict(part.split("=") for part in locale.split(";"))
        names = [named.get(f"LC_{kind}", "C") for kind in (*_KINDS, _MORE_KINDS[0])]
    else:
        names = [locale] * len(_current)
    chosen = [_known(name) for name in names]
    if category == LC_ALL:
        _current[:] = chosen
        return _composed()
    _current[category] = chosen[0]
    return chosen[0]


def _known(name):
    if name in ("", "C.UTF-8"):
        return "C.UTF-8"
    if name in ("C", "POSIX"):
        return "C"
    if name.lower() in ("c.utf-8", "c.utf8") and name[0] == "C":
        return name
    raise Error("unsupported locale setting")


def _composed():
    """The names of all categories: one if they are the same."""
    if len({*_current}) == 1:
        return _current[0]
    named = [f"LC_{kind}={name}" for kind, name in zip(_KINDS, _current)]
    order = [named[index] for index in (LC_CTYPE, LC_NUMERIC, LC_TIME, LC_COLLATE, LC_MONETARY, LC_MESSAGES)]
    return ";".join(order + [f"LC_{kind}={_current[LC_ALL]}" for kind in _MORE_KINDS])


def getlocale(category=LC_CTYPE):
    """The language and encoding of a category's locale, as a tuple; (None, None) for C."""
    name = setlocale(category)
    if category == LC_ALL and ";" in name:
        raise TypeError("category LC_ALL is not supported")
    return ("C", "UTF-8") if name != "C" else (None, None)


def getdefaultlocale(envvars=("LC_ALL", "LC_CTYPE", "LANG", "LANGUAGE")):
    """The language and encoding that the environment asks for."""
    import os
    import warnings

    text = "'locale.getdefaultlocale' is deprecated and slated for removal in Python 3.15."
    warnings.warn(
        f"{text} Use setlocale(), getencoding() and getlocale() instead.", DeprecationWarning, stacklevel=2
    )
    name = "C"
    for variable in envvars:
        value = os.environ.get(variable)
        if value:
            name = value.split(":")[0] if variable == "LANGUAGE" else value
            break
    name = normalize(name)
    if name in ("C", "POSIX"):
        return None, None
    language, dot, encoding = name.partition(".")
    if not dot:
        raise ValueError(f"unknown locale: {name}")
    return language, encoding


def getencoding():
    """The encoding of the locale."""
    return "UTF-8"


def getpreferredencoding(do_setlocale=True):
    """The encoding in which texts are read and written."""
    return "UTF-8"


def localeconv():
    """The habits of the locale in writing numbers and sums of money."""
    conventions = dict.fromkeys(
        ("int_curr_symbol", "currency_symbol", "mon_decimal_point", "mon_thousands_sep"), ""
    )
    conventions.update(mon_grouping=[], positive_sign="", negative_sign="")
    for name in ("int_frac_digits", "frac_digits", "p_cs_precedes", "p_sep_by_space", "n_cs_precedes",
                 "n_sep_by_space", "p_sign_posn", "n_sign_posn"):  # fmt: skip
        conventions[name] = CHAR_MAX
    conventions.update(decimal_point=".", thousands_sep="", grouping=[])
    return conventions


def nl_langinfo(key, /):
    """A fact about the locale's language, by one of the constants."""
    if key == CODESET:
        return "ANSI_X3.4-1968" if _current[LC_CTYPE] == "C" else "UTF-8"
    if key not in _FACTS:
        raise ValueError("unsupported langinfo constant")
    return _FACTS[key]


def strcoll(os1, os2, /):
    """How two texts compare: a number below, at or above zero."""
    for position, text in enumerate((os1, os2), 1):
        if not isinstance(text, _builtins.str):
            raise TypeError(f"strcoll() argument {position} must be str, not {type(text).__name__}")
    return (os1 > os2) - (os1 < os2)


def strxfrm(string, /):
    """A text that compares with others as the given one does in the locale."""
    if not isinstance(string, _builtins.str):
        raise TypeError(f"strxfrm() argument must be str, not {type(string).__name__}")
    return string


def format_string(f, val, grouping=False, monetary=False):
    """Format values as `f % val` does; the locale has no other habits."""
    return f % val


def currency(val, symbol=True, grouping=False, international=False):
    """Format a sum of money, which the locale has no habits for."""
    raise ValueError("Currency formatting is not possible using the 'C' locale.")


def str(val):
    """A float as text, with twelve digits at most."""
    return format(val, ".12g") if isinstance(val, (int, float)) else "%.12g" % (val,)


def delocalize(string):
    """A number in the locale's form as Python writes it."""
    return string


def localize(string, grouping=False, monetary=False):
    """A number as Python writes it in the locale's form."""
    return string


def atof(string, func=float):
    """A number from a text in the locale's form."""
    return func(delocalize(string))


def atoi(string):
    """An integer from a text in the locale's form."""
    return int(delocalize(string))


def normalize(localename):
    """A locale's name with its country and encoding, as setlocale() wants it; itself if nothing is known of it."""
    name, at, modifier = localename.lower().partition("@")
    name, dot, encoding = name.partition(".")
    language, _, country = name.replace("-", "_").partition("_")
    if language in ("c", "posix"):
        return f"C.{_encoding_named(encoding)}" if dot else "C"
    if language not in _COUNTRIES:
        return localename
    usual, _, usual_encoding = _COUNTRIES[language].partition(".")
    if usual_encoding.isdecimal():
        usual_encoding = f"ISO8859-{usual_encoding}"
    if modifier == "euro" and not dot:
        modifier, usual_encoding = "", "ISO8859-15"
    encoding = _encoding_named(encoding) if dot else usual_encoding
    return f"{language}_{country.upper() or usual}.{encoding}" + (f"@{modifier}" if modifier else "")


def _encoding_named(encoding):
    """An encoding as names of locales write it."""
    plain = encoding.replace("-", "").replace("_", "")
    if plain == "utf8":
        return "UTF-8"
    if plain.startswith("iso8859") and plain[7:].isdecimal():
        return f"ISO8859-{plain[7:]}"
    return encoding.upper()
