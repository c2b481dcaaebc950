# Looking at a string character by character: ord, comparisons, in, indexing.
TEXT = "def scan(text, limit=10):  # a line\n    return [ord(c) + 0x1F for c in text if c != 'x']\n" * 40


def scan(text):
    letters = digits = spaces = lines = others = 0
    hash_value = 5381
    depth = most = 0
    for c in text:
        if "a" <= c <= "z" or "A" <= c <= "Z" or c == "_":
            letters += 1
        elif "0" <= c <= "9":
            digits += 1
        elif c == "\n":
            lines += 1
        elif c == " ":
            spaces += 1
        else:
            others += 1
            if c in "([{":
                depth += 1
                if depth > most:
                    most = depth
            elif c in ")]}":
                depth -= 1
        hash_value = (hash_value * 33 + ord(c)) & 0xFFFFFFF
    return letters, digits, spaces, lines, others, most, hash_value


def reverse_words(text):
    at = len(text) - 1
    count = 0
    while at >= 0:
        if text[at] == " " and at > 0 and text[at - 1] != " ":
            count += 1
        at -= 1
    return count


for _ in range(260):
    result = scan(TEXT)
    words = reverse_words(TEXT)
print(*result)
print(words)
