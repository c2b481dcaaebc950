# A deprecated option is warned of once, by each of its names.
import argparse
import sys

sys.stderr = sys.stdout
parser = argparse.ArgumentParser(prog="p")
parser.add_argument("-f", "--foo", deprecated=True)
parser.add_argument("places", nargs="*", deprecated=True)
for arguments in (["--foo", "1"], ["-f", "1", "-f", "2", "--foo", "3", "--fo", "4"], ["a", "b", "-f", "1"], ["a"]):
    print(arguments)
    print(parser.parse_args(arguments))
