# The edit distance of two strings by dynamic programming over lists.
def distance(a, b):
    before = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        row = [i]
        for j, y in enumerate(b, 1):
            cost = before[j - 1]
            if x != y:
                cost += 1
            if before[j] + 1 < cost:
                cost = before[j] + 1
            if row[j - 1] + 1 < cost:
                cost = row[j - 1] + 1
            row.append(cost)
        before = row
    return before[-1]


a = "".join([chr(97 + i * i % 26) for i in range(1200)])
b = "".join([chr(97 + i * 7 % 26) for i in range(1000)])
print(distance(a, b), distance(a, a[5:]), distance("kitten", "sitting"))
words = ["python", "pythons", "typhoon", "pylon", "phony", "symphony", "nylon"]
print(sum([distance(x, y) for x in words for y in words]))
