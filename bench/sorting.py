# Sorting numbers, with a key function, strings, tuples, and what is sorted already.
def numbers(count):
    state = 42
    result = []
    for _ in range(count):
        state = (state * 1103515245 + 12345) & 0x7FFFFFFF
        result.append(state >> 8)
    return result


def checksum(items):
    total = 0
    for i, item in enumerate(items):
        total = (total * 31 + i * item) % 1000000007
    return total


data = numbers(100_000)
print(checksum(sorted(data)))
print(checksum(sorted(data, key=lambda n: n % 1000)))
print(checksum(sorted(data, key=lambda n: -n)))
words = [str(n) for n in data]
words.sort()
print(words[0], words[-1])
pairs = [(n % 100, n) for n in data[:20_000]]
pairs.sort(reverse=True)
print(pairs[0], pairs[-1])
data.sort()
for _ in range(20):
    data.sort()
print(data[0], data[-1])
