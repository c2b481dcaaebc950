# Ten usual patterns over a megabyte of text.
import random
import re

chooser = random.Random(5)
WORDS = (
    "the quick brown fox jumps over lazy dogs while 3.14 is not 42 and mail@example.org wrote 2024-05-17 to us".split()
)
lines = []
size = 0
while size < 1_000_000:
    line = " ".join(chooser.choice(WORDS) for _ in range(12))
    lines.append(line)
    size += len(line) + 1
text = "\n".join(lines)

PATTERNS = (
    r"fox",
    r"\bdogs?\b",
    r"\d+",
    r"[a-z]+@[a-z]+\.org",
    r"(\d{4})-(\d\d)-(\d\d)",
    r"^the .*us$",
    r"quick|brown|lazy",
    r"(\w+) \1",
    r"(?<=over )\w+",
    r"\s+",
)
for pattern in PATTERNS:
    found = re.findall(pattern, text, re.MULTILINE)
    print(pattern, len(found), found[:1])
print(len(re.sub(r"\b(\w)(\w*)\b", lambda match: match[1].upper() + match[2], text[:200_000])))
