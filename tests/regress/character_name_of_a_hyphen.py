# A name that is only a hyphen is no name.
for source in (r'"\N{-}"', r'"\N{--}"', r'"\N{-A}"', r'"\N{}"', r'"\N{ }"', r'"\N{HYPHEN-MINUS}"'):
    try:
        print(ascii(eval(source)))
    except SyntaxError as e:
        print("SyntaxError")
