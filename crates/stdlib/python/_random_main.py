"""What `python -m random` does: one random number, or one of the words given."""

import argparse

import random


def _parse(arguments):
    parser = argparse.ArgumentParser(formatter_class=argparse.RawTextHelpFormatter)
    kinds = parser.add_mutually_exclusive_group()
    kinds.add_argument("-c", "--choice", nargs="+", help="print a random choice")
    kinds.add_argument(
        "-i", "--integer", type=int, metavar="N", help="print a random integer between 1 and N inclusive"
    )
    kinds.add_argument(
        "-f", "--float", type=float, metavar="N",
        help="print a random floating-point number between 0 and N inclusive",
    )  # fmt: skip
    parser.add_argument(
        "input", nargs="*",
        help="if no options given, output depends on the input\n"
        "    string or multiple: same as --choice\n    integer: same as --integer\n    float: same as --float",
    )  # fmt: skip
    return parser.parse_args(arguments), parser.format_help()


def main(arguments=None):
    """The number or word, or the help if nothing says what is wanted."""
    given, text = _parse(arguments)
    if given.choice:
        return random.choice(given.choice)
    if given.integer is not None:
        return random.randint(1, given.integer)
    if given.float is not None:
        return random.uniform(0, given.float)
    if not given.input:
        return text
    if len(given.input) > 1:
        return random.choice(given.input)
    word = given.input[0]
    try:
        return random.randint(1, int(word))
    except ValueError:
        pass
    try:
        return random.uniform(0, float(word))
    except ValueError:
        return random.choice(word.split())
