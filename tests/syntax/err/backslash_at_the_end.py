# Only in a file a newline at the end goes without saying.
for source in ("\\", "1 + \\", "(\\", "\\ ", "\\\n"):
    for mode in ("exec", "eval", "single"):
        try:
            compile(source, "f", mode)
        except SyntaxError as error:
            print(repr(source), mode, error.msg, error.lineno)
