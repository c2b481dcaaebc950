print("{} {} {}".format(1, 2, 3), "{0} {1} {0}".format("a", "b"), "{x} {y}".format(x=1, y=2), "{} {x}".format(1, x=2), "{{}} {}".format(1), "{0[1]} {0[k]}".format({1: "one", "k": "v"}) if False else "-")
print("{0[0]} {0[1]} {1[k]} {2.real} {2.imag}".format([1, 2], {"k": "v"}, 3), "{a.__class__.__name__}".format(a=5), "{0[key with space]}".format({"key with space": 1}), "{[0]}".format("xyz"))
print("{:>5}|{:<5}|{:^5}|{:*^7}|{:=+5d}|{:05.1f}".format("a", "b", "c", "d", 5, 2.25), "{:{}}|{:{w}.{p}f}".format("x", 5, 3.14159, w=8, p=2), "{!r} {!s} {!a}".format("a", "b", "é"), "{0!r:>5}".format("x"))
print("{:,} {:_} {:x} {:#o} {:b} {:e} {:g} {:%} {:c}".format(1234567, 1234567, 255, 8, 5, 12345.678, 0.00001, 0.5, 65))
print("{:s} {:10s}| {:.2s} {:5.1s}|".format("abc", "abc", "abc", "abc"), "{}".format([1, "a"]), "{:}".format(None), "{0}{0}".format("ab"))
print("{a} {b}".format_map({"a": 1, "b": 2}), "{x[y]}".format_map({"x": {"y": 5}}))


class D(dict):
    def __missing__(self, k):
        return "<" + k + ">"


print("{a} {zz}".format_map(D(a=1)), "%(a)s %(q)s" % D(a=1))
tests = [("{}",), ("{} {}", 1), ("{1}", 1), ("{x}",), ("{0} {}", 1, 2), ("{} {0}", 1, 2), ("{",), ("}",), ("{0",), ("{!}", 1), ("{!x}", 1), ("{:d}", "a"), ("{0.foo}", 1), ("{0[a]}", [1]), ("{0[5]}", [1]), ("{a b}", 1), ("{0!rx}", 1), ("{:{}}", 1), ("{0[}", [1]),
         ("{0.}", 1), ("{0[]}", [1]), ("{:{:{}}}", 1, 2, 3)]
for t in tests:
    try:
        print(t, t[0].format(*t[1:]))
    except Exception as e:
        print(t, type(e).__name__, e)
