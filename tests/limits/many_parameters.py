n = 400
exec("def g(" + ", ".join(f"a{i}={i}" for i in range(n)) + "):\n    return " + " + ".join(f"a{i}" for i in range(n)) + "\n")
print(g(), g(*range(n)), g(a399=0), g(1, 2, a300=5))
exec("def k(*, " + ", ".join(f"k{i}" for i in range(n)) + "):\n    return k0, k399\n")
print(k(**{f"k{i}": i for i in range(n)}))
try:
    k()
except TypeError as e:
    print(len(str(e)) > 100)
