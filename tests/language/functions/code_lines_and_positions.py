# co_lines() and co_positions(): which instructions stand for which place of the source.

def function(x, y):
    a = x + y
    b = x - y

    return (
        a
        * b
    )


code = function.__code__
first = code.co_firstlineno
parts = list(code.co_lines())
print(parts[0][0], parts[-1][1] == len(code.co_code))
print(all(before[1] == after[0] for before, after in zip(parts, parts[1:])))
print(all(start < end for start, end, _ in parts))
lines = {line - first for _, _, line in parts if line is not None}
print(lines >= {1, 2, 5})
print(all(0 <= line <= 7 for line in lines))

places = list(code.co_positions())
print(all(len(place) == 4 for place in places))
print((first + 1, first + 1, 8, 13) in places)
print((first + 2, first + 2, 8, 13) in places)
print((first + 5, first + 6, 8, 11) in places)
print(iter(code.co_lines()) is not None, iter(code.co_positions()) is not None)


def empty():
    pass


print({line - empty.__code__.co_firstlineno for _, _, line in empty.__code__.co_lines() if line} <= {0, 1})
