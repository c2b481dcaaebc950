# python: 3.14
# Values that may be left out, and arguments among the options.
import getopt

print(
    getopt.getopt(["-a", "x"], "a::"),
    getopt.getopt(["-ax", "y"], "a::b"),
    getopt.getopt(["--foo", "x"], "", ["foo=?"]),
    getopt.getopt(["--foo=1", "--fo"], "", ["foo=?"]),
)
print(
    getopt.gnu_getopt(["a", "b", "-c", "d", "--", "e"], "-c"),
    getopt.gnu_getopt(["-c", "a"], "-c"),
    getopt.gnu_getopt(["a", "--x=1", "b", "-d2", "c"], "-d:", ["x="]),
)
