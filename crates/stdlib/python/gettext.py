"""Messages in the language of who reads them, out of catalogs in GNU's .mo files."""
import os
import sys

__all__ = [
    "NullTranslations", "GNUTranslations", "Catalog", "bindtextdomain", "find", "translation", "install", "textdomain",
    "dgettext", "dngettext", "gettext", "ngettext", "pgettext", "dpgettext", "npgettext", "dnpgettext",
]

_default_localedir = os.path.join(sys.base_prefix, "share", "locale")
# What separates a message's context from the message.
_CONTEXT = "\x04"


class NullTranslations:
    """Translates nothing, but asks the fallback if there is one; translations derive from it."""

    def __init__(self, fp=None):
        self._info = {}
        self._charset = None
        self._fallback = None
        if fp is not None:
            self._parse(fp)

    def _parse(self, fp):
        """Read the catalog in a file: a subclass knows how."""

    def add_fallback(self, fallback):
        """Ask those translations too for messages that nobody knows, after the others."""
        if self._fallback:
            self._fallback.add_fallback(fallback)
        else:
            self._fallback = fallback

    def gettext(self, message):
        """The message in the language."""
        return self._fallback.gettext(message) if self._fallback else message

    def ngettext(self, msgid1, msgid2, n):
        """The message for that number; without a translation, the first for one and the second for all others."""
        if self._fallback:
            return self._fallback.ngettext(msgid1, msgid2, n)
        return msgid1 if n == 1 else msgid2

    def pgettext(self, context, message):
        """The message as it is in that context."""
        return self._fallback.pgettext(context, message) if self._fallback else message

    def npgettext(self, context, msgid1, msgid2, n):
        """The message for that number, as it is in that context."""
        if self._fallback:
            return self._fallback.npgettext(context, msgid1, msgid2, n)
        return msgid1 if n == 1 else msgid2

    def info(self):
        """The fields of the catalog's head, in lower case."""
        return self._info

    def charset(self):
        """The encoding of the catalog."""
        return self._charset

    def install(self, names=None):
        """Make the translation the builtin function _, and others of its methods too if they are named."""
        import builtins

        builtins._ = self.gettext
        for name in {"gettext", "ngettext", "npgettext", "pgettext"} & set(names or ()):
            setattr(builtins, name, getattr(self, name))


class GNUTranslations(NullTranslations):
    """The translations in a .mo file."""

    LE_MAGIC = 0x950412DE
    BE_MAGIC = 0xDE120495
    CONTEXT = "%s" + _CONTEXT + "%s"
    VERSIONS = (0, 1)

    def _parse(self, fp):
        from struct import unpack

        name = getattr(fp, "name", "")
        self._catalog = catalog = {}
        self.plural = _germanic
        data = fp.read()
        order = "<" if unpack("<I", data[:4])[0] == self.LE_MAGIC else ">"
        if unpack(order + "I", data[:4])[0] != self.LE_MAGIC:
            raise OSError(0, "Bad magic number", name)
        version, count, messages, texts = unpack(order + "4I", data[4:20])
        if version >> 16 not in self.VERSIONS:
            raise OSError(0, "Bad version number " + str(version >> 16), name)

        for index in range(0, 8 * count, 8):
            length, start = unpack(order + "II", data[messages + index : messages + index + 8])
            text_length, text_start = unpack(order + "II", data[texts + index : texts + index + 8])
            if start + length >= len(data) or text_start + text_length >= len(data):
                raise OSError(0, "File is corrupt", name)
            message, text = data[start : start + length], data[text_start : text_start + text_length]
            if not message:
                self._parse_head(text.decode())
            charset = self._charset or "ascii"
            if b"\x00" in message:
                message = str(message.split(b"\x00")[0], charset)
                for number, form in enumerate(text.split(b"\x00")):
                    catalog[message, number] = str(form, charset)
            else:
                catalog[str(message, charset)] = str(text, charset)

    def _parse_head(self, text):
        """Take in the catalog's head: lines `name: value`, some of them continued in the next."""
        last = None
        for line in text.split("\n"):
            line = line.strip()
            if not line or line.startswith("#-#-#-#-#") and line.endswith("#-#-#-#-#"):
                continue
            if ":" in line:
                last, _, value = line.partition(":")
                last, value = last.strip().lower(), value.strip()
                self._info[last] = value
                if last == "content-type":
                    self._charset = value.split("charset=")[1]
                elif last == "plural-forms":
                    self.plural = c2py(value.split(";")[1].split("plural=")[1])
            elif last:
                self._info[last] += "\n" + line

    def _one(self, key):
        """The translation of a message that has no forms, or whose first form is meant; None if there is none."""
        text = self._catalog.get(key)
        return self._catalog.get((key, self.plural(1))) if text is None else text

    def gettext(self, message):
        """The message in the language."""
        found = self._one(message)
        return super().gettext(message) if found is None else found

    def ngettext(self, msgid1, msgid2, n):
        """The message for that number."""
        found = self._catalog.get((msgid1, self.plural(n)))
        return super().ngettext(msgid1, msgid2, n) if found is None else found

    def pgettext(self, context, message):
        """The message as it is in that context."""
        found = self._one(context + _CONTEXT + message)
        return super().pgettext(context, message) if found is None else found

    def npgettext(self, context, msgid1, msgid2, n):
        """The message for that number, as it is in that context."""
        found = self._catalog.get((context + _CONTEXT + msgid1, self.plural(n)))
        return super().npgettext(context, msgid1, msgid2, n) if found is None else found


