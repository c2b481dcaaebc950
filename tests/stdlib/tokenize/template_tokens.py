# python: 3.14
# Tokens of f-strings, and what is wrong with f-strings.
import io
import token
import tokenize

TEXTS = [
    "f'abc",
    "f'''abc\n",
    "f'{x'",
    "f'{x!r:>{w}}'",
    "f'{{a}}{x=}'",
    "f'a{{b}}c{x}'",
    "f'}'",
    "f'{x:%H:{{'",
    "f'{'a'}'",
    'f"{x:\n}"',
    "f'''{\nx\n}'''",
    "f'{lambda x:1}'",
    "f'{x!=y}'",
    "f'{x:=5}'",
    "f'{(x:=5)}'",
    "rf'\\{x}'",
    "f'\\{x}\\N{DASH}{y}'",
    "rf'\\N{DASH}'",
    "f'\xe9{\xfc}\xe9'",
    "f'{x:\xe9}'",
    "f'{'",
    "f'{x:'",
    "f'{x:{'",
    "f'{x'",
    "f'a\nb'",
    'f"""{x:\n}"""',
    "f'{x:{y:{z}}}'",
    "f'{f'{f'{1}'}'}'",
    "f'{ x = }'",
    "f'{x!r}'",
    "f'{}'",
    "f'{!r}'",
    "f'{#}'",
    "f'''{#c\nx}'''",
    "f'{a[b]:{c}}d'",
    "f'{{}}'",
    "f'{{{x}}}'",
    "f'x\\ny'",
    "f'{x:\\n}'",
    "f'{x}}'",
    "f'{x)}'",
    "f'{(x}'",
    "f'{x",
    "f'{x:",
    "f'a{'b'",
    "f'{x:}'",
    "f'a\\\nb'",
    "f'''a\\\nb'''",
    "f'''a\nb{c}d\ne'''",
]

for text in TEXTS:
    print(ascii(text))
    try:
        for found in tokenize.generate_tokens(io.StringIO(text, newline="").readline):
            print(
                "   ",
                token.tok_name[found.type],
                ascii(found.string),
                found.start,
                found.end,
                ascii(found.line),
            )
    except (tokenize.TokenError, SyntaxError) as error:
        print("   ", type(error).__name__, error.args)
