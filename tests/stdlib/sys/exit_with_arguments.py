# What the argument of sys.exit() becomes: a tuple stands for several, None for none, and the exception for itself.
import sys

own = SystemExit("own")
for argument in ((), (5,), (1, 2), None, "text", own, 7):
    try:
        sys.exit(argument)
    except SystemExit as error:
        print(error.args, error.code, error is own)
try:
    sys.exit()
except SystemExit as error:
    print(error.args, error.code)
