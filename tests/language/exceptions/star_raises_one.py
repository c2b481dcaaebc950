# An exception that goes on alone from `except*` is not wrapped, whatever was caught.
def attempt(group, kinds, new):
    try:
        try:
            raise group
        except* kinds:
            raise new
    except BaseException as error:
        print(repr(error), "context", repr(error.__context__))


attempt(ExceptionGroup("m", [ValueError(1)]), ValueError, KeyError("a"))
attempt(ExceptionGroup("m", [ValueError(1), TypeError(2)]), Exception, KeyError("a"))
attempt(ExceptionGroup("m", [ValueError(1), TypeError(2)]), ValueError, KeyError("a"))
attempt(ValueError(1), ValueError, KeyError("a"))
attempt(ExceptionGroup("m", [ValueError(1)]), ValueError, ExceptionGroup("n", [KeyError("a")]))
