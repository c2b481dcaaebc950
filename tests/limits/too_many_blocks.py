# Twenty blocks may stand in each other; conditions and functions don't count.
class Manager:
    def __enter__(self):
        log.append("in")

    def __exit__(self, *rest):
        log.append("out")


def source(line, end, depth):
    lines = [" " * i + line for i in range(depth)] + [" " * depth + "log.append(1)"]
    if end:
        lines += [" " * i + end for i in reversed(range(depth))]
    return "\n".join(lines) + "\n"


for line, end in (("for x in [1]:", ""), ("while not log:", ""), ("with Manager():", ""), ("try:", "finally: log.append(2)"), ("if 1:", "")):
    for depth in (10, 20, 21, 22, 60):
        if depth == 21 and line != "if 1:":
            continue
        log = []
        try:
            exec(source(line, end, depth))
            print(line, depth, len(log))
        except SyntaxError as e:
            print(line, depth, e.msg)
log = []
try:
    exec("with " + ", ".join(["Manager()"] * 40) + ": pass")
except SyntaxError as e:
    print(e.msg)
exec("with " + ", ".join(["Manager()"] * 19) + ": pass")
print(len(log))
exec("".join(" " * i + (f"def f{i}():" if i % 2 else "for i in [1]:") + "\n" for i in range(60)) + " " * 60 + "pass")
print("functions start anew")
