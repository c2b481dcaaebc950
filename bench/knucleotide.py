# Counting all substrings of several lengths in a long string: slices as dict keys.
def make_sequence(length):
    state = 42
    letters = []
    for _ in range(length):
        state = (state * 3877 + 29573) % 139968
        letters.append("acgt"[state * 4 // 139968])
    return "".join(letters)


def frequencies(sequence, size):
    counts = {}
    for at in range(len(sequence) - size + 1):
        part = sequence[at : at + size]
        counts[part] = counts.get(part, 0) + 1
    return counts


sequence = make_sequence(60_000)
for size in (1, 2, 3, 4, 6, 12, 18):
    counts = frequencies(sequence, size)
    best = sorted(counts.items(), key=lambda item: (-item[1], item[0]))[0]
    print(size, len(counts), *best)
