# Source text in other encodings than UTF-8, and errors in it.
def run(source):
    try:
        exec(compile(source, "program", "exec"), {})
    except SyntaxError as error:
        print(type(error).__name__, error.msg, error.lineno)
    except ZeroDivisionError as error:
        print(error)


TEXT = "print(ascii('аб é'))"
for name in "koi8-r", "cp1251", "utf-7", "mac-cyrillic", "iso8859-5", "latin-1", "utf-8":
    run(f"# -*- coding: {name} -*-\n{TEXT}\n".encode(name, "replace"))
run(b"# coding: cp1252\nprint(ascii('\x93\xe9'))")
run(b"# coding: cp1252\nx = '\x81'")
run(b"# coding: nothing-known\n")
run(b"# coding: hex\n")
run(b"# coding: koi8-r\nx = = '\xc1'")
run(b"\xef\xbb\xbf# coding: cp1252\n")
