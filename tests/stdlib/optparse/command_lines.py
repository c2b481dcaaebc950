# slow: makes many parsers
import optparse, os, sys

os.environ["COLUMNS"] = "80"
from optparse import *

print(sorted(optparse.__all__))


def mk(**k):
    p = OptionParser(
        prog="prog",
        version="%prog 1.0",
        description="A description of %prog that is rather long and needs more than a single line to be shown in a terminal.",
        epilog="The end.",
        **k,
    )
    p.add_option(
        "-n",
        "--number",
        type="int",
        default=1,
        help="how many things there are, with a long text so that it wraps around [default: %default]",
        metavar="N",
    )
    p.add_option("-v", action="count", dest="v")
    p.add_option("-q", "--quiet", action="store_true", default=False)
    p.add_option("--a-very-long-option-name", action="append", type="float")
    p.add_option("-c", type="choice", choices=["a", "b"], help="choice")
    p.add_option("-t", nargs=2, type="string")
    p.add_option("-k", action="store_const", const=7)
    p.add_option("--ac", action="append_const", const=3, dest="ac")
    p.add_option("--hidden", help=SUPPRESS_HELP)
    p.add_option("--num", type=complex)
    p.add_option("--off", action="store_false", dest="quiet")
    p.add_option(
        "--cb",
        action="callback",
        callback=lambda o, s, v, pa, *a, **k: print("cb", o, s, v, a, k),
        type="int",
        callback_args=(1,),
        callback_kwargs={"z": 2},
    )
    g = OptionGroup(p, "Group", "Group text.")
    g.add_option("-g", "--gg", help="in group")
    p.add_option_group(g)
    return p


def t(f):
    try:
        print(repr(f()))
    except SystemExit as e:
        print("exit", e.code)
    except Exception as e:
        print(type(e).__name__, e)


sys.stderr = sys.stdout
for fm in (
    None,
    TitledHelpFormatter(),
    IndentedHelpFormatter(width=50, max_help_position=30),
    TitledHelpFormatter(width=40),
):
    print(mk(formatter=fm).format_help())


def go(a):
    o, r = mk().parse_args(a)
    return sorted(vars(o).items()), r


for a in [
    "",
    "-n5 x",
    "-n 0x10 -n0b11",
    "--number=010",
    "--numb 3",
    "--nu 3",
    "-vvqn3 y",
    "-vz",
    "--zz",
    "-n",
    "-nx",
    "-t a",
    "-t a b c",
    "-c a",
    "-c q",
    "-k --ac --ac",
    "--quiet=1",
    "--num 1+2j",
    "--num zz",
    "--a-very 1.5 --a-very=2",
    "--a-very x",
    "--cb 5",
    "-- -n 5",
    "- x",
    "-h",
    "--version",
    "x -v",
    "--off",
    "-g",
    "--hidden=5",
    "--number=",
]:
    print(a)
    t(lambda: go(a.split()))
p = mk()
p.disable_interspersed_args()
t(lambda: p.parse_args(["-v", "x", "-v"])[1])
for f in [
    lambda: Option("x"),
    lambda: Option("-"),
    lambda: Option("--"),
    lambda: Option("-xy"),
    lambda: Option(),
    lambda: Option("-x", foo=1),
    lambda: Option("-x", action="zz"),
    lambda: Option("-x", type="zz"),
    lambda: Option("-x", action="count", type="int"),
    lambda: Option("-x", type="choice"),
    lambda: Option("-x", choices=5, type="choice"),
    lambda: Option("-x", choices=["a"], type="int"),
    lambda: Option("-x", const=1),
    lambda: Option("-x", action="count", nargs=2),
    lambda: Option("-x", action="callback"),
    lambda: Option("-x", callback=5),
    lambda: Option("-x", callback_args=()),
    lambda: Option("-x", action="callback", callback=len, callback_args=[]),
    lambda: str(Option("-x", "--yy")),
    lambda: mk().add_option("-n"),
    lambda: mk().add_option(5),
    lambda: mk(conflict_handler="resolve").add_option("-n", "--quiet").get_opt_string(),
    lambda: mk(conflict_handler="x"),
    lambda: mk().remove_option("-zz"),
    lambda: mk().get_option("-n").dest,
    lambda: mk().has_option("--gg"),
    lambda: mk().get_option_group("-g").title,
    lambda: mk().error("bad"),
    lambda: Values({"a": 1}) == {"a": 1},
    lambda: str(Values({"a": 1})),
    lambda: Values({"a": 1}) == Values({"a": 1}),
    lambda: mk().get_usage(),
    lambda: mk().get_version(),
    lambda: OptionParser(usage=SUPPRESS_USAGE, prog="p").format_help(),
    lambda: OptionParser(usage="usage: %prog x", prog="p").get_usage(),
]:
    t(f)
p = mk()
p.set_defaults(number="7", quiet=3)
p.set_default("k", 1)
t(lambda: sorted(vars(p.get_default_values()).items()))
p.set_process_default_values(False)
t(lambda: p.get_default_values().number)
