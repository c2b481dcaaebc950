def run(*excs):
    log = []
    try:
        try:
            if excs:
                raise ExceptionGroup("g", list(excs))
            log.append("no error")
        except* ValueError as e:
            log.append(("value", [str(x) for x in e.exceptions]))
        except* (TypeError, KeyError) as e:
            log.append(("type/key", [repr(x) for x in e.exceptions]))
        else:
            log.append("else")
        finally:
            log.append("finally")
    except BaseException as e:
        log.append(("left", repr(e)))
    return log


print(run())
print(run(ValueError("a"), ValueError("b")))
print(run(ValueError("a"), TypeError("t"), KeyError("k")))
print(run(ValueError("a"), OSError("o")))
try:
    try:
        raise ValueError("plain")
    except* ValueError as e:
        print(repr(e))
finally:
    print("done")
try:
    try:
        raise ExceptionGroup("g", [ValueError(1), TypeError(2)])
    except* ValueError:
        raise KeyError("new")
except BaseException as e:
    print(repr(e), [repr(x) for x in e.exceptions])
try:
    try:
        raise ExceptionGroup("g", [ValueError(1), TypeError(2)])
    except* ValueError:
        raise
except BaseException as e:
    print(repr(e))
try:
    try:
        raise ValueError
    except* ExceptionGroup:
        pass
except TypeError as e:
    print(e)
