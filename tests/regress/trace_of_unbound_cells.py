# python: 3.13
# The name of an unbound variable is found while its function is traced, too.
import sys


def tracer(frame, event, argument):
    return tracer


names = [f"v{number}" for number in range(300)]
source = "def function():\n    if False:\n" + "".join(f"        {name} = 0\n" for name in names)
source += "    def inner():\n        return " + ", ".join(names[-3:]) + "\n    return v298\n"
namespace = {}
exec(source, namespace)
sys.settrace(tracer)
try:
    namespace["function"]()
except UnboundLocalError as error:
    print(error)
sys.settrace(None)
