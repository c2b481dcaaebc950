def classify(n):
    if n < 0:
        return "negative"
    elif n == 0:
        return "zero"
    elif n < 10:
        return "small"
    else:
        return "large"


print([classify(n) for n in (-5, 0, 5, 50)])
if []:
    print("no")
elif {}:
    print("no")
elif "x":
    print("yes")
if 1: print("one line"); print("two statements")
if not None and 0.0 == 0 and not "": print("falsy")
for value in (0, 0.0, 0j, "", b"", [], (), {}, set(), range(0), None, False, 1, "0", [0], (None,), -1, object):
    print(1 if value else 0, end="")
print()
