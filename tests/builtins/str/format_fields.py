# The same field in a template, an f-string, format() and %: sign, fill, width, grouping, precision.
for value in (0, 7, -7, 255, -255, 12345678, 2**40, -(2**46), 2**47 - 1, 2**70, -(2**70)):
    for spec in ("", "d", "5", "<5", "^7", "=8", "05", "+", " d", "x", "#x", "X", "#010b", "o", "_x", ",", "012,", "*^+9,d", "e", ".1f", "n", "%"):
        print(format(value, spec), end="|")
        assert format(value, spec) == ("{:" + spec + "}").format(value) == eval("f'{value:" + spec + "}'")
    for flags in ("%d", "%5d", "%-5d|", "%05d", "%+d", "% d", "%x", "%#X", "%8.3d", "%s", "%12s", "%-12s|", "%i", "%+06d"):
        print(flags % value, end="|")
    print()
for value in (0.0, -0.0, 1.5, -2.675, 1e100, 12345.678, float("inf"), float("-inf"), float("nan")):
    for spec in ("", "8.3f", "<9.1f", "+e", "010.2f", ",.2f", "g", "%", ".0f", "#.0f", "z.0f", "*^12", "_", "F"):
        print(format(value, spec), end="|")
        assert format(value, spec) == ("{:" + spec + "}").format(value) == eval("f'{value:" + spec + "}'")
    print("%f|%8.2f|%-8.1f|%08.1f|%+g|%s" % ((value,) * 6))
for value in ("", "abc", "äöü", "😀"):
    for spec in ("", "s", "5", "<5", ">5", "^6", ".2", "*^7.1", "ß>5", "😀<6", "05"):
        print(format(value, spec), end="|")
        assert format(value, spec) == ("{:" + spec + "}").format(value) == eval("f'{value:" + spec + "}'")
    print("%s|%5s|%-5s|%.1s|%r" % ((value,) * 5))


class Text(str):
    def __format__(self, spec):
        return "<" + spec + ">"

    def __rmod__(self, template):
        return "reflected"


class Whole(int):
    def __str__(self):
        return "str"


print(f"{Text('a'):>5}", "{:>5}".format(Text("a")), "%s" % Text("a"), Text("%s") % 1, f"{Whole(5):3}", "%s %d" % (Whole(5), Whole(5)), f"{Whole(5)}")
for value, spec in ((5, "s"), (5, ".2"), (5, "c,"), (1.5, "d"), (1.5, "x"), ("a", "d"), ("a", "+"), ("a", "=5"), (5, "5x5"), (True, "d"), (True, ""), (None, "5"), ([], "d"), (-1, "c"), (5, "z")):
    for form in (format, lambda value, spec: ("{:" + spec + "}").format(value)):
        try:
            print(repr(form(value, spec)))
        except Exception as error:
            print(type(error).__name__, error)
for template, value in (("%d", "a"), ("%d", 1.5), ("%x", 1.5), ("%c", 65), ("%s %s", 1), ("%s", (1, 2)), ("%(a)s", {"a": 1}), ("%(a)s", [1]), ("%", 1), ("%y", 1), ("%*d", (4, 5)), ("%-*d|", (4, 5)), ("%.*f", (1, 2.55)), ("%%", ()), ("x", {}), ("x", [1]), ("x", 1), ("%d", True), ("%5s", None)):
    try:
        print(template % value)
    except Exception as error:
        print(type(error).__name__, error)
