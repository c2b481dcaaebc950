# In place where the type can, a new object where it can't.
a = b = [1]
a += [2]
print(a, b, a is b)
a = a + [3]
print(a, b)
t = u = (1,)
t += (2,)
print(t, u)
x = 10
x -= 3
x *= 2
x //= 4
x **= 3
x %= 5
x <<= 4
x |= 1
x ^= 3
x &= 0xFE
x >>= 1
print(x)
x /= 4
print(x)
s = {1, 2}
r = s
s |= {3}
s &= {2, 3}
s -= {3}
s ^= {5}
print(s == r, sorted(s))
d = {"a": 1}
d |= {"b": 2}
print(d)
n = [0, 0]
i = 0
n[i] += 5
print(n)
t = ([1],)
try:
    t[0] += [2]
except TypeError as e:
    print(e, t)
