# What `-m unittest` runs.

import sys

if sys.argv[0].endswith(("__main__.py", "__main__>")) or not sys.argv[0]:
    from os.path import basename

    sys.argv[0] = f"{basename(sys.executable or 'python')} -m unittest"
__unittest = True
from unittest.main import main

main(module=None)
