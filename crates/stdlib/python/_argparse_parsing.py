# One run of an argument parser over a command line.

from _argparse_actions import _is_negative_number
from _argparse_names import (
    ONE_OR_MORE, OPTIONAL, PARSER, REMAINDER, SUPPRESS, ZERO_OR_MORE, ArgumentError, _argument_name,
)  # fmt: skip

_MANY = 1 << 60


def _counts(action):
    """How many arguments an action takes at least and at most."""
    nargs = action.nargs
    if nargs is None:
        return 1, 1
    if nargs in (OPTIONAL, ZERO_OR_MORE, ONE_OR_MORE):
        return int(nargs == ONE_OR_MORE), 1 if nargs == OPTIONAL else _MANY
    if nargs == SUPPRESS:
        return 0, 0
    return nargs, nargs


class Parsing:
    """Goes through the arguments once: each is an option ("O"), an argument ("A"), or the "--" behind which there are no
    more options ("-")."""

    def __init__(self, parser, args, namespace, intermixed):
        self.parser = parser
        self.args = args
        self.namespace = namespace
        self.intermixed = intermixed
        self.seen = set()
        self.seen_values = set()
        self.warned = set()
        self.extras = []
        self.extra_kinds = []
        self.positionals = parser._get_positional_actions()
        self.options = {}
        self.conflicts = {}
        for group in parser._mutually_exclusive_groups:
            for at, action in enumerate(group._group_actions):
                others = self.conflicts.setdefault(action, [])
                others.extend(group._group_actions[:at])
                others.extend(group._group_actions[at + 1 :])
        self.kinds = self._find_kinds()

    def _find_kinds(self):
        kinds = []
        for at, arg in enumerate(self.args):
            if arg == "--":
                kinds.append("-")
                kinds.extend("A" * (len(self.args) - at - 1))
                break
            found = self._options_for(arg)
            if found is not None:
                self.options[at] = found
            kinds.append("A" if found is None else "O")
        return "".join(kinds)

    def run(self):
        """Handle all arguments. The result is those that nobody knows."""
        at = 0
        last_option = max(self.options, default=-1)
        while at <= last_option:
            next_option = min(index for index in self.options if index >= at)
            if not self.intermixed and at != next_option:
                stop = self._take_positionals(at)
                if stop > at:
                    at = stop
                    continue
            if at not in self.options:
                self.extras.extend(self.args[at:next_option])
                self.extra_kinds.extend(self.kinds[at:next_option])
                at = next_option
            at = self._take_option(at)
        if self.intermixed:
            return self._take_intermixed(at)
        at = self._take_positionals(at)
        return self.extras + self.args[at:]

    def _take_intermixed(self, at):
        """What is left once the options are gone: the positional arguments."""
        self.extras.extend(self.args[at:])
        self.extra_kinds.extend(self.kinds[at:])
        self.args = [arg for arg, kind in zip(self.extras, self.extra_kinds) if kind != "O"]
        self.kinds = "".join(kind for kind in self.extra_kinds if kind != "O")
        unknown = [arg for arg, kind in zip(self.extras, self.extra_kinds) if kind == "O"]
        stop = self._take_positionals(0)
        return unknown + self.args[stop:]

    def _options_for(self, arg):
        """The options that an argument may be, each as action, text, separator and value; None if it is no option."""
        parser = self.parser
        known = parser._option_string_actions
        if not arg or arg[0] not in parser.prefix_chars:
            return None
        if arg in known:
            return [(known[arg], arg, None, None)]
        if len(arg) == 1:
            return None
        text, separator, value = arg.partition("=")
        if separator and text in known:
            return [(known[text], text, separator, value)]
        found = self._abbreviated(arg)
        if found:
            return found
        if _is_negative_number(arg) and not parser._has_negative_number_optionals:
            return None
        if " " in arg:
            return None
        return [(None, arg, None, None)]

    def _abbreviated(self, arg):
        """The options that begin with a text, or that stand together with others or a value behind one dash."""
        parser = self.parser
        known = parser._option_string_actions
        chars = parser.prefix_chars
        text, separator, value = arg.partition("=")
        if not separator:
            separator = value = None
        found = []
        if arg[1] in chars:
            if parser.allow_abbrev:
                found = [(known[each], each, separator, value) for each in known if each.startswith(text)]
            return found
        short = arg[:2]
        for each in known:
            if each == short:
                rest = arg[2:]
                if rest[:1] == "=":
                    found.append((known[each], each, "=", rest[1:]))
                else:
                    found.append((known[each], each, "", rest))
            elif each.startswith(text):
                found.append((known[each], each, separator, value))
        return found

    def _act(self, action, args, option=None):
        """Let an action have its arguments."""
        self.seen.add(action)
        values = self.parser._get_values(action, args)
        if values is not action.default:
            self.seen_values.add(action)
            for other in self.conflicts.get(action, ()):
                if other in self.seen_values:
                    raise ArgumentError(action, f"not allowed with argument {_argument_name(other)}")
        if values is not SUPPRESS:
            action(self.parser, self.namespace, values, option)

    def _warn(self, action, option):
        name = option or _argument_name(action)
        if action.deprecated and name not in self.warned:
            self.warned.add(name)
            kind = "option" if option else "argument"
            self.parser._warning(f"{kind} '{name}' is deprecated")

    def _take_option(self, at):
        """Handle the option at a place, or several behind one dash. The result is the place behind it."""
        found = self.options[at]
        if len(found) > 1:
            names = ", ".join(option for _, option, _, _ in found)
            raise ArgumentError(None, f"ambiguous option: {self.args[at]} could match {names}")
        action, option, separator, value = found[0]
        todo = []
        stop = at + 1
        while True:
            if action is None:
                self.extras.append(self.args[at])
                self.extra_kinds.append("O")
                return stop
            if value is None:
                count = self._count_for_option(action, self.kinds[stop:])
                todo.append((action, self.args[stop : stop + count], option))
                stop += count
                break
            least, most = (0, 0) if action.nargs == 0 else _wanted(action)
            if most >= 1 and least <= 1:
                todo.append((action, [value], option))
                break
            is_short = option[1] not in self.parser.prefix_chars
            if most or not is_short or not value or separator or value[0] in self.parser.prefix_chars:
                if most:
                    self._count_for_option(action, "A")
                raise ArgumentError(action, f"ignored explicit argument {value!r}")
            todo.append((action, [], option))
            option, rest = option[0] + value[0], value[1:]
            if option not in self.parser._option_string_actions:
                self.extras.append(option[0] + value)
                self.extra_kinds.append("O")
                break
            action = self.parser._option_string_actions[option]
            if not rest:
                separator = value = None
            elif rest[0] == "=":
                separator, value = "=", rest[1:]
            else:
                separator, value = "", rest
        for action, args, option in todo:
            self._warn(action, option)
            self._act(action, args, option)
        return stop

    def _count_for_option(self, action, kinds):
        """How many of the next arguments an option takes."""
        if action.nargs in (PARSER, REMAINDER):
            taken = len(kinds.split("-", 1)[0])
            if action.nargs == REMAINDER or kinds[:1] == "A":
                return taken
            raise ArgumentError(action, "expected one argument")
        least, most = _counts(action)
        there = len(kinds) - len(kinds.lstrip("A"))
        if there < least:
            if action.nargs is None:
                message = "expected one argument"
            elif action.nargs == ONE_OR_MORE:
                message = "expected at least one argument"
            else:
                message = f"expected {least} argument{'s' if least != 1 else ''}"
            raise ArgumentError(action, message)
        return min(there, most)

    def _take_positionals(self, at):
        """Give the arguments from a place on to as many positional arguments as they are enough for."""
        kinds = self.kinds[at:]
        plain = kinds.split("O", 1)[0]
        for number in range(len(self.positionals), 0, -1):
            lengths = self._lengths(self.positionals[:number], plain, kinds)
            if lengths is not None:
                break
        else:
            return at
        for action, length in zip(self.positionals[:number], lengths):
            args = self.args[at : at + length]
            within = self.kinds[at : at + length]
            if action.nargs == PARSER:
                if within[:1] == "-":
                    args = args[1:]
            elif action.nargs != REMAINDER and "-" in within:
                args = args[:]
                args.remove("--")
            at += length
            if args:
                self._warn(action, None)
            self._act(action, args)
        del self.positionals[:number]
        return at

    @staticmethod
    def _lengths(actions, plain, kinds):
        """How many of the next arguments each action takes, the first ones as many as possible; None if too few are there."""
        least = [_wanted(action)[0] for action in actions]
        left = plain.count("A")
        if left < sum(least):
            return None
        lengths = []
        at = 0
        for number, action in enumerate(actions):
            if action.nargs in (PARSER, REMAINDER):
                lengths.append(len(kinds) - at)
                at = len(kinds)
                left = 0
                continue
            if at >= len(plain):
                lengths.append(0)
                continue
            wanted = min(_counts(action)[1], left - sum(least[number + 1 :]))
            start = at
            left -= wanted
            while at < len(plain) and (wanted or plain[at] == "-"):
                wanted -= plain[at] == "A"
                at += 1
            lengths.append(at - start)
        return lengths


def _wanted(action):
    """How many arguments an option takes at least and at most, where it has one behind "="."""
    if action.nargs in (PARSER, REMAINDER):
        return int(action.nargs == PARSER), _MANY
    return _counts(action)
