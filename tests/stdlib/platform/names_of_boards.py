# The functions that boards have as well.
import os
import platform
import sys

names = os.uname()
print(platform.system() == names.sysname, platform.node() == names.nodename, platform.machine() == names.machine)
print(platform.release() == names.release, platform.version() == names.version, tuple(platform.uname())[:5] == tuple(names))
text, short = platform.platform(), platform.platform(terse=True)
print(len(text) > 5, " " in text, text.endswith("-"), len(short) <= len(text), platform.platform(1, 1) == short)
print(platform.python_version() == "%d.%d.%d" % sys.version_info[:3], platform.python_version_tuple()[0])
print(type(platform.python_compiler()), type(platform.python_implementation()), type(platform.processor()))
library = platform.libc_ver()
print(type(library), len(library), all(isinstance(part, str) for part in library), platform.architecture()[0] in ("32bit", "64bit"))
