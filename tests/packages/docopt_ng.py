"""A command line by its own help text."""

from docopt import DocoptExit, docopt

HELP = """Naval Fate.

Usage:
  naval ship new <name>...
  naval ship <name> move <x> <y> [--speed=<kn>]
  naval mine (set|remove) <x> <y> [--moored | --drifting]
  naval -h | --help
  naval --version

Options:
  -h --help     Show this screen.
  --version     Show version.
  --speed=<kn>  Speed in knots [default: 10].
  --moored      Moored (anchored) mine.
  --drifting    Drifting mine.
"""
for line in (
    "ship new a b",
    "ship Titanic move 1 2 --speed 15",
    "mine set 1 2 --drifting",
    "ship x move 1 2",
    "mine set 1",
    "nothing",
    "mine set 1 2 --moored --drifting",
):
    try:
        print(sorted(docopt(HELP, line.split()).items()))
    except DocoptExit as error:
        print("exit", str(error).splitlines()[0])
try:
    docopt(HELP, ["--version"], version="1.0")
except SystemExit as error:
    print(error.code)
