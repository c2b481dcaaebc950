# Arguments in files are read as those of the command line, and a group in which nothing is can't be shown.
# requires: files
import argparse

with open("arguments", "wb") as file:
    file.write(b"--name\nf\xfc\xc3\xbc\n")
parser = argparse.ArgumentParser(prog="p", fromfile_prefix_chars="@")
parser.add_argument("--name")
print(ascii(parser.parse_args(["@arguments"]).name))
parser.add_mutually_exclusive_group()
try:
    parser.format_help()
except ValueError as error:
    print(str(error).split(" object")[0])
