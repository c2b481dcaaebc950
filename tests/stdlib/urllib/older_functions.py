import urllib.parse as p, warnings

warnings.simplefilter("error")
for n, a in [
    ("splittype", "a:b"),
    ("splithost", "//h/p"),
    ("splituser", "u@h"),
    ("splitpasswd", "u:p"),
    ("splitport", "h:5"),
    ("splitnport", "h:x"),
    ("splitquery", "p?q"),
    ("splittag", "p#t"),
    ("splitattr", "p;a;b"),
    ("splitvalue", "a=b"),
    ("to_bytes", "x"),
]:
    try:
        getattr(p, n)(a)
    except Warning as e:
        print(n, repr(e))
warnings.simplefilter("ignore")
for n, aa in [
    ("splittype", ["a:b", "A1:b", "/a:b", "a", ""]),
    ("splithost", ["//h/p", "//h?q", "h", "//h#f/x", "///p", "//h\n/x"]),
    ("splituser", ["u@h", "a@b@c", "h"]),
    ("splitpasswd", ["u:p", "u:a:b", "u", "u:a\nb"]),
    ("splitport", ["h:5", "h:", "h", "h:x", "h:٣"]),
    ("splitnport", ["h:x", "h:5", "h:", "h", "h: 5"]),
    ("splitquery", ["p?q", "p", "p?a?b"]),
    ("splittag", ["p#t", "p#a#b", "p"]),
    ("splitattr", ["p;a;b", "p"]),
    ("splitvalue", ["a=b", "a", "a=b=c"]),
    ("to_bytes", ["x", "é", b"x"]),
]:
    for a in aa:
        try:
            print(n, ascii(a), getattr(p, n)(a))
        except Exception as e:
            print(n, ascii(a), repr(e))
