s = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]
print(s[2:5], s[:3], s[7:], s[:], s[::2], s[1::3], s[::-1], s[8:2:-2], s[-3:], s[:-3], s[-1:-5:-1])
print(s[100:], s[:100], s[5:2], s[-100:2], s[::100], s[::-100])
print("hello"[1:4], "hello"[::-1], (1, 2, 3)[1:], b"abc"[::2], range(10)[2:8:3])


class S:
    def __getitem__(self, key):
        return key


print(S()[1], S()[1:2], S()[1:2:3], S()[:], S()[::], S()[1:2, 3], S()[...], S()[(1, 2)], S()[1:, ::2])
t = "abc"
for text in ("s['a']", "s[1.5]", "s['a':]", "s[::0]", "s[10]", "s[-11]", "s[None]", "t['x']", "(1,)[5]"):
    try:
        print(eval(text))
    except (TypeError, ValueError, IndexError) as e:
        print(text, type(e).__name__, e)
