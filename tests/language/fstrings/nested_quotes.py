# python: 3.12
# PEP 701: any quotes, comments, backslashes and nesting inside the braces.
d = {"k": [1, 2]}
print(f"{d["k"]} {", ".join(str(i) for i in d["k"])}")
print(f"{'\n'.join(["a", "b"])} {"\t" + "x"}")
print(f"{f"{f"{1 + 1}"}"}")
print(f"{
    d["k"][0]  # a comment
    + 1
}")
print(f'{"'"} {'"'}', f"{"{"}{"}"}", f"{'}'}")
x = 5
print(f"{x!r:{"^"}{"1"}{"0"}}|", f"{x:{x}d}|", f"{x = !r:>4}")
print(f"{lambda_(1) if (lambda_ := lambda v: v + 1) else 0}")
