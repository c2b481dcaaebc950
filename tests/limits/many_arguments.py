def h(*a, **k):
    return len(a), len(k), sum(a)


print(eval("h(" + ", ".join(str(i) for i in range(600)) + ")"))
print(eval("h(" + ", ".join(str(i) for i in range(600)) + ", " + ", ".join(f"k{i}={i}" for i in range(600)) + ")"))
print(h(*range(10000)), h(**{f"x{i}": i for i in range(5000)}), eval("max(" + ", ".join(str(i) for i in range(400)) + ")"))
