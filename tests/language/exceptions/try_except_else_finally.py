def run(kind):
    log = []
    try:
        log.append("try")
        if kind == "value":
            raise ValueError("v")
        if kind == "key":
            raise KeyError("k")
        if kind == "return":
            return log
    except ValueError as e:
        log.append("except " + str(e))
    except (TypeError, KeyError) as e:
        log.append("tuple " + str(e))
    else:
        log.append("else")
    finally:
        log.append("finally")
    log.append("after")
    return log


for kind in ("none", "value", "key", "return"):
    print(run(kind))


def order():
    try:
        return print("return expression")
    finally:
        print("finally")


order()


def bare():
    try:
        1 / 0
    except:
        return "bare"


print(bare())
try:
    raise IndexError
except LookupError as e:
    print(repr(e))
try:
    try:
        raise ValueError("a")
    except KeyError:
        print("no")
    finally:
        print("inner finally")
except ValueError as e:
    print("outer", e)
