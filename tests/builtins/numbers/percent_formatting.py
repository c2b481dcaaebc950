# python: 3.14
print("%d %i %u %5d|%-5d|%05d %+d % d" % (1, 2, 3, 4, 5, 6, 7, 8))
print("%x %X %#x %o %#o %c %c" % (255, 255, 255, 8, 8, 65, "z"))
print("%f %.2f %10.3f|%-10.1f|%+.1f %e %.3E %g %G %.3g" % (1.5, 1.5, 1.5, 1.5, 1.5, 12345.678, 0.00012, 1e10, 1e-10, 1234.5))
print("%s %r %a %10s|%-10s|%.2s %%" % ("a", "b", "é", "c", "d", "efg"))
print("%(x)s %(y)5d %(x)r" % {"x": "X", "y": 5}, "%*d %-*d| %.*f" % (5, 1, 5, 2, 2, 1.234))
print("%s" % None, "%s" % (1,), "%s %s" % ("a", [1]), "%d" % 3.9, "%d" % True, "%s" % {"k": 1}, "%s" % b"x", "%x" % -255, "%#x" % 10 ** 20 if False else "-")
print("%5%|" % () if False else "-", "%d" % 10 ** 3 if False else "-", "%.3d" % 5, "%+5.2d|" % 5, "%i" % (10 ** 20), "%e" % 0, "%s %%" % 1)
tests = [("%d", "a"), ("%d", ()), ("%s %s", ("a",)), ("%s", ("a", "b")), ("%q", 1), ("%(x)s", 5), ("%(x)s", {}), ("%c", "ab"), ("%c", 1.5), ("%x", 1.5), ("%f", "a"), ("%", 1), ("%(x", {"x": 1}),
         ("%*d", ("a", 1)), ("abc", 1), ("abc", {}), ("%c", -1), ("%d", None), ("%s %(x)s", {"x": 1}), ("%i", "1")]
for f, a in tests:
    try:
        print(f, "|", f % a)
    except (TypeError, ValueError, KeyError, OverflowError) as e:
        print(f, "|", type(e).__name__, e)
