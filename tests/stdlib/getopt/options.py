# Options short and long, with and without values, in and out of order.
# python: 3.14
import getopt
import os


def attempt(function, *args):
    try:
        return repr(function(*args))
    except getopt.GetoptError as error:
        return f"{error} {error.msg} {error.opt!r} {error.args}"


for args, short, names in (
    ("-a -b x rest", "ab:", []),
    ("-ax y", "ab:", []),
    ("-b", "ab:", []),
    ("-abx -b y", "ab:", []),
    ("--foo --bar=1 --ba 2 x", "", ["foo", "bar="]),
    ("--fo", "", ["foo", "foobar"]),
    ("--foo", "", ["foo", "foobar"]),
    ("--f", "", ["foo", "foobar"]),
    ("--foo=1", "", ["foo"]),
    ("--foo=", "", ["foo"]),
    ("--bar", "", ["bar="]),
    ("--bar=", "", ["bar="]),
    ("--bar=a=b", "", ["bar="]),
    ("--x", "", ["foo"]),
    ("-a -- -b", "ab", []),
    ("- x", "a", []),
    ("a -a b -b", "ab", []),
    ("--foo", "", "foo"),
    ("-abc", "abc", []),
    ("-cb", "c:", []),
    ("-:", "a:", []),
    ("a -- -b", "b", []),
    ("--", "", []),
    ("", "", []),
    ("-é", "é", []),
    ("--foo", "", ("foo=", "foo")),
    ("--fo=3", "", ["foo="]),
    ("x --foo y", "", ["foo"]),
    ("-c -b", "c:b", []),
    ("---x", "", ["-x"]),
):
    args = args.split(" ") if args else []
    print(
        args,
        short,
        names,
        attempt(getopt.getopt, args, short, names),
        attempt(getopt.gnu_getopt, args, short, names),
        attempt(getopt.gnu_getopt, args, "+" + short, names),
    )
os.environ["POSIXLY_CORRECT"] = "1"
print(
    getopt.gnu_getopt(["a", "-b"], "b"),
    getopt.error is getopt.GetoptError,
    str(getopt.GetoptError("x")),
    getopt.GetoptError("x").opt,
)
