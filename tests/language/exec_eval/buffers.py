# Source may be any bytes-like object.
print(eval(memoryview(b"2 + 2")), eval(bytearray(b"3 * 3")), eval(memoryview(b"xx5 - 1xx")[2:7]))
exec(memoryview(b"print('run')"))
print(eval(compile(memoryview(b"'compiled'"), "name", "eval")))
for wrong in (5, None, [1]):
    try:
        eval(wrong)
    except TypeError as e:
        print(e)
