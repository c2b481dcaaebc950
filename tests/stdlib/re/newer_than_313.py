# python: 3.14
# \z is the very end as well, and \B holds in an empty text.
import re

print(
    re.search(r"a\z", "a\n"),
    re.search(r"a\z", "ba"),
    re.search(r"\B", ""),
    re.search(r"\b", ""),
    re.sub(r"\B", "-", ""),
)
