"""Colour for terminals that have it: when there is to be some, and which for what."""

import os
import sys
from types import SimpleNamespace as _Colours

_NUMBERS = {
    "BLACK": 30, "RED": 31, "GREEN": 32, "YELLOW": 33, "BLUE": 34, "MAGENTA": 35, "CYAN": 36, "WHITE": 37, "GREY": 90,
}  # fmt: skip


def _codes():
    codes = {"RESET": "0", "BOLD": "1"}
    for name, number in _NUMBERS.items():
        codes[name] = f"{number}"
        codes[f"BOLD_{name}"] = f"1;{number}"
        codes[f"BACKGROUND_{name}"] = f"{number + 10}"
        if number < 90:
            codes[f"INTENSE_{name}"] = f"{number + 60}"
            codes[f"INTENSE_BACKGROUND_{name}"] = f"{number + 70}"
    return {name: f"\x1b[{code}m" for name, code in codes.items()}


class ANSIColors:
    """What makes a terminal write in a colour."""


for _name, _code in _codes().items():
    setattr(ANSIColors, _name, _code)
NoColors = _Colours(**dict.fromkeys(_codes(), ""))
ColorCodes = set(_codes().values())

# What is written in which colour, by who writes it.
_THEMES = {
    "argparse": (
        "usage BOLD_BLUE prog BOLD_MAGENTA prog_extra MAGENTA heading BOLD_BLUE summary_long_option CYAN "
        "summary_short_option GREEN summary_label YELLOW summary_action GREEN long_option BOLD_CYAN "
        "short_option BOLD_GREEN label BOLD_YELLOW action BOLD_GREEN reset RESET"
    ),
    "syntax": (
        "prompt BOLD_MAGENTA keyword BOLD_BLUE builtin CYAN comment RED string GREEN number YELLOW op RESET "
        "definition BOLD soft_keyword BOLD_BLUE reset RESET"
    ),
    "traceback": (
        "type BOLD_MAGENTA message MAGENTA filename MAGENTA line_no MAGENTA frame MAGENTA error_highlight BOLD_RED "
        "error_range RED reset RESET"
    ),
    "unittest": "passed GREEN warn YELLOW fail RED fail_info BOLD_RED reset RESET",
}


def _theme(has_colour):
    theme = _Colours()
    for name, text in _THEMES.items():
        words = text.split()
        pairs = zip(words[::2], words[1::2])
        setattr(theme, name, _Colours(**{use: getattr(ANSIColors, code) if has_colour else "" for use, code in pairs}))
    return theme


def get_colors(colorize=False, *, file=None):
    """The codes by their names, or empty texts in their place."""
    return ANSIColors() if colorize or can_colorize(file=file) else NoColors


def get_theme(*, tty_file=None, force_color=False, force_no_color=False):
    """The colours of everything, or empty texts in their place."""
    return _theme(force_color or not force_no_color and can_colorize(file=tty_file))


def decolor(text):
    """A text without its colours."""
    for code in ColorCodes:
        text = text.replace(code, "")
    return text


def can_colorize(*, file=None):
    """Whether a file, by default standard output, shows colours: as the environment says, or if it is a terminal."""
    file = sys.stdout if file is None else file
    get = os.environ.get
    if not sys.flags.ignore_environment and get("PYTHON_COLORS") in ("0", "1"):
        return get("PYTHON_COLORS") == "1"
    if get("NO_COLOR"):
        return False
    if get("FORCE_COLOR"):
        return True
    if get("TERM") == "dumb" or not hasattr(file, "fileno"):
        return False
    try:
        return os.isatty(file.fileno())
    except OSError:
        return hasattr(file, "isatty") and file.isatty()
