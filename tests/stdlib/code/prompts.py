# slow: many compilations
import code
import codeop
import contextlib
import io
import sys

SOURCES = [
    "", "\n", "# note", "if 1:", "if 1:\n  pass", "if 1:\n  pass\n", "(1+", "'''a", "a = 1 +", "def f():", "a b", "'abc", "@d",
    "\\", "try:\n  pass", "try:\n  pass\n", "[1,\n2", "x = [1,\n2]", "if x:\n    y\n  z", "async def f():", "a;", ")", "(]",
    "else:", "while 1:\n  a\nelse:", "def f(x,\n      y=1):", "class A: pass", "x = '''\n\n", "match x:", "return 1",
]  # fmt: skip
for source in SOURCES:
    found = []
    for symbol in "single", "exec", "eval":
        try:
            made = codeop.compile_command(source, "<test>", symbol)
            found.append("more" if made is None else "code")
        except SyntaxError as error:
            found.append(type(error).__name__)
    print(repr(source), *found)
compiler = codeop.CommandCompiler()
print(compiler.compiler.flags == codeop.Compile().flags)
compiler("from __future__ import annotations\n")
codes = {}
exec(compiler("def f(x: nothing): pass\n"), codes)
print(codes["f"].__annotations__)
compile_two = codeop.Compile()
print(eval(compile_two("1 + 1", "<x>", "eval")), code.compile_command is codeop.compile_command)


def talk(lines, **options):
    lines = iter(lines)
    errors = io.StringIO()
    with contextlib.redirect_stderr(errors):
        def read(prompt):
            print("[" + prompt, end="]")
            line = next(lines, None)
            if line is None:
                raise EOFError
            if line is KeyboardInterrupt:
                raise KeyboardInterrupt
            return line

        code.interact("Welcome", read, **options)
    print()
    print(errors.getvalue())


talk(["x = 1", "if x:", "  print(x + 1)", "", "x", "1 +", "(1 +", KeyboardInterrupt, "y"], local={}, exitmsg="Bye")
talk(["exit()", "print('not reached')"], local={}, exitmsg="", local_exit=True)
talk(["__name__", "raise SystemExit"], local_exit=True)
try:
    talk(["raise SystemExit(3)"], local={})
except SystemExit as error:
    print("left with", error.code)
interpreter = code.InteractiveInterpreter({"a": 5})
errors = io.StringIO()
with contextlib.redirect_stderr(errors):
    print(interpreter.runsource("print(a)"), interpreter.runsource("if a:"), interpreter.runsource("a +"))
    interpreter.runcode(compile("1 / 0", "<one>", "exec"))
    interpreter.write("written\n")
print([line for line in errors.getvalue().split("\n") if line[:1] not in (" ", "")])
print(type(sys.last_exc).__name__)
console = code.InteractiveConsole({}, "<own>")
print(console.push("x = ["), console.buffer, console.push("]"), console.buffer, console.locals["x"], console.filename)
sys.excepthook = lambda *args: print("hook:", args[0].__name__)
interpreter.runsource("nothing")
interpreter.runsource("a b")
