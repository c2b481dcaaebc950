for x in [1, 2, 3]:
    if x == 5:
        break
else:
    print("no five", x)
for x in "abc":
    if x == "b":
        break
else:
    print("never")
print(x)
for i, (a, b) in enumerate([(1, 2), (3, 4)]):
    print(i, a, b)
for [a, *b] in ["xyz", (1,)]:
    print(a, b)
d = {}
for d["k"] in range(3):
    pass


class C:
    pass


c = C()
for c.attr in "pq":
    pass
print(d, c.attr)
for x in []:
    pass
print(x)
for x in ():
    print("never")
else:
    print("empty else")
for i in range(3):
    for j in range(3):
        if j == 1:
            continue
        if i == 1:
            break
        print(i, j)
