# Small dicts, sets and lists that are filled and emptied again, and keys that are equal without being the same.
t = {}
class K: pass
ks = [K() for _ in range(20)]
for rnd in range(30):
    for i in range(rnd % 14 + 1): t[ks[i]] = i
    assert len(t) == rnd % 14 + 1 and all(t[ks[i]] == i for i in range(rnd % 14 + 1)), rnd
    for i in range(rnd % 14 + 1): del t[ks[i]]
    assert not t and list(t) == []
z = set()
for rnd in range(30):
    for i in range(rnd % 14 + 1): z.add(ks[i])
    assert len(z) == rnd % 14 + 1
    while z: z.pop()
    assert list(z) == []
q = {}
for i in range(12): q[i % 5] = i; q["k%d" % (i % 3)] = i; q["name"] = i; q["na" + "me"] = i + 1; q[float(i % 5)] = -i; q[True] = "t"
print(q)
st = set()
for i in range(20): st.add(i % 7); st.add(float(i % 7)); st.add(True)
print(st)
d2 = {1: 1}
for x in d2:
    try: d2[1.0] = 5; d2[1] = 6
    except RuntimeError as e: print(e)
print(d2)
l = list(range(100))
while l: l.pop()
l.append(1); print(l.pop(), l)
try: l.pop()
except IndexError as e: print(e)
class ML(list): pass
ml = ML([1,2]); print(ml.pop(), ml)
for a in ("name", "push", "negate", "x", "", "self", "a long text that does not fit", "nam\xe9"):
    for b in ("na" + "me", "".join(["pu", "sh"]), "neg" + "ate", "X".lower(), "".join([]), "se" "lf", "a long text that does not " + "fit", "nam" + chr(0xe9)):
        print(int(a == b), int(a != b), end=" ")
print()
