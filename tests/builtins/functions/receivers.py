# Methods without a receiver, or with a wrong one; special methods with wrong counts.
for f in (lambda: list.__getitem__(5, 1), lambda: list.__len__(5), lambda: list.__getitem__(), lambda: int.__format__("x", ""), lambda: int.__format__(), lambda: dict.__contains__(5, 1), lambda: str.__add__(1, 2), lambda: str.join(1, 2), lambda: object.__reduce__(), lambda: int.__round__(), lambda: list.__reversed__("x"), lambda: BaseException.__reduce__(5), lambda: list.__init__(5), lambda: list.__init__(), lambda: int.__add__()):
    try: print(f())
    except TypeError as e: print(e)
