# python: 3.14
s = "hello"
print(s + " " + "x", s * 2, 2 * s, s * 0, s * -1, s[0], s[-1], s[1:3], s[::-1], s[::2], "e" in s, len(s), min(s), max(s), sorted(s), list(s), tuple("ab"))
print("a" < "b", "a" < "B", "abc" < "abd", "ab" < "abc", "" < "a", "a" == "a", "a" != "b", "é" > "z", "😀" > "é", "Z" < "a")
print("%s" % s, s.__len__(), s.__contains__("l"), s.__getitem__(1), s.__add__("!"), s.__mul__(2), s.__rmul__(2), s.__eq__(5), s.__hash__() == hash(s), s.__iter__().__next__(), s.__lt__(5))
print([c for c in "añ😀"], "añ😀"[1], "añ😀"[-1], "añ😀"[1:], len("añ😀"), "añ😀" * 2, ord("😀"), chr(128512))
a = "x" * 1000
a += "y"
print(len(a), a[-1], a[999:], a[1000:] + a[:2], "ab" "cd"[1])
for f in (lambda: s[5], lambda: s["a"], lambda: s[1.0], lambda: s + 1, lambda: 1 + s, lambda: s * "a", lambda: s * 1.5, lambda: s - "a", lambda: s < 1, lambda: "a" in 5, lambda: 5 in s, lambda: s + b"x", lambda: s[None], lambda: -s,
          lambda: s * (1 << 100), lambda: [*s][9]):
    try:
        print(f())
    except (TypeError, IndexError, OverflowError, MemoryError) as e:
        print(type(e).__name__, e)
it = iter("ab")
print(next(it), next(it), next(it, None), type(it).__name__)
