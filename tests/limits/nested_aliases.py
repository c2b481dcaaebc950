# python: 3.14
# slow: half a million objects
# Aliases and groups that nest deeper than the machine's stack.
alias = list[int]
for i in range(100000):
    alias = list[alias]
items = []
for i in range(100000):
    items = [items]
group = ValueError("inner")
for i in range(100000):
    group = ExceptionGroup("group", [group])
for function in (
    lambda: repr(alias),
    lambda: hash(alias),
    lambda: repr(list[items,]),
    lambda: group.split(KeyError),
    lambda: group.subgroup(ValueError),
):
    try:
        function()
        print("fine")
    except RecursionError:
        print("RecursionError")
print(len(str(group)), len(alias.__args__))
