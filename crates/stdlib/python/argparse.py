"""Arguments of the command line: a parser that knows them, converts them, complains about wrong ones and writes the help.

    >>> parser = ArgumentParser(prog="copy")
    >>> _ = parser.add_argument("source")
    >>> _ = parser.add_argument("-n", "--number", type=int, default=1)
    >>> parser.parse_args(["-n", "3", "a.txt"])
    Namespace(source='a.txt', number=3)
"""

import sys
import sys as _sys  # Tests of programs patch argparse._sys.exit.
from _argparse_actions import (
    Action, BooleanOptionalAction, FileType, _ActionsContainer, _AppendAction, _AppendConstAction, _ArgumentGroup,
    _CountAction, _ExtendAction, _HelpAction, _is_negative_number, _MutuallyExclusiveGroup, _StoreAction,
    _StoreConstAction, _StoreFalseAction, _StoreTrueAction, _SubParsersAction, _VersionAction,
)  # fmt: skip
from _argparse_help import (
    ArgumentDefaultsHelpFormatter, HelpFormatter, MetavarTypeHelpFormatter, RawDescriptionHelpFormatter,
    RawTextHelpFormatter,
)  # fmt: skip
from _argparse_names import (
    ONE_OR_MORE, OPTIONAL, PARSER, REMAINDER, SUPPRESS, ZERO_OR_MORE, ArgumentError, ArgumentTypeError, Namespace,
    _argument_name, _AttributeHolder,
)  # fmt: skip

__all__ = [
    "ArgumentParser", "ArgumentError", "ArgumentTypeError", "BooleanOptionalAction", "FileType", "HelpFormatter",
    "ArgumentDefaultsHelpFormatter", "RawDescriptionHelpFormatter", "RawTextHelpFormatter", "MetavarTypeHelpFormatter",
    "Namespace", "Action", "ONE_OR_MORE", "OPTIONAL", "PARSER", "REMAINDER", "SUPPRESS", "ZERO_OR_MORE",
]  # fmt: skip


def _program_name():
    """What the program was started as."""
    from posixpath import basename

    path = sys.argv[0] if sys.argv else ""
    spec = getattr(sys.modules.get("__main__"), "__spec__", None)
    if spec is not None:
        python = basename(sys.executable or "python")
        # A folder or an archive is run by its own name.
        return f"{python} {path}" if spec.name == "__main__" else f"{python} -m {spec.name.removesuffix('.__main__')}"
    return basename(path)


