# python: 3.12
name, n, x = "World", 42, 3.14159
print(f"Hello {name}! {n + 1} {x:.2f} {n:>6} {n:<6}| {n:^6} {n:06d} {n:x} {n:#b} {n:,}")
print(f"{name!r} {name!s} {name!a} {'é'!a} {name!r:>10}")
print(f"{{}} {{{n}}} {{n}} {n}}}")
print(f"{n=} {n = } {n=:>5} {name=} {name=!s} {n + 1=} {x=:.1f}")
width, prec = 10, 3
print(f"{x:{width}.{prec}} {x:{'>'}{width}} {name:{'*'}^{width}}")
print(f"{'nested ' + f'{n}'} {[i for i in range(3)]} {({'a': 1})['a']} {(lambda v: v * 2)(3)}")
print(f"a" "b" f"{n}" 'c', f"" == "", rf"\n{n}\d", fr'{n}\t', F"{n}")
print(f"""multi
{n}
line {
    n + 1
}""")
print(f"{n!r:^{width}}", f"{n:%}", f"{True:d}", f"{None}", f"{'x':>3}" f"{'y':<3}|")
d = {"key": "v"}
print(f"{d['key']} {d["key"]}" if False else f"{d['key']}", f"{n if n > 5 else 'small'}", f"{n, x}", f"{*[1, 2],}")
print(f"{'a' 'b'}", f"{n:{'d'}}", f"{'%s' % n}", f"{'{}'.format(n)}", f"{1_000:_}", f"{n!s:5}|")
