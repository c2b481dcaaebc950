print(eval("1 + 2"), eval(" [i for i in range(3)]"), eval("x + 1", {"x": 5}), eval("x + y", {"x": 1}, {"y": 2}))
exec("a = 5\nb = a * 2")
print(a, b)
ns = {}
exec("def f(): return g()\ndef g(): return 'from exec'\nv = f()", ns)
print(ns["v"], ns["f"](), sorted(k for k in ns if k != "__builtins__"), "__builtins__" in ns)
g, l = {"x": 1}, {}
exec("y = x + 1\nglobal z\nz = 3", g, l)
print(l, g["z"])


def local():
    v = 10
    return eval("v + 1"), [eval("v", {"v": i}) for i in range(2)]


print(local())
code = compile("q = 6\nq * 7", "name", "exec")
print(exec(code), q, code.co_filename, code.co_name)
print(eval(compile("3 * 4", "s", "eval")))
exec(compile("5 + 5; 'shown'; None", "s", "single"))


class M(dict):
    def __missing__(self, key):
        return key.upper()


print(eval("abc", {}, M()))
for f in (lambda: eval("1 +"), lambda: eval("x = 1"), lambda: eval(""), lambda: exec("def"), lambda: eval(5), lambda: exec([]), lambda: eval("1", 5),
          lambda: eval("1", {}, 5), lambda: compile("1", "f", "bad"), lambda: eval("undefined_here"), lambda: eval("\x00"), lambda: exec("return 1")):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
print(eval(b"2 + 2"), eval("__import__('math').floor(2.5)"), eval("lambda: 5")())
try:
    eval("len([])", {"__builtins__": {}})
except NameError as e:
    print(e)
print(eval("len([1])", {"__builtins__": {"len": lambda x: "mine"}}))
