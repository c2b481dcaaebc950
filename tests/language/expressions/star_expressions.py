a = [1, 2]
t = (3,)
print([*a, *t, *"xy", *range(2)], (*a, 9), {*a, *t}, [*[]], (*(),))
print({**{"a": 1}, "b": 2, **{"a": 3}}, {**{}})
x = *a, 5
print(x)
for i in *a, *t:
    print(i, end=" ")
print()


def f():
    return *a, *t


print(f())


def g():
    yield *a, 0


print(list(g()))
first, *rest = [*a, *a]
print(first, rest)
for text in ("[*5]", "{**5}", "{**[1]}", "(*None,)", "{*1}", "print(*5)", "print(**5)", "dict(**[1])"):
    try:
        eval(text)
    except TypeError as e:
        print(text, "|", e)
