# Text: lines taken apart and put together, words counted, tables laid out, numbers printed.
ROWS = 400
NAMES = ["ada", "Björn", "carol", "dmitri", "eve", "Françoise", "grace", "heidi"]


def make_log():
    lines = []
    for i in range(ROWS):
        name = NAMES[i * 7 % len(NAMES)]
        lines.append(f"2024-{i % 12 + 1:02d}-{i % 28 + 1:02d} [{name:>10}] level={i % 5} took {i * 0.37:.2f}ms; ok")
    return "\n".join(lines) + "\n"


def read_log(log):
    entries = []
    for line in log.splitlines():
        line = line.strip()
        if not line or line.startswith("#"):
            continue
        date, rest = line.split(" ", 1)
        year, month, day = map(int, date.split("-"))
        name = rest[rest.find("[") + 1 : rest.index("]")].strip()
        fields = rest.partition("]")[2].replace(";", "").split()
        level = int(fields[0].split("=")[1])
        took = float(fields[2].rstrip("ms"))
        entries.append((year, month, day, name.title(), level, took, fields[-1] == "ok"))
    return entries


def report(entries):
    out = []
    for year, month, day, name, level, took, ok in entries:
        out.append("%04d/%02d/%02d %-12s %3d%% %8.3f %s" % (year, month, day, name, level * 20, took, ok))
        out.append("{0:<12}|{1:^9}|{2:>+8.1f}|{3!r}".format(name, level, took, name.lower()))
    return out


def count_words(text):
    counts = {}
    word = ""
    for character in text:
        if character.isalpha() or character == "_":
            word += character.lower()
        elif word:
            counts[word] = counts.get(word, 0) + 1
            word = ""
    return counts


def vowels(word):
    count = 0
    for i in range(len(word)):
        if word[i] in "aeiou":
            count += 1
    return count


def numbers_in(text):
    found = []
    at = 0
    while at < len(text):
        character = text[at]
        if "0" <= character <= "9":
            number = 0
            while at < len(text) and "0" <= text[at] <= "9":
                number = number * 10 + ord(text[at]) - 48
                at += 1
            found.append(number)
        else:
            if character == "[" or character in "];":
                found.append(-1)
            at += 1
    return found


def main():
    log = make_log()
    length = 0
    for _ in range(12):
        entries = read_log(log)
        length += sum(len(line) for line in report(entries))
        counts = count_words(log)
        for word in sorted(counts, key=lambda word: (-counts[word], word)):
            if word.endswith("s") or vowels(word) > 2:
                length += counts[word]
            length += len(word.upper().center(20, "*")) + word.count("e") + ord(word[0])
        length += len(log.translate({ord("-"): "/", ord(";"): None})) + len(log.encode().decode())
        length += len(" ".join(reversed(log.split()))) + len("".join(c for c in log if c.isdigit()))
        length += sum(numbers_in(log)) & 0xFFFF
        length += len(str(entries)) + len(repr(counts)) + sum(len(str(i)) for i in range(300))
    print(length)


main()
