# python: 3.14
# args: given to the program
import sys

# The runner gives no options: everything is as it is without them.
print(sys.flags.debug, sys.flags.inspect, sys.flags.interactive, sys.flags.optimize, sys.flags.verbose, sys.flags.quiet)
print(sys.flags.dev_mode, sys.flags.safe_path, sys.flags.isolated, sys.flags.no_site, sys.flags.ignore_environment)
print(sys.flags[:4], sys.flags[-2], sys.flags == tuple(sys.flags), hash(sys.flags) == hash(tuple(sys.flags)))
print(sys.warnoptions, isinstance(sys._xoptions, dict), sys.argv[1:])
del sys.__dict__["flags"]
print(sys.flags.optimize, "flags" in vars(sys))
sys.flags = 5
print(sys.flags)
