# Strings that grow: +=, join, repetition, slices put together.
def run(rounds):
    total = 0
    for r in range(rounds):
        text = ""
        for i in range(400):
            text += "x"
            text += str(i)
        total += len(text)
        text = "".join([chr(97 + i % 26) for i in range(500)])
        total += text.count("abc")
        text = ",".join([str(i) for i in range(r, r + 300)])
        total += len(text)
        line = "-" * 40 + text[:20] + "=" * 10 + text[-20:]
        total += line.find("=") + len(line)
    return total


print(run(2_500))
