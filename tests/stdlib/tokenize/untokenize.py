# Text out of whole tokens, and out of pairs of kind and text.
import io
import tokenize

TEXTS = [
    "x = 1  # c\n",
    "if x:\n    y\n    # c\nz\n",
    "f'{{a}}{x!r:>{w}}'\n",
    "x = (1,\n     2)\n",
    "'a' 'b' f'c' 'd'\n",
    "def f(a, *b, c=1): return a[1:2]\n",
    "f'\\N{DASH}{x}'\n",
    "if 1:\n\tx\n\n\ty\n",
    "a",
    "class A:\n  def f(self):\n    pass\n\n  def g(self): pass\n",
    "f'''a\n{{b\n}}c{d}'''\n",
    "x\r\ny\r\n",
    "x = 1   \n",
    "if a:\n  b;  c\nelse:\n  d\n",
    "f'{x}' f'{y}'\n",
]

for text in TEXTS:
    tokens = list(tokenize.generate_tokens(io.StringIO(text, newline="").readline))
    print(ascii(text))
    print("   ", ascii(tokenize.untokenize(tokens)))
    print("   ", ascii(tokenize.untokenize([token[:2] for token in tokens])))
print(tokenize.untokenize(tokenize.tokenize(io.BytesIO(b"# coding: latin-1\nx = '\xe9'\n").readline)))
try:
    tokenize.untokenize([(1, "x", (1, 5), (1, 6), ""), (1, "y", (1, 2), (1, 3), "")])
except ValueError as error:
    print(error)
