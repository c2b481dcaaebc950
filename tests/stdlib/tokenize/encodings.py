# Which encoding a file declares, and how files are opened in it.
# requires: files
import io
import token
import tokenize

TEXTS = [
    b"",
    b"x\n",
    b"#coding:utf8\n",
    b"# -*- coding: latin-1 -*-\n",
    b"\n# coding=ascii\n",
    b"x\n# coding=ascii\n",
    b"# vim: set fileencoding=UTF_8 :\n",
    b"\xef\xbb\xbfx\n",
    b"\xef\xbb\xbf# coding: utf-8\n",
    b"\xef\xbb\xbf# coding: latin1\n",
    b"# coding: nope\n",
    b"x=\xff\n",
    b"#\xff\n",
    b"# coding: iso-8859-1-unix\n",
    b"\xef\xbb\xbf",
    b"# encoding : x coding:  utf-8",
    b"#coding=\n",
]


def detect(text):
    file = io.BytesIO(text)
    try:
        print(text, tokenize.detect_encoding(file.readline))
    except SyntaxError as error:
        print(text, repr(error))


class Named(io.BytesIO):
    name = "spam.py"


for text in TEXTS:
    detect(text)
for text in (b"# coding: nope\n", b"x=\xff\n", b"\xef\xbb\xbf# coding: latin1\n"):
    try:
        tokenize.detect_encoding(Named(text).readline)
    except SyntaxError as error:
        print(error)

with open("latin.py", "wb") as file:
    file.write(b"# coding: latin-1\nx = '\xe9'\n")
with tokenize.open("latin.py") as file:
    print(file.mode, file.encoding, ascii(file.read()))
with open("latin.py", "rb") as file:
    for found in tokenize.tokenize(file.readline):
        print(token.tok_name[found.type], ascii(found.string), found.start)

tokens = list(tokenize.generate_tokens(io.StringIO("x+1").readline))
print(repr(tokens[0]), tokens[1].exact_type == token.PLUS, tokens[0].exact_type)
print(token.ISTERMINAL(3), token.ISNONTERMINAL(256), token.ISEOF(0), token.tok_name[token.NT_OFFSET])
print(token.EXACT_TOKEN_TYPES["->"] == token.RARROW, len(token.EXACT_TOKEN_TYPES))
