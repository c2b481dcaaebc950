# python: 3.14
import argparse
import os


def shown(text):
    return text.replace("\x1b[", "{").replace("m", "m", 0)


os.environ.update(PYTHON_COLORS="1", COLUMNS="50")
parser = argparse.ArgumentParser(prog="tool", description="About it.", epilog="%(prog)s ends.")
parser.add_argument("-v", "--verbose", action="store_true", help="say more")
parser.add_argument("--size", metavar="N", help="how large")
parser.add_argument("-x", required=True)
parser.add_argument("name", help="which one")
parser.add_argument("rest", nargs="*")
group = parser.add_mutually_exclusive_group(required=True)
group.add_argument("--left", action="store_true")
group.add_argument("-r", metavar="WHERE")
print(shown(parser.format_help()))
short = argparse.ArgumentParser(prog="short")
short.add_argument("bar")
print(shown(short.format_usage()), shown(argparse.ArgumentParser(prog="bare", add_help=False).format_usage()))
own = argparse.ArgumentParser(prog="own", usage="%(prog)s does it", add_help=False)
print(shown(own.format_usage()))
plain = argparse.ArgumentParser(prog="plain", color=False)
plain.add_argument("--bar", help="help")
print(plain.format_help(), plain.color)
os.environ["PYTHON_COLORS"] = "0"
print(short.format_usage())
formatter = argparse.HelpFormatter("p")
formatter.add_usage(None, short._actions, [])
print(formatter.format_help())
