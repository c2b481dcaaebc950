# Generators: plain ones, one that is sent values, delegation, and a recursive walk.
def count_to(limit):
    i = 0
    while i < limit:
        yield i
        i += 1


def running_mean():
    total = 0
    count = 0
    while True:
        value = yield (total // count if count else 0)
        total += value
        count += 1


def walk(low, high):
    if low < high:
        middle = (low + high) // 2
        yield from walk(low, middle)
        yield middle
        yield from walk(middle + 1, high)


total = 0
for i in count_to(1_000_000):
    total += i
print(total)

mean = running_mean()
next(mean)
for i in range(500_000):
    last = mean.send(i & 1023)
print(last)

print(sum(walk(0, 60_000)))
