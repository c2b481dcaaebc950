# python: 3.14
# A sequence whose length is known is named in the message; an iterator's is not.
def try_it(text, **names):
    try:
        exec(text, names)
    except ValueError as e:
        print(e)


try_it("a, b = [1, 2, 3]")
try_it("a, b = (1, 2, 3, 4)")
try_it("a, b = {1: 1, 2: 2, 3: 3}")
try_it("a, b = 'xyz'")
try_it("a, b = iter([1, 2, 3])")
try_it("a, b = {1, 2, 3}")
try_it("a, b = [1]")
