# Wrong definitions, parents, actions and types of a program, mixed arguments.
# python: 3.14
import argparse, sys


def run(p, line, **k):
    try:
        r = p.parse_args(line.split() if isinstance(line, str) else line, **k)
        print(line, "=>", r)
    except SystemExit as e:
        print(line, "=> exit", e.code)
    except BaseException as e:
        print(line, "=>", type(e).__name__, e)


sys.stderr = sys.stdout
import os

os.environ["COLUMNS"] = "80"
# errors of definition
p = argparse.ArgumentParser(prog="e")
p.add_argument("--dup")
for args, kw in [
    (("--dup",), {}),
    (("a", "b"), {}),
    (("-x", "y"), {}),
    ((), {}),
    (("x",), dict(dest="y")),
    (("x",), dict(required=True)),
    (("--x",), dict(action="nope")),
    (("--x",), dict(type="nope")),
    (("--x",), dict(nargs="?", action="store_true")),
    (("--x",), dict(nargs=0)),
    (("--x",), dict(action="store_const")),
    (("--x",), dict(action="append", nargs=0)),
    (("--x",), dict(metavar=("a", "b"))),
    (("--x",), dict(nargs=2, metavar=("a",))),
    (("--",), {}),
    (("-",), {}),
    (("x",), dict(action="store_true")),
    (("--x",), dict(const=1)),
    (("--x",), dict(nargs="nope")),
    (("--x",), dict(help="%(nope)s")),
    (("--x",), dict(help="%")),
]:
    try:
        print(args, kw, p.add_argument(*args, **kw))
    except BaseException as e:
        print(args, kw, type(e).__name__, e)
p = argparse.ArgumentParser(prog="e", conflict_handler="resolve")
p.add_argument("-f", "--foo", help="old")
p.add_argument("--foo", help="new")
p.print_help()
par = argparse.ArgumentParser(add_help=False)
par.add_argument("--parent")
g = par.add_argument_group("pg")
g.add_argument("--pgo")
p = argparse.ArgumentParser(prog="child", parents=[par])
p.add_argument("--own")
p.print_help()


class Act(argparse.Action):
    def __call__(self, parser, namespace, values, option_string=None):
        print("act", values, option_string)
        setattr(namespace, self.dest, values)


p = argparse.ArgumentParser(prog="act")
p.add_argument("--foo", action=Act)
p.add_argument("bar", action=Act)
run(p, "1 --foo 2")
print(p)


def typ(s):
    raise argparse.ArgumentTypeError("bad thing %s" % s)


p = argparse.ArgumentParser(prog="t")
p.add_argument("--foo", type=typ)
p.add_argument("--d", type=int, default="5")
p.add_argument("--f", type=argparse.FileType("r"))
run(p, "--foo 1")
run(p, "")
run(p, "--f /nonexistent")
p = argparse.ArgumentParser(prog="i")
p.add_argument("--foo", action="store_true")
p.add_argument("cmd")
p.add_argument("rest", nargs="*", type=int)
try:
    print(p.parse_intermixed_args("doit 1 --foo 2 3".split()))
except BaseException as e:
    print(e)
print(p.parse_known_intermixed_args("doit 1 --foo 2 --bar 3".split()))
try:
    p.error("msg")
except SystemExit as e:
    print(e.code)
try:
    p.exit(3, "bye\n")
except SystemExit as e:
    print(e.code)
print(p.format_usage(), p.format_help())
print(argparse.Namespace(a=1, **{"b c": 2}), argparse.ArgumentError(None, "m"), argparse.__all__)
