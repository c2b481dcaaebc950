# python: 3.14
def check(source):
    try:
        compile(source, "m", "exec")
        print("compiles")
    except SyntaxError as e:
        print(e.msg, e.lineno, e.offset)


def case(pattern):
    check(f"match x:\n    case {pattern}: pass\n")


for p in ("a | b", "[a, a]", "{'k': a, **a}", "C(x=a, y=a)", "C(x=1, x=2)", "C(x=1, 2)", "1 + 1", "a | 1", "(a as b) | c", "{1: a, 1: b}",
          "[*a, *b]", "{**rest, 'k': v}", "_ as _", "x as _", "x as a.b", "-a", "f'x'", "1 + 2j", "-1 - 2j", "1j + 1", "a.b.c", "{a: 1}", "1 | a | _"):
    print(p, end=" -> ")
    case(p)
check("match x:\n    case a: pass\n    case b: pass\n")
check("match x:\n    case _: pass\n    case b: pass\n")
check("match x:\n    case a if a: pass\n    case b: pass\n")
check("match x:\n    pass\n")
check("match x:\n")
