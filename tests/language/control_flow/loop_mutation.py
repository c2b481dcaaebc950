# Changing what is iterated over.
items = [1, 2, 3, 4]
for x in items:
    if x == 2:
        items.remove(x)
    print(x, items)
items = [1, 2]
for x in items:
    if len(items) < 6:
        items.append(x * 10)
print(items)
d = {1: 1, 2: 2}
try:
    for k in d:
        d[k + 10] = 0
except RuntimeError as e:
    print(e)
d = {1: 1, 2: 2}
try:
    for k in d:
        del d[k]
except RuntimeError as e:
    print(e)
d = {1: 1, 2: 2}
for k in d:
    d[k] += 1
print(d)
d = {1: 1}
try:
    for k in d.items():
        d[5] = 0
        del d[1]
    print("ok", d)
except RuntimeError as e:
    print(e)
s = {1, 2, 3}
try:
    for x in s:
        s.add(x + 100)
except RuntimeError as e:
    print(e)
it = iter([1, 2])
print(list(it), list(it), next(it, "done"))
l = []
it = iter(l)
print(next(it, "none"))
l.append(1)
print(next(it, "still none"))
