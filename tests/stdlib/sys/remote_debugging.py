# python: 3.14
# Nobody can attach to this interpreter.
import sys

print(sys.is_remote_debug_enabled())
