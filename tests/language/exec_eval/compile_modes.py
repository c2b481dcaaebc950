c = compile("x = 1\ny = 2\n", "file.py", "exec")
print(c.co_filename, c.co_name, c.co_names, c.co_argcount, c.co_firstlineno)
f = compile("def f(a, b, *c, d, **e):\n    x = 1\n    return lambda: x\n", "f", "exec").co_consts[0]
print(f.co_name, f.co_argcount, f.co_kwonlyargcount, f.co_varnames, f.co_cellvars, f.co_freevars, f.co_flags & 0x0C)
for source, mode in (("1", "eval"), ("x = 1", "eval"), ("1; 2", "single"), ("1\n2", "single"), ("if 1:\n  2\n", "single"), ("", "exec"), ("", "eval"), ("\n\n", "exec"),
                     ("# only a comment", "exec"), ("  1", "eval"), ("  1", "exec"), ("1\n", "eval"), ("1 # c", "eval")):
    try:
        print(repr(source), mode, type(compile(source, "f", mode)).__name__)
    except SyntaxError as e:
        print(repr(source), mode, type(e).__name__, e.msg)
print(type(compile("1", "f", "exec")).__name__, compile("a.b", "f", "eval").co_names)
print(compile("1 + 1", "f", "eval", dont_inherit=True).co_filename)
