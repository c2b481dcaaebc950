"""Options of the command line as C's getopt() reads them."""

__all__ = ["GetoptError", "error", "getopt", "gnu_getopt"]


class GetoptError(Exception):
    """Raised for options that don't exist or lack an argument: msg says what, opt which."""

    msg = opt = ""

    def __init__(self, msg, opt=""):
        self.msg = msg
        self.opt = opt
        Exception.__init__(self, msg, opt)

    def __str__(self):
        return self.msg


error = GetoptError


def getopt(args, shortopts, longopts=[]):
    """Options up to the first argument that is none: (list of (option, value), arguments left).

    shortopts has the letters of options, ':' behind those that take a value and '::' behind those that may; longopts is
    a list of names, with '=' or '=?' behind them.
    """
    longopts = [longopts] if isinstance(longopts, str) else list(longopts)
    opts = []
    while args and args[0].startswith("-") and args[0] != "-":
        if args[0] == "--":
            args = args[1:]
            break
        args = _option(opts, args, shortopts, longopts)
    return opts, args


def gnu_getopt(args, shortopts, longopts=[]):
    """As getopt(), with options and arguments in any order.

    If shortopts starts with '+' or POSIXLY_CORRECT is in the environment, options end at the first argument; if it
    starts with '-', arguments before options are in the list of options, as (None, arguments).
    """
    longopts = [longopts] if isinstance(longopts, str) else list(longopts)
    in_order = shortopts.startswith("-")
    stops_early = shortopts.startswith("+")
    if in_order or stops_early:
        shortopts = shortopts[1:]
    if not stops_early:
        import os

        stops_early = bool(os.environ.get("POSIXLY_CORRECT"))
    opts, others = [], []
    while args:
        first = args[0]
        if first == "--":
            others += args[1:]
            break
        if first.startswith("-") and first != "-":
            if in_order and others:
                opts.append((None, others))
                others = []
            args = _option(opts, args, shortopts, longopts)
        elif stops_early:
            others += args
            break
        else:
            others.append(first)
            args = args[1:]
    return opts, others


def _option(opts, args, shortopts, longopts):
    """Add the options of the first argument: what is left."""
    first, args = args[0], args[1:]
    if first.startswith("--"):
        name, has_value, value = first[2:].partition("=")
        takes, name = _long_option(name, longopts)
        if takes is True and not has_value:
            if not args:
                raise GetoptError(f"option --{name} requires argument", name)
            value, args = args[0], args[1:]
        elif not takes and has_value:
            raise GetoptError(f"option --{name} must not have an argument", name)
        opts.append(("--" + name, value))
        return args
    letters = first[1:]
    while letters:
        letter, letters = letters[0], letters[1:]
        takes = _short_option(letter, shortopts)
        value = ""
        if takes:
            value, letters = letters, ""
            if takes is True and not value:
                if not args:
                    raise GetoptError(f"option -{letter} requires argument", letter)
                value, args = args[0], args[1:]
        opts.append(("-" + letter, value))
    return args


def _short_option(letter, shortopts):
    """Whether an option takes a value: True, False or "perhaps"."""
    for place, each in enumerate(shortopts):
        if each == letter != ":":
            if shortopts.startswith("::", place + 1):
                return "perhaps"
            return shortopts.startswith(":", place + 1)
    raise GetoptError(f"option -{letter} not recognized", letter)


def _long_option(name, longopts):
    """Whether an option takes a value, and its whole name."""
    found = [option for option in longopts if option.startswith(name)]
    if not found:
        raise GetoptError(f"option --{name} not recognized", name)
    for option, takes in (name, False), (name + "=", True), (name + "=?", "perhaps"):
        if option in found:
            return takes, name
    if len(found) > 1:
        raise GetoptError(f"option --{name} not a unique prefix; possible options: {', '.join(found)}", name)
    option = found[0]
    if option.endswith("=?"):
        return "perhaps", option[:-2]
    return (True, option[:-1]) if option.endswith("=") else (False, option)
