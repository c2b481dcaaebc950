# Groups, commands, other formatters, long usage.
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
# groups
p = argparse.ArgumentParser(
    prog="grp",
    add_help=False,
    usage="%(prog)s [options]",
    formatter_class=argparse.ArgumentDefaultsHelpFormatter,
)
g = p.add_argument_group("first group", "its description")
g.add_argument("--foo", default=42, help="foo help")
g.add_argument("bar", help="bar help")
g = p.add_argument_group("empty")
m = p.add_mutually_exclusive_group(required=True)
m.add_argument("--one", action="store_true")
m.add_argument("--two", help="two help")
p.print_help()
run(p, "x")
run(p, "x --one")
run(p, "x --one --two 3")
run(p, "--one")
run(p, "x -h")
p = argparse.ArgumentParser(prog="mx")
m = p.add_mutually_exclusive_group()
m.add_argument("--a")
m.add_argument("-b", action="store_true")
m.add_argument("c", nargs="?")
p.add_argument("--z", required=True)
p.print_usage()
run(p, "--z 1 --a 1 -b")
run(p, "--z 1 x -b")
run(p, "")
run(p, "--z 1 x")
try:
    m.add_argument("--bad", required=True)
except ValueError as e:
    print(e)
# subparsers
p = argparse.ArgumentParser(prog="git", description="subs")
p.add_argument("--glob", action="store_true")
sp = p.add_subparsers(
    dest="cmd",
    title="commands",
    description="the commands",
    help="command help",
    metavar="CMD",
    required=True,
)
a = sp.add_parser("add", help="add files", aliases=["a"])
a.add_argument("file", nargs="+")
a.add_argument("-f", action="store_true")
a.set_defaults(func="add")
c = sp.add_parser("commit", help="commit it", description="Commits.")
c.add_argument("-m", required=True)
p.print_help()
a.print_help()
c.print_usage()
for l in [
    "",
    "add",
    "add x y",
    "a x",
    "commit",
    "commit -m hi",
    "--glob add x -f",
    "bad",
    "add -x 1",
    "commit -m hi --glob",
    "add -h",
]:
    run(p, l)
p = argparse.ArgumentParser(prog="opt")
sp = p.add_subparsers()
sp.add_parser("x")
p.print_help()
run(p, "")
run(p, "y")
# formatters
for fc in (
    argparse.RawDescriptionHelpFormatter,
    argparse.RawTextHelpFormatter,
    argparse.MetavarTypeHelpFormatter,
):
    p = argparse.ArgumentParser(prog="f", formatter_class=fc, description="line one\n    line two\n")
    p.add_argument("--i", type=int, help="first\n second")
    p.add_argument("j", type=float)
    p.print_help()
# long usage
p = argparse.ArgumentParser(prog="PROG")
for i in range(8):
    p.add_argument("--option%d" % i, metavar="VALUE%d" % i)
for i in range(6):
    p.add_argument("positional%d" % i)
p.print_usage()
p = argparse.ArgumentParser(
    prog="PROGRAM_WITH_A_VERY_LONG_NAME_THAT_TAKES_MUCH_OF_THE_LINE_AND_MORE_OF_IT_SO"
)
for i in range(4):
    p.add_argument("--option%d" % i, metavar="VALUE%d" % i)
for i in range(4):
    p.add_argument("positional%d" % i)
p.print_usage()
p = argparse.ArgumentParser(prog="P")
for i in range(12):
    p.add_argument("positional_argument%d" % i)
p.print_usage()
