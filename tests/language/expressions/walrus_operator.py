if (n := len([1, 2, 3])) > 2:
    print(n)
data = [1, 2, 3, 4]
print([y for x in data if (y := x * x) > 3], y)
total = 0
print([total := total + v for v in data], total)
while (x := data.pop()) > 2:
    print("popped", x)
print(x, (a := 1, b := 2), a, b)


def f(v):
    return v


print(f(c := 5), f(v=(d := 6)), c, d)
print([(z := 3) + z, z])
print(any((w := i) > 2 for i in range(5)), w)
x = (y := 0)
print(x, y, {(k := "key"): (val := 1)}, k, val)


def outer():
    [q := i for i in range(3)]
    return q


print(outer())
print(f"{(m := 4)} {m:=5} {m}")
