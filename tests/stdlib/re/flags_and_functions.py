# Flags, and the functions of the module.
import re

print(
    re.I,
    re.I | re.M,
    re.NOFLAG,
    re.RegexFlag(0),
    re.RegexFlag(4096),
    ~re.I & re.M,
    re.A + 0,
    re.I.name,
    str(re.S),
    re.DEBUG,
)
print(list(re.RegexFlag), sorted(re.RegexFlag.__members__))
print(sorted(re.__all__), re.error is re.PatternError, re.PatternError.__module__, re.__version__)
print(
    re.compile("a", re.I | re.X).flags,
    re.compile("(?im)a", re.S).flags,
    re.compile("(?a)a").flags,
    type(re.compile("a", re.I).flags),
)
print(
    repr(re.PatternError("x")),
    re.PatternError("x", "abc\nd", 5),
    re.PatternError("x", "abc", 1).args,
    re.PatternError("x", None, 1),
)
print(re.escape("a.b*c-d_e é\0\n#&~ /\\"), re.escape(""), re.escape("%!\"',:;<=>@`"))
try:
    re.escape(1)
except TypeError as error:
    print(error)
print(
    re.purge(), re.match("a", "ab").re, re.fullmatch("a", "ab"), re.search("b", "ab"), re.subn("a", "b", "aa")
)
print(all(re.fullmatch(f"x{number}", f"x{number}") for number in range(1200)))
try:
    re.T
except AttributeError as error:
    print(error)
print("Scanner" in vars(re) or hasattr(re, "Scanner"))
scanner = re.Scanner(
    [
        ("[a-z]+", lambda s, text: ("word", text)),
        ("[0-9]+", lambda s, text: int(text)),
        (" +", None),
        ("!", "end"),
    ]
)
print(
    scanner.scan("abc 12 !?rest"),
    scanner.match.group(),
    re.Scanner([("A", "x")], re.I).scan("aAb"),
    re.Scanner([("", "x")]).scan("a"),
)