def _germanic(n):
    return int(n != 1)


def c2py(plural):
    """A function of one number for an expression in C, as catalogs' heads have it for their plural forms."""
    from _plural_forms import function

    return function(plural)


def _variants(name):
    """The names that catalogs of a locale may have, the most special first: without encoding, country and modifier too."""
    import locale

    name = locale.normalize(name)
    name, at, modifier = name.partition("@")
    name, dot, codeset = name.partition(".")
    language, under, territory = name.partition("_")
    found = []
    for mask in range(7, -1, -1):
        with_territory, with_codeset, with_modifier = mask & 2, mask & 1, mask & 4
        if (with_territory and not under) or (with_codeset and not dot) or (with_modifier and not at):
            continue
        found.append(
            language
            + (under + territory if with_territory else "")
            + (dot + codeset if with_codeset else "")
            + (at + modifier if with_modifier else "")
        )
    return found


def find(domain, localedir=None, languages=None, all=False):
    """The .mo file of a domain in the first of the languages that there is, or None; with all, a list of files."""
    if localedir is None:
        localedir = _default_localedir
    if languages is None:
        settings = map(os.environ.get, ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"))
        languages = next((value.split(":") for value in settings if value), [])
        if "C" not in languages:
            languages.append("C")
    names = []
    for language in languages:
        names.extend(name for name in _variants(language) if name not in names)
    found = []
    for name in names:
        if name == "C":
            break
        file = os.path.join(localedir, name, "LC_MESSAGES", f"{domain}.mo")
        if os.path.exists(file):
            if not all:
                return file
            found.append(file)
    return found if all else None


# The translations that were read, by class and file.
_translations = {}


def translation(domain, localedir=None, languages=None, class_=None, fallback=False):
    """The translations of a domain in the languages, each with the next as its fallback."""
    import copy

    class_ = class_ or GNUTranslations
    files = find(domain, localedir, languages, all=True)
    if not files:
        if fallback:
            return NullTranslations()
        from errno import ENOENT

        raise FileNotFoundError(ENOENT, "No translation file found for domain", domain)
    result = None
    for file in files:
        key = class_, os.path.abspath(file)
        if key not in _translations:
            with open(file, "rb") as stream:
                _translations[key] = class_(stream)
        # Fallbacks differ from one call to the next, the catalog doesn't.
        found = copy.copy(_translations[key])
        if result is None:
            result = found
        else:
            result.add_fallback(found)
    return result


def install(domain, localedir=None, *, names=None):
    """Make the domain's translation the builtin function _."""
    translation(domain, localedir, fallback=True).install(names)


_localedirs = {}
_current_domain = "messages"


def textdomain(domain=None):
    """Choose the domain that gettext() and the like use, and return it; None only asks."""
    global _current_domain
    if domain is not None:
        _current_domain = domain
    return _current_domain


def bindtextdomain(domain, localedir=None):
    """Choose the folder of a domain's catalogs, and return it; None only asks."""
    if localedir is not None:
        _localedirs[domain] = localedir
    return _localedirs.get(domain, _default_localedir)


def _of(domain):
    return translation(domain, _localedirs.get(domain), fallback=True)


def dgettext(domain, message):
    """The message in the language, from a domain."""
    return _of(domain).gettext(message)


def dngettext(domain, msgid1, msgid2, n):
    """The message for that number, from a domain."""
    return _of(domain).ngettext(msgid1, msgid2, n)


def dpgettext(domain, context, message):
    """The message as it is in that context, from a domain."""
    return _of(domain).pgettext(context, message)


def dnpgettext(domain, context, msgid1, msgid2, n):
    """The message for that number and context, from a domain."""
    return _of(domain).npgettext(context, msgid1, msgid2, n)


def gettext(message):
    """The message in the language."""
    return dgettext(_current_domain, message)


def ngettext(msgid1, msgid2, n):
    """The message for that number."""
    return dngettext(_current_domain, msgid1, msgid2, n)


def pgettext(context, message):
    """The message as it is in that context."""
    return dpgettext(_current_domain, context, message)


def npgettext(context, msgid1, msgid2, n):
    """The message for that number, as it is in that context."""
    return dnpgettext(_current_domain, context, msgid1, msgid2, n)


Catalog = translation
