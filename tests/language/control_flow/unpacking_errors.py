def try_it(text, **names):
    try:
        exec(text, names)
    except (TypeError, ValueError) as e:
        print(text, "|", type(e).__name__, e)


try_it("a, b = 1")
try_it("a, b = [1]")
try_it("a, b, c = 'xy'")
try_it("a, *b, c = [1]")
try_it("a, b = ()")
try_it("[a, b] = None")
try_it("a, *b = 5")
try_it("(a, b), c = 1, 2")
try_it("for a, b in [1]: pass")
try_it("a, b = iter([1])")
try_it("*a, b, c = iter([1])")
try_it("a, b = x", x=object)
try_it("a, b = (i for i in [1])")
