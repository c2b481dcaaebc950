import locale as l

print(l.__all__)
print(l.getlocale(), l.setlocale(l.LC_ALL), l.localeconv(), l.getpreferredencoding().upper(), l.getencoding())
for n in [
    "C",
    "POSIX",
    "C.UTF-8",
    "c.utf8",
    "de",
    "de_DE",
    "de_DE.UTF-8",
    "de_AT@euro",
    "en_us.utf8",
    "xx",
    "xx_YY.iso88591",
    "",
    "en",
    "fr_CA",
    "pt_br",
    "ja",
    "ru",
    "cs_CZ.ISO8859-2",
    "zh",
]:
    print(n, l.normalize(n))
for n in ["", "C", "POSIX", "C.UTF-8", "C.utf8", "xx_YY"]:
    try:
        print(n, l.setlocale(l.LC_ALL, n), l.getlocale(), l.setlocale(l.LC_ALL), l.nl_langinfo(l.CODESET))
    except Exception as e:
        print(n, repr(e))
print({k: getattr(l, k) for k in dir(l) if k.isupper() and k[0] != "_" and isinstance(getattr(l, k), int)})
print(
    {
        k: l.nl_langinfo(getattr(l, k))
        for k in dir(l)
        if k.isupper()
        and k[0] != "_"
        and isinstance(getattr(l, k), int)
        and not k.startswith("LC_")
        and k != "CHAR_MAX"
    }
)
l.setlocale(l.LC_NUMERIC, "C")
print(l.setlocale(l.LC_ALL), l.setlocale(l.LC_NUMERIC))
s = l.setlocale(l.LC_ALL)
print(l.setlocale(l.LC_ALL, s) == s)
for f in [
    lambda: l.currency(5),
    lambda: l.format_string("%d %.2f", (1234567, 2.5), grouping=True),
    lambda: l.str(2.5),
    lambda: l.str(10**20 / 3),
    lambda: l.str(7),
    lambda: l.atof("1.5"),
    lambda: l.atoi("12"),
    lambda: l.delocalize("1,5"),
    lambda: l.localize("1.5"),
    lambda: l.strcoll("a", "b"),
    lambda: l.strcoll("b", "a"),
    lambda: l.strxfrm("ab"),
    lambda: l.format_string("%(a)s %%", {"a": 1}),
    lambda: l.setlocale(99),
    lambda: l.setlocale("x"),
    lambda: l.setlocale(0, ("en", "x")),
    lambda: l.getlocale(l.LC_ALL),
    lambda: l.setlocale(l.LC_CTYPE, ("C", "UTF-8")),
    lambda: l.nl_langinfo(-1),
    lambda: l.strcoll(1, 2),
    lambda: l.atof("x"),
    lambda: l.format_string("%d", "x"),
    lambda: l.setlocale(0, (None, None)),
]:
    try:
        print(repr(f()))
    except Exception as e:
        print(repr(e))
