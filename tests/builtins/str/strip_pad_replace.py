print("  a ".strip() + "|", "  a ".lstrip() + "|", "  a ".rstrip() + "|", "xxaxx".strip("x"), "abcba".strip("ab"), "abc".strip(""), "\u3000a\n".strip(), "a".strip("a") + "|", "abc".rstrip("cb"), " a ".strip(None))
print("a".center(5) + "|", "ab".center(5, "*"), "abc".center(6, "-"), "a".ljust(3) + "|", "a".rjust(3, "."), "abc".ljust(2), "5".zfill(3), "-5".zfill(4), "+5".zfill(4), "".zfill(2), "abc".zfill(2), "--5".zfill(5))
print("aXbXc".replace("X", "--"), "aXbXc".replace("X", "", 1), "abc".replace("", "-"), "abc".replace("", "-", 2), "aaa".replace("aa", "b"), "abc".replace("x", "y"), "".replace("", "z"), "abc".replace("abc", ""), "aa".replace("a", "a"))
print("prefix-x".removeprefix("prefix-"), "x.py".removesuffix(".py"), "abc".removeprefix("b"), "abc".removesuffix(""), "abc".removeprefix("abc"))
print("a\tb\tcd".expandtabs(), "a\tb".expandtabs(4), "\t".expandtabs(0) + "|", "ab\tc\n\td".expandtabs(3), "a\tb".expandtabs(tabsize=2))
print("hello".translate({ord("l"): "L", ord("h"): None, ord("o"): 48}), "abc".translate(str.maketrans("ab", "xy", "c")), str.maketrans({"a": 1, 98: "z"}), str.maketrans("a", "b"))
for f in (lambda: "a".center("x"), lambda: "a".center(5, "ab"), lambda: "a".strip(5), lambda: "a".replace(1, 2), lambda: "a".zfill("x"), lambda: str.maketrans("ab", "c"), lambda: str.maketrans({"ab": 1}), lambda: "a".ljust(3, 5), lambda: "a".removeprefix(5),
          lambda: str.maketrans(5), lambda: "a".translate(5), lambda: "a".translate({97: 1 << 40})):
    try:
        print(f())
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
