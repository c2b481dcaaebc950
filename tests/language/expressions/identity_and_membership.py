# python: 3.14
a = []
b = []
print(a is b, a is a, a is not b, None is None, a == b)
print(1 in [1, 2], 3 not in (1, 2), "b" in "abc", "" in "abc", "bc" in "abc", b"b" in b"abc", 98 in b"abc")
print(2 in range(0, 10, 2), 3 in range(0, 10, 2), "k" in {"k": 1}, 1 in {1, 2})
nan = float("nan")
print(nan in [nan], nan == nan, [nan] == [nan], (nan,) == (nan,))


class I:
    def __iter__(self):
        return iter([1, 2, 3])


class G:
    def __getitem__(self, i):
        if i > 3:
            raise IndexError
        return i * 10


class C:
    def __contains__(self, x):
        return "yes"


print(2 in I(), 5 in I(), 20 in G(), 5 in G(), 1 in C(), 1 not in C())
for text in ("1 in 5", "1 in None", "1 in 'a'", "'a' in b'a'"):
    try:
        eval(text)
    except TypeError as e:
        print(e)
