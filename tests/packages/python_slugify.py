"""Texts as parts of addresses."""

from slugify import slugify
from text_unidecode import unidecode

for text in (
    "Hello, World!",
    "Это тест",
    "C'est déjà l'été",
    "影師嗎",
    "1,000 reasons &amp; &#381; more",
    "___x___ y",
    "ÜBER 10 | 20 %",
):
    print(
        slugify(text),
        slugify(text, allow_unicode=True),
        slugify(text, separator="_", max_length=12, word_boundary=True),
        unidecode(text),
    )
print(
    slugify("the quick brown fox", stopwords=["the"]),
    slugify("10 | 20 %", replacements=[["|", "or"], ["%", "percent"]]),
)
print(slugify("Keep Case_x", lowercase=False, regex_pattern=r"[^-a-zA-Z_]+"))
