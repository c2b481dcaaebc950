# JSON on the command line: checks it, and writes it with indentation.
#
#     ferropy -m json.tool [options] [infile [outfile]]
import json
import sys

_USAGE = """\
usage: python -m json [-h] [--sort-keys] [--no-ensure-ascii] [--json-lines]
                      [--indent INDENT | --tab | --no-indent | --compact]
                      [infile] [outfile]
"""
_HELP = """
A simple command line interface for json module to validate and pretty-print
JSON objects.

positional arguments:
  infile             a JSON file to be validated or pretty-printed
  outfile            write the output of infile to outfile

options:
  -h, --help         show this help message and exit
  --sort-keys        sort the output of dictionaries alphabetically by key
  --no-ensure-ascii  disable escaping of non-ASCII characters
  --json-lines       parse input using the JSON Lines format. Use with
                     --no-indent or --compact to produce valid JSON Lines
                     output.
  --indent INDENT    separate items with newlines and use this number of
                     spaces for indentation
  --tab              separate items with newlines and use tabs for indentation
  --no-indent        separate items with spaces rather than newlines
  --compact          suppress all whitespace separation (most compact)
"""


def _refuse(message):
    sys.stderr.write(f"{_USAGE}python -m json: error: {message}\n")
    sys.exit(2)


def _options(words):
    """The files, the arguments of json.dumps(), and whether each line is JSON of its own."""
    files, settings, by_lines = [], {"indent": 4}, False
    words = list(words)
    while words:
        word = words.pop(0)
        name, equals, value = word.partition("=")
        if word in ("-h", "--help"):
            sys.stdout.write(_USAGE + _HELP)
            sys.exit(0)
        elif word == "--sort-keys":
            settings["sort_keys"] = True
        elif word == "--no-ensure-ascii":
            settings["ensure_ascii"] = False
        elif word == "--json-lines":
            by_lines = True
        elif name == "--indent":
            if not equals:
                if not words:
                    _refuse("argument --indent: expected one argument")
                value = words.pop(0)
            try:
                settings["indent"] = int(value)
            except ValueError:
                _refuse(f"argument --indent: invalid int value: {value!r}")
        elif word == "--tab":
            settings["indent"] = "\t"
        elif word == "--no-indent":
            settings["indent"] = None
        elif word == "--compact":
            settings["indent"] = None
            settings["separators"] = (",", ":")
        elif word.startswith("-") and word != "-":
            _refuse(f"unrecognized arguments: {word}")
        else:
            files.append(word)
    if len(files) > 2:
        _refuse(f"unrecognized arguments: {' '.join(files[2:])}")
    return files, settings, by_lines


def _painter(file):
    """A function that colours JSON, if the file shows colours."""
    from _colorize import can_colorize, get_theme

    if not can_colorize(file=file):
        return str
    import re

    colours = get_theme(force_color=True).syntax
    text = r'"(?:\\.|[^"\\])*"'
    kinds = {"definition": f"{text}(?=:)", "string": text, "number": "NaN|-?Infinity|[0-9\\-+.Ee]+", "keyword": "true|false|null"}
    pattern = re.compile("|".join(f"(?P<{name}>{kind})" for name, kind in kinds.items()))
    return lambda shown: pattern.sub(lambda found: f"{getattr(colours, found.lastgroup)}{found[0]}{colours.reset}", shown)


def main():
    files, settings, by_lines = _options(sys.argv[1:])
    try:
        if not files or files[0] == "-":
            text = sys.stdin.read()
        else:
            with open(files[0], encoding="utf-8") as file:
                text = file.read()
        objects = [json.loads(line) for line in text.splitlines()] if by_lines else [json.loads(text)]
        if len(files) < 2 or files[1] == "-":
            out = sys.stdout
        else:
            out = open(files[1], "w", encoding="utf-8")
        paint = _painter(out)
        for value in objects:
            out.write(paint(json.dumps(value, **settings)) + "\n")
        if out is not sys.stdout:
            out.close()
        sys.stdout.flush()
    except BrokenPipeError as error:
        raise SystemExit(error.errno)
    except ValueError as error:
        raise SystemExit(error)


if __name__ == "__main__":
    main()
