# Counting the words of a text and listing the most frequent ones.
PIECES = ["light", "stone", "river", "and", "the", "of", "green", "a", "house", "moves", "under", "slowly"]


def make_text(words):
    state = 7
    lines = []
    line = []
    for i in range(words):
        state = (state * 1103515245 + 12345) & 0x7FFFFFFF
        word = PIECES[(state >> 16) % len(PIECES)]
        if (state >> 20) % 11 == 0:
            word += str((state >> 8) % 40)
        line.append(word.upper() if state & 64 else word)
        if len(line) == 12:
            lines.append(" ".join(line) + ".")
            line = []
    return "\n".join(lines)


def count(text):
    counts = {}
    for line in text.split("\n"):
        for word in line.split():
            word = word.lower().strip(".,;")
            if word in counts:
                counts[word] += 1
            else:
                counts[word] = 1
    return counts


text = make_text(40_000)
for _ in range(20):
    counts = count(text)
best = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
print(len(counts), best[:4])
