# python: 3.13
# SyntaxError.text is the line: with its end where the parser complains, without where the tokenizer does, and nothing
# where only compiling the tree finds what is wrong in a text that is in no file.
def show(source, mode="exec"):
    try:
        compile(source, "<nowhere>", mode)
    except SyntaxError as error:
        print(type(error).__name__, repr(error.text), error.lineno, error.offset, error.end_lineno, error.end_offset)


show("a b")
show("x = (")
show("def f(:\n pass\n")
show('"abc')
show("x = 0777")
show("f'{'")
show("x = [1,\n2")
show("x y\\\n z\n")
show("return 1")
show("break\n")
show("async def f():\n yield from x")
show("if 1:\nx")
show("x = 1\n  y = 2\n")
show("a = 1 = 2")
