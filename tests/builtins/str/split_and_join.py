s = "  a b  c d "
print(s.split(), s.split(" "), s.split(None, 2), s.split(" ", 2), s.rsplit(), s.rsplit(None, 1), s.rsplit(" ", 1), "".split(), "".split(","))
print("a,b,,c".split(","), "a,b,,c".rsplit(",", 1), "a--b--c".split("--"), "abc".split("x"), "abc".split("abc"), "aaa".split("a"), ",".split(","))
print("a\tb\nc\x0bd\x1ce\u3000f".split(), "one\ntwo\r\nthree\rfour\x0bfive\u2028six".splitlines(), "a\nb\n".splitlines(True), "".splitlines(), "\n".splitlines(), "a\n\nb".splitlines())
print("a.b.c".partition("."), "a.b.c".rpartition("."), "abc".partition("x"), "abc".rpartition("x"), "abc".partition("abc"))
print(",".join([]), ",".join(["a"]), ",".join(["a", "b"]), "".join("xyz"), "-".join({"k": 1}), ", ".join(str(i) for i in range(3)), "ab".join("12"))
print("a b c".split(sep=" ", maxsplit=1), "a b".split(maxsplit=0), " x ".split(maxsplit=0))
for f in (lambda: "a".split(""), lambda: "a".partition(""), lambda: ",".join([1]), lambda: ",".join(["a", None]), lambda: ",".join(5), lambda: "a".split(5), lambda: "a".partition(5), lambda: "a".join(b"x")):
    try:
        print(f())
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)
