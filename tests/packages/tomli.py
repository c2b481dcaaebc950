"""TOML documents: every kind of value, and errors with places."""

import io

import tomli

document = '''\
title = "TOML \\u00e4 \\"quoted\\""
[owner]
born = 1979-05-27T07:32:00-08:00
local = 1979-05-27T07:32:00.5
day = 1979-05-27
hour = 07:32:00
[numbers]
ints = [+99, 0xDEAD_BEEF, 0o755, 0b1101, 1_000]
floats = [1.0, -3.14e-2, inf, -nan]
bool = [true, false]
[texts]
multi = """
first \\
    second
third"""
literal = 'C:\\\\x\\n'
lines = \'\'\'
raw\\n\'\'\'
[[products]]
name = "Hammer"
point = { x = 1, "y z" = {deep.er = 2} }
[[products]]
[products.parts."a.b"]
c.d = 1
'''
for table, values in tomli.loads(document).items():
    print(table, values)
print(tomli.load(io.BytesIO(b"a = 1.10\n"), parse_float=str), tomli.loads("a.b = 1\na.c = 2"))
for wrong in ("a = ", "a = 1\na = 2", "[t]\n[t]", 'a = "\\x"', "a = 01", "a = [1,", "= 1", "a = 'x\n'", "d = 2000-13-01", "a = {b = 1}\na.c = 2"):
    try:
        tomli.loads(wrong)
    except tomli.TOMLDecodeError as error:
        print(error, "|", error.msg, error.lineno, error.colno)
