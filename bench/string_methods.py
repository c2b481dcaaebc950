# Splitting, replacing, stripping, searching, changing case.
TEXT = "The quick brown fox jumps over the lazy dog; then, of course, it sleeps.  "


def run(rounds):
    total = 0
    text = TEXT * 20
    for r in range(rounds):
        words = text.split()
        total += len(words)
        parts = text.split(", ")
        total += len(parts[r % len(parts)])
        changed = text.replace("fox", "cat").replace("e", "")
        total += len(changed)
        total += changed.find("cat", r) + text.rfind("dog") + text.count("the")
        for word in words[:60]:
            word = word.strip(";,.")
            if word.startswith("qu") or word.endswith("y"):
                total += 1
            total += len(word.upper()) + (word.lower() == "the") + word.isalpha()
    return total


print(run(8_000))
