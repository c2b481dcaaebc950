# python: 3.14
# Since 3.14 the message says what the object was to be used for.
for f in (lambda: {[]: 1}, lambda: {}.get([]), lambda: {1: 2}[{}], lambda: {[1]}, lambda: set([[1]]), lambda: {}.setdefault([], 1), lambda: [] in {}, lambda: [] in {1}, lambda: hash([]), lambda: {1: 2}.pop([]),
          lambda: {**{}, **{"a": 1}}[set()], lambda: frozenset([{}]), lambda: {(1, []): 1}, lambda: {bytearray()}):
    try:
        print(f())
    except TypeError as e:
        print(e)