class ArgumentParser(_AttributeHolder, _ActionsContainer):
    """Knows which arguments there are, and turns the command line into an object with attributes."""

    def __init__(self, prog=None, usage=None, description=None, epilog=None, parents=[], formatter_class=HelpFormatter,
                 prefix_chars="-", fromfile_prefix_chars=None, argument_default=None, conflict_handler="error",
                 add_help=True, allow_abbrev=True, exit_on_error=True, *, suggest_on_error=False, color=True):  # fmt: skip
        super().__init__(description, prefix_chars, argument_default, conflict_handler)
        self.prog = _program_name() if prog is None else prog
        self.usage = usage
        self.epilog = epilog
        self.formatter_class = formatter_class
        self.fromfile_prefix_chars = fromfile_prefix_chars
        self.add_help = add_help
        self.allow_abbrev = allow_abbrev
        self.exit_on_error = exit_on_error
        self.suggest_on_error = suggest_on_error
        self.color = color
        self._positionals = self.add_argument_group("positional arguments")
        self._optionals = self.add_argument_group("options")
        self._subparsers = None
        if add_help:
            prefix = "-" if "-" in prefix_chars else prefix_chars[0]
            self.add_argument(
                prefix + "h", prefix * 2 + "help", action="help", default=SUPPRESS, help="show this help message and exit"
            )
        for parent in parents:
            if not isinstance(parent, ArgumentParser):
                raise TypeError("parents must be a list of ArgumentParser")
            self._add_container_actions(parent)
            self._defaults.update(parent._defaults)

    def _get_kwargs(self):
        names = "prog", "usage", "description", "formatter_class", "conflict_handler", "add_help"
        return [(name, getattr(self, name)) for name in names]

    def add_subparsers(self, **kwargs):
        """Let the rest of the arguments be those of a command, each with a parser that add_parser() of the result makes."""
        if self._subparsers is not None:
            raise ValueError("cannot have multiple subparser arguments")
        kwargs.setdefault("parser_class", type(self))
        if "title" in kwargs or "description" in kwargs:
            title = kwargs.pop("title", "subcommands")
            self._subparsers = self.add_argument_group(title, kwargs.pop("description", None))
        else:
            self._subparsers = self._positionals
        if kwargs.get("prog") is None:
            formatter = self._get_formatter()
            groups = self._mutually_exclusive_groups
            formatter.add_usage(self.usage, self._get_positional_actions(), groups, "")
            kwargs["prog"] = formatter.format_help().strip()
        name = kwargs.pop("action", "parsers")
        action = self._registry_get("action", name, name)(option_strings=[], **kwargs)
        self._check_help(action)
        self._subparsers._add_action(action)
        return action

    def _add_action(self, action):
        (self._optionals if action.option_strings else self._positionals)._add_action(action)
        return action

    def _get_optional_actions(self):
        return [action for action in self._actions if action.option_strings]

    def _get_positional_actions(self):
        return [action for action in self._actions if not action.option_strings]

    def parse_args(self, args=None, namespace=None):
        """The arguments as attributes of a namespace. Those that nobody knows are an error."""
        args, unknown = self.parse_known_args(args, namespace)
        if unknown:
            self._complain(f"unrecognized arguments: {' '.join(unknown)}")
        return args

    def _complain(self, message):
        if self.exit_on_error:
            self.error(message)
        raise ArgumentError(None, message)

    def parse_known_args(self, args=None, namespace=None):
        """The namespace, and a list of the arguments that nobody knows."""
        return self._parse_known(args, namespace, intermixed=False)

    def _parse_known(self, args, namespace, intermixed):
        args = sys.argv[1:] if args is None else list(args)
        if namespace is None:
            namespace = Namespace()
        for action in self._actions:
            if action.dest is not SUPPRESS and action.default is not SUPPRESS and not hasattr(namespace, action.dest):
                setattr(namespace, action.dest, action.default)
        for dest, value in self._defaults.items():
            if not hasattr(namespace, dest):
                setattr(namespace, dest, value)
        if not self.exit_on_error:
            namespace, args = self._parse_known_args(args, namespace, intermixed)
        else:
            try:
                namespace, args = self._parse_known_args(args, namespace, intermixed)
            except ArgumentError as error:
                self.error(str(error))
        if hasattr(namespace, "_unrecognized_args"):
            args.extend(namespace._unrecognized_args)
            del namespace._unrecognized_args
        return namespace, args

    def _parse_known_args(self, arg_strings, namespace, intermixed):
        from _argparse_parsing import Parsing

        if self.fromfile_prefix_chars is not None:
            arg_strings = self._read_args_from_files(arg_strings)
        parsing = Parsing(self, arg_strings, namespace, intermixed)
        extras = parsing.run()
        self._check_required(parsing)
        return namespace, extras

    def _check_required(self, parsing):
        """Convert defaults that are text, and complain about arguments that are missing."""
        missing = []
        for action in self._actions:
            if action in parsing.seen:
                continue
            if action.required:
                missing.append(_argument_name(action))
            elif isinstance(action.default, str) and hasattr(parsing.namespace, action.dest):
                if action.default is getattr(parsing.namespace, action.dest):
                    setattr(parsing.namespace, action.dest, self._get_value(action, action.default))
        if missing:
            message = f"the following arguments are required: {', '.join(missing)}"
            raise ArgumentError(None, message)
        for group in self._mutually_exclusive_groups:
            if group.required and not any(action in parsing.seen_values for action in group._group_actions):
                names = [
                    _argument_name(action) for action in group._group_actions if action.help is not SUPPRESS
                ]
                raise ArgumentError(None, f"one of the arguments {' '.join(names)} is required")

    def _read_args_from_files(self, arg_strings):
        """The arguments with those in files in the place of the files' names."""
        result = []
        for text in arg_strings:
            if not text or text[0] not in self.fromfile_prefix_chars:
                result.append(text)
                continue
            try:
                # As the command line itself is taken.
                with open(text[1:], encoding=sys.getfilesystemencoding(), errors="surrogateescape") as file:
                    lines = file.read().splitlines()
            except OSError as error:
                raise ArgumentError(None, str(error)) from None
            args = [arg for line in lines for arg in self.convert_arg_line_to_args(line)]
            result.extend(self._read_args_from_files(args))
        return result

    def convert_arg_line_to_args(self, arg_line):
        """The arguments in a line of a file: one by default. Subclasses may override it."""
        return [arg_line]

    def _get_values(self, action, arg_strings):
        """The value that an action gets for its arguments."""
        nargs = action.nargs
        if not arg_strings and nargs == OPTIONAL:
            value = action.const if action.option_strings else action.default
            if isinstance(value, str) and value is not SUPPRESS:
                value = self._get_value(action, value)
                self._check_value(action, value)
            return value
        if not arg_strings and nargs == ZERO_OR_MORE and not action.option_strings:
            return action.default if action.default is not None else []
        if len(arg_strings) == 1 and nargs in (None, OPTIONAL):
            value = self._get_value(action, arg_strings[0])
            self._check_value(action, value)
            return value
        if nargs == REMAINDER:
            return [self._get_value(action, text) for text in arg_strings]
        if nargs == PARSER:
            value = [self._get_value(action, text) for text in arg_strings]
            self._check_value(action, value[0])
            return value
        if nargs == SUPPRESS:
            return SUPPRESS
        values = [self._get_value(action, text) for text in arg_strings]
        for value in values:
            self._check_value(action, value)
        return values

    def _get_value(self, action, arg_string):
        """An argument converted to the action's type."""
        convert = self._registry_get("type", action.type, action.type)
        if not callable(convert):
            raise TypeError(f"{convert!r} is not callable")
        try:
            return convert(arg_string)
        except ArgumentTypeError as error:
            raise ArgumentError(action, str(error)) from None
        except (TypeError, ValueError):
            name = getattr(action.type, "__name__", repr(action.type))
            raise ArgumentError(action, f"invalid {name} value: {arg_string!r}") from None

    def _check_value(self, action, value):
        choices = action.choices
        if choices is None:
            return
        if isinstance(choices, str):
            choices = list(choices)
        if value in choices:
            return
        message = f"invalid choice: {str(value)!r}"
        if self.suggest_on_error and isinstance(value, str) and all(isinstance(choice, str) for choice in choices):
            from difflib import get_close_matches

            close = get_close_matches(value, choices, 1)
            if close:
                message += f", maybe you meant {close[0]!r}?"
        raise ArgumentError(action, f"{message} (choose from {', '.join(map(str, choices))})")

    def parse_intermixed_args(self, args=None, namespace=None):
        """As parse_args(), but options may stand between the positional arguments."""
        args, unknown = self.parse_known_intermixed_args(args, namespace)
        if unknown:
            self._complain(f"unrecognized arguments: {' '.join(unknown)}")
        return args

    def parse_known_intermixed_args(self, args=None, namespace=None):
        """As parse_known_args(), but options may stand between the positional arguments."""
        positionals = self._get_positional_actions()
        odd = [action for action in positionals if action.nargs in (PARSER, REMAINDER)]
        if odd:
            raise TypeError(f"parse_intermixed_args: positional arg with nargs={odd[0].nargs}")
        return self._parse_known(args, namespace, intermixed=True)

    def format_usage(self):
        """How the program is called, as text."""
        formatter = self._get_formatter()
        formatter.add_usage(self.usage, self._actions, self._mutually_exclusive_groups)
        return formatter.format_help()

    def format_help(self):
        """The help as text."""
        formatter = self._get_formatter()
        formatter.add_usage(self.usage, self._actions, self._mutually_exclusive_groups)
        formatter.add_text(self.description)
        for group in self._action_groups:
            formatter.start_section(group.title)
            formatter.add_text(group.description)
            formatter.add_arguments(group._group_actions)
            formatter.end_section()
        formatter.add_text(self.epilog)
        return formatter.format_help()

    def _get_formatter(self):
        formatter = self.formatter_class(prog=self.prog)
        formatter._set_color(self.color)
        return formatter

    def print_usage(self, file=None):
        """Write how the program is called."""
        self._print_message(self.format_usage(), sys.stdout if file is None else file)

    def print_help(self, file=None):
        """Write the help."""
        self._print_message(self.format_help(), sys.stdout if file is None else file)

    def _print_message(self, message, file=None):
        if message:
            file = file or sys.stderr
            try:
                file.write(message)
            except (AttributeError, OSError):
                pass

    def exit(self, status=0, message=None):
        """End the program, with a message on standard error."""
        if message:
            self._print_message(message, sys.stderr)
        sys.exit(status)

    def error(self, message):
        """Write usage and a message to standard error, and end the program with status 2."""
        self.print_usage(sys.stderr)
        self.exit(2, f"{self.prog}: error: {message}\n")

    def _warning(self, message):
        self._print_message(f"{self.prog}: warning: {message}\n", sys.stderr)
