# Too many arguments are refused also where the key is there.
for arguments in ((1,), (1, 2), (1, 2, 3), ()):
    try:
        print({1: "one"}.pop(*arguments))
    except TypeError as error:
        print(error)
try:
    {1: "one"}.pop(1, 2, 3)
except TypeError as error:
    print(error)
