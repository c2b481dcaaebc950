# python: 3.13
s = "hello hello"
print(s.find("l"), s.find("l", 5), s.find("l", 4, 8), s.find("zz"), s.find(""), s.find("", 11), s.find("", 12), s.find("o", -1), s.find("h", -5, -1))
print(s.rfind("l"), s.rfind("l", 0, 5), s.rfind(""), s.rfind("hello"), s.rfind("q"), s.index("e"), s.rindex("e"))
print(s.count("l"), s.count("ll"), s.count(""), s.count("l", 3), s.count("lo", 0, 5), "aaaa".count("aa"), "".count(""), "".count("", 1), "abc".count("", 2, 3))
print("ell" in s, "" in s, s.startswith("he"), s.startswith("lo", 3), s.startswith(("x", "he")), s.startswith(""), s.startswith("hello hello!"), s.startswith("", 12), s.startswith(()))
print(s.endswith("lo"), s.endswith("ell", 0, 4), s.endswith(("a", "o")), s.endswith(""), s.endswith("lo", -2))
for f in (lambda: s.index("zz"), lambda: s.rindex("zz"), lambda: s.find(5), lambda: s.startswith(5), lambda: s.startswith(["h"]), lambda: s.startswith(("h", 5)), lambda: s.startswith((5, "h")), lambda: s.count(None), lambda: s.find("a", "b")):
    try:
        print(f())
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)
u = "añb😀c😀"
print(u.find("😀"), u.rfind("😀"), u.count("😀"), u.index("c"), u[3], u[::-1], len(u), u.find("c", 4))
