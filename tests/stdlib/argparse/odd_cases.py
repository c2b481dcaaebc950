# requires: files
# python: 3.14
import argparse, sys, os

sys.stderr = sys.stdout
os.environ["COLUMNS"] = "80"


def run(p, l):
    try:
        print(p.parse_args(l.split()))
    except SystemExit as e:
        print("exit", e.code)


p = argparse.ArgumentParser(prog="dep")
p.add_argument("--old", deprecated=True, action="store_true")
p.add_argument("-o", "--other", deprecated=True)
sp = p.add_subparsers()
s = sp.add_parser("x", deprecated=True, aliases=["y"])
s.add_argument("pos", deprecated=True, nargs="?")
for l in ["--old", "-o 1", "--other=2", "x", "y 5", "--old x 3"]:
    run(p, l)
p = argparse.ArgumentParser(prog="g")
g = p.add_argument_group("A")
m = g.add_mutually_exclusive_group()
m.add_argument("--a", action="store_true")
m.add_argument("--b", action="store_true")
m2 = p.add_mutually_exclusive_group(required=True)
m2.add_argument("--cc", help=argparse.SUPPRESS)
m2.add_argument("--dd")
p.print_help()
run(p, "--a --b --dd 1")
run(p, "")
run(p, "--cc 1")
p = argparse.ArgumentParser(prog="w")
m = p.add_mutually_exclusive_group()
for i in range(6):
    m.add_argument("--option-number-%d" % i, metavar="VALUE")
p.print_usage()
p = argparse.ArgumentParser(prog="meta")
p.add_argument("--x", nargs=2, metavar=("A", "B"))
p.add_argument("--y", nargs="*", metavar=("A", "B"))
p.add_argument("--z", nargs="+", metavar=("A", "B"))
p.add_argument("pos", nargs="+", metavar="P")
p.add_argument("--c", choices=[1, 2], type=int, metavar="CH")
p.print_help()
run(p, "--c 3 a")
run(p, "--x 1")
p = argparse.ArgumentParser(prog="pct", description="100%% of %(prog)s", epilog="end %(prog)s")
p.add_argument("--a", help="50%% (%(type)s %(default)s %(prog)s)", type=int, default=3)
p.print_help()
p = argparse.ArgumentParser(prog="neg")
p.add_argument("-1", dest="one", action="store_true")
p.add_argument("n", nargs="?", type=float)
run(p, "-1")
run(p, "-2")
run(p, "-- -2")
p = argparse.ArgumentParser(prog="neg2")
p.add_argument("n", type=float, nargs="*")
run(p, "-2.5 -.5 3 -1e5")
run(p, "-2")
p = argparse.ArgumentParser(prog="ab", allow_abbrev=False)
p.add_argument("--verbose", action="store_true")
p.add_argument("-vx")
run(p, "--verb")
run(p, "-v")
run(p, "-vx1")
run(p, "-vx=1")
p = argparse.ArgumentParser(prog="em")
p.add_argument("--e", default="")
p.add_argument("x", nargs="?")
run(p, "--e=")
run(p, "--e ")
print(p.parse_args(["--e", "", ""]))
print(p.parse_args([" -x y"]))
p = argparse.ArgumentParser(prog="sub")
p.add_argument("-g", default="G")
p.set_defaults(q=1)
sp = p.add_subparsers(dest="c")
a = sp.add_parser("a")
a.add_argument("-g", default="sub")
a.add_argument("rest", nargs=argparse.REMAINDER)
a.set_defaults(q=2)
for l in ["a", "-g 1 a", "a -g 2 x -y --z", "", "b"]:
    run(p, l)
print(p.parse_known_args(["a", "-z"]))
print(p.parse_known_args(["-z", "a"]))
try:
    p.add_subparsers()
except BaseException as e:
    print(type(e).__name__, e)
try:
    sp.add_parser("a")
except BaseException as e:
    print(type(e).__name__, e)
open("args.txt", "w").write("--foo\n1\nbar\n")
p = argparse.ArgumentParser(prog="ff", fromfile_prefix_chars="@")
p.add_argument("--foo")
p.add_argument("b")
run(p, "@args.txt")


class P2(argparse.ArgumentParser):
    def convert_arg_line_to_args(self, line):
        return line.split()

    def error(self, m):
        raise ValueError(m)


open("args2.txt", "w").write("--foo 1 bar\n")
p = P2(prog="x", fromfile_prefix_chars="@")
p.add_argument("--foo")
p.add_argument("b")
run(p, "@args2.txt")
try:
    p.parse_args([])
except ValueError as e:
    print(e)
p = argparse.ArgumentParser(prog="cnt")
p.add_argument("-v", action="count")
p.add_argument("-x", action="append", nargs=2)
p.add_argument("-k", action="append_const", const=1, default=[0])
run(p, "-vvv -x 1 2 -x 3 4 -k")
run(p, "")
p = argparse.ArgumentParser(prog="reg")
p.register("type", "hex", lambda s: int(s, 16))
p.add_argument("h", type="hex")
run(p, "ff")
run(p, "zz")


class F(argparse.HelpFormatter):
    def __init__(self, prog):
        super().__init__(prog, max_help_position=10, width=50)

    def _format_action_invocation(self, a):
        return "<" + super()._format_action_invocation(a) + ">"


p = argparse.ArgumentParser(prog="cust", formatter_class=F)
p.add_argument("--long-name", help="help " * 20)
p.print_help()
p = argparse.ArgumentParser(prog="dash")
p.add_argument("--foo-bar", action="store_true")
p.add_argument("--foo-baz", action="store_true")
run(p, "--foo")
run(p, "--foo-ba")
run(p, "--foo-bar")
p = argparse.ArgumentParser(prog="cx", usage="%(prog)s custom")
sp = p.add_subparsers(prog="PP")
q = sp.add_parser("n")
print(q.prog)
q.print_usage()
p = argparse.ArgumentParser(prog="cy")
p.add_argument("pos")
p.add_argument("--o")
sp = p.add_subparsers()
print(sp.add_parser("n").prog)
