"""Generated values, written by CPython and read by Ferropy, and the other way round.

    python check.py --ferropy PATH [--python PATH] [--seed N] [--count N] [FORMAT…]

Each format of `formats.py` gets so many values. The last line counts them.
"""

import argparse
import os
import pathlib
import subprocess
import sys

from formats import FORMATS

PEER = pathlib.Path(__file__).resolve().parent / "peer.py"
ENVIRONMENT = os.environ | {"PYTHONDONTWRITEBYTECODE": "1", "PYTHONIOENCODING": "utf-8"}


def main():
    options = parse_options()
    passed = failed = 0
    for name in options.formats or FORMATS:
        for writer, reader in ((options.python, options.ferropy), (options.ferropy, options.python)):
            right, report = exchange(name, writer, reader, str(options.seed), str(options.count))
            passed += right
            failed += options.count - right
            if right < options.count:
                print(f"{name}, written by {writer}, read by {reader}:\n{report}")
    print(f"{passed} passed, {failed} failed")
    return 1 if failed else 0


def parse_options():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--ferropy", required=True)
    parser.add_argument("--python", default=sys.executable)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--count", type=int, default=300)
    parser.add_argument("formats", nargs="*", metavar="FORMAT")
    return parser.parse_args()


def exchange(name, writer, reader, seed, count):
    """How many values came over, and what is said about the others."""
    written = run([writer, str(PEER), "write", name, seed, count], "")
    if written.returncode:
        return 0, written.stderr
    read = run([reader, str(PEER), "read", name, seed, count], written.stdout)
    if read.returncode:
        return 0, read.stdout + read.stderr
    report, _, right = read.stdout.rstrip().rpartition("\n")
    return int(right), report


def run(command, text):
    return subprocess.run(command, input=text, capture_output=True, encoding="utf-8", env=ENVIRONMENT)


sys.exit(main())
