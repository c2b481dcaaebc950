# The name in the error was that of another local.
n = 300
assigns = "".join(f"    v{i} = {i}\n" for i in range(n - 2))
exec(f"""def f(c):
{assigns}    if c:
        v{n - 1} = v{n - 2} = 1
    for name in (lambda: v{n - 1}), (lambda: v{n - 2}):
        try:
            name()
        except NameError as e:
            print(e)
    try:
        v{n - 1}
    except UnboundLocalError as e:
        print(e)
    try:
        del v{n - 2}
    except UnboundLocalError as e:
        print(e)
    try:
        x = v0
        x = v{n - 2}
    except UnboundLocalError as e:
        print(x, e)
    return len(locals())
""")
print(f(0), f(1))
