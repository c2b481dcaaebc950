# Numbers and strings into text: %, str.format, f-strings, repr.
def run(rounds):
    total = 0
    for i in range(rounds):
        x = i * 0.37
        total += len("%d %5d %s %.3f" % (i, i, "abc", x))
        total += len("{} {:>8} {:.2f} {:x}".format(i, "right", x, i))
        total += len(f"{i}: {x:8.3f} [{'left':<6}] {i:06d} {i + 1!r}")
        total += len(str(i * 37)) + len(repr("a'b")) + len(str(i))
    return total


print(run(100_000))
