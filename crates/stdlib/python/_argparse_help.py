# The texts of argparse: usage and help.

import os
from _argparse_names import ONE_OR_MORE, OPTIONAL, PARSER, REMAINDER, SUPPRESS, ZERO_OR_MORE

__name__ = "argparse"


def _terminal_width():
    """The columns of the terminal: as the environment says, or as it says itself."""
    try:
        columns = int(os.environ["COLUMNS"])
    except (KeyError, ValueError, AttributeError):
        columns = 0
    if columns <= 0:
        try:
            columns = os.get_terminal_size(1).columns
        except (AttributeError, ValueError, OSError):
            columns = 0
    return columns or 80


class HelpFormatter:
    """Formats help. The names of its methods are not public, but what subclasses override."""

    def __init__(self, prog, indent_increment=2, max_help_position=24, width=None, color=True):
        if width is None:
            width = _terminal_width() - 2
        self._prog = prog
        self._indent_increment = indent_increment
        self._max_help_position = min(max_help_position, max(width - 20, indent_increment * 2))
        self._width = width
        self._current_indent = 0
        self._level = 0
        self._action_max_length = 0
        self._root_section = self._Section(self, None)
        self._current_section = self._root_section
        self._set_color(color)

    def _set_color(self, color):
        from _colorize import can_colorize, decolor, get_theme

        has_colour = bool(color) and can_colorize()
        self._theme = get_theme(force_color=has_colour, force_no_color=not has_colour).argparse
        self._decolor = decolor if has_colour else str

    def _indent(self):
        self._current_indent += self._indent_increment
        self._level += 1

    def _dedent(self):
        self._current_indent -= self._indent_increment
        self._level -= 1

    class _Section:
        """A heading and what stands under it."""

        def __init__(self, formatter, parent, heading=None):
            self.formatter = formatter
            self.parent = parent
            self.heading = heading
            self.items = []

        def format_help(self):
            if self.parent is not None:
                self.formatter._indent()
            text = self.formatter._join_parts([function(*args) for function, args in self.items])
            if self.parent is not None:
                self.formatter._dedent()
            if not text:
                return ""
            heading = ""
            if self.heading is not SUPPRESS and self.heading is not None:
                colours = self.formatter._theme
                heading = f"{' ' * self.formatter._current_indent}{colours.heading}{self.heading}:{colours.reset}\n"
            return self.formatter._join_parts(["\n", heading, text, "\n"])

    def _add_item(self, function, args):
        self._current_section.items.append((function, args))

    def start_section(self, heading):
        """Begin a section."""
        self._indent()
        section = self._Section(self, self._current_section, heading)
        self._add_item(section.format_help, [])
        self._current_section = section

    def end_section(self):
        """End the section."""
        self._current_section = self._current_section.parent
        self._dedent()

    def add_text(self, text):
        """Add a paragraph."""
        if text is not SUPPRESS and text is not None:
            self._add_item(self._format_text, [text])

    def add_usage(self, usage, actions, groups, prefix=None):
        """Add usage."""
        if usage is not SUPPRESS:
            self._add_item(self._format_usage, (usage, actions, groups, prefix))

    def add_argument(self, action):
        """Add an argument with its help."""
        if action.help is SUPPRESS:
            return
        lengths = [self._length(self._format_action_invocation(action)) + self._current_indent]
        for subaction in self._iter_indented_subactions(action):
            lengths.append(self._length(self._format_action_invocation(subaction)) + self._current_indent)
        self._action_max_length = max(self._action_max_length, *lengths)
        self._add_item(self._format_action, [action])

    def add_arguments(self, actions):
        """Add arguments with their help."""
        for action in actions:
            self.add_argument(action)

    def format_help(self):
        """All that was added, as text."""
        text = self._root_section.format_help()
        if text:
            while "\n\n\n" in text:
                text = text.replace("\n\n\n", "\n\n")
            text = text.strip("\n") + "\n"
        return text

    def _length(self, text):
        """How many columns a text takes."""
        return len(self._decolor(text))

    def _join_parts(self, parts):
        return "".join(part for part in parts if part and part is not SUPPRESS)

    def _format_usage(self, usage, actions, groups, prefix):
        if prefix is None:
            prefix = "usage: "
        colours = self._theme
        if usage is not None:
            prog = f"{colours.prog}{self._prog}{colours.reset}{colours.prog_extra}"
            usage = f"{colours.prog_extra}{usage % {'prog': prog}}{colours.reset}"
        elif not actions:
            usage = f"{colours.prog}{self._prog}{colours.reset}"
        else:
            optionals = [action for action in actions if action.option_strings]
            positionals = [action for action in actions if not action.option_strings]
            parts, first_positional = self._usage_parts(optionals + positionals, len(optionals), groups)
            usage = " ".join([str(self._prog), *parts])
            width = max(self._width - self._current_indent, 11)
            if len(prefix) + self._length(usage) > width:
                usage = self._wrapped_usage(prefix, parts[:first_positional], parts[first_positional:], width)
            usage = f"{colours.prog}{self._prog}{colours.reset}{usage.removeprefix(str(self._prog))}"
        return f"{colours.usage}{prefix}{colours.reset}{usage}\n\n"

    def _wrapped_usage(self, prefix, optionals, positionals, width):
        """Usage in several lines: those with positional arguments come after the others."""
        prog = str(self._prog)

        def lines_of(parts, indent, start=None):
            lines, line = [], []
            length = len(indent if start is None else start) - 1
            for part in parts:
                if length + 1 + self._length(part) > width and line:
                    lines.append(indent + " ".join(line))
                    line, length = [], len(indent) - 1
                line.append(part)
                length += self._length(part) + 1
            if line:
                lines.append(indent + " ".join(line))
            if start is not None:
                lines[0] = lines[0][len(indent) :]
            return lines

        if len(prefix) + len(prog) <= 0.75 * width:
            indent = " " * (len(prefix) + len(prog) + 1)
            if optionals:
                lines = lines_of([prog, *optionals], indent, prefix) + lines_of(positionals, indent)
            elif positionals:
                lines = lines_of([prog, *positionals], indent, prefix)
            else:
                lines = [prog]
        else:
            indent = " " * len(prefix)
            lines = lines_of(optionals + positionals, indent)
            if len(lines) > 1:
                lines = lines_of(optionals, indent) + lines_of(positionals, indent)
            lines.insert(0, prog)
        return "\n".join(lines)

    def _usage_parts(self, actions, optionals, groups):
        """Each argument as usage shows it, and how many parts come from the first of the actions."""
        around = {}
        ends = {}
        for group in groups:
            members = group._group_actions
            if not members:
                raise ValueError(f"empty group {group}")
            if all(action.help is SUPPRESS for action in members):
                continue
            start = actions.index(members[0]) if members[0] in actions else len(actions)
            # Only members that stand side by side are shown as a group.
            if actions[start : start + len(members)] == members:
                shown = [action for action in members if action.help is not SUPPRESS]
                opening, closing = ("(", ")") if group.required else ("[", "]")
                if group.required and len(shown) == 1:
                    opening = closing = ""
                for action in members:
                    around[action] = group
                ends[shown[0]] = [opening, ""]
                ends.setdefault(shown[-1], ["", ""])[1] = closing
        parts = []
        first_positional = 0
        for at, action in enumerate(actions):
            if action.help is not SUPPRESS:
                part = self._usage_part(action, action in around)
                opening, closing = ends.get(action, ("", ""))
                part = f"{opening}{part}{closing}"
                if action in around and not closing and action is not self._last_shown(around[action]):
                    part += " |"
                parts.append(part)
            if at < optionals:
                first_positional = len(parts)
        return parts, first_positional

    @staticmethod
    def _last_shown(group):
        return [action for action in group._group_actions if action.help is not SUPPRESS][-1]

    def _usage_part(self, action, is_grouped):
        colours = self._theme
        if not action.option_strings:
            part = self._format_args(action, self._get_default_metavar_for_positional(action))
            if is_grouped and part[0] == "[" and part[-1] == "]":
                part = part[1:-1]
            return f"{colours.summary_action}{part}{colours.reset}"
        colour = colours.summary_long_option if len(action.option_strings[0]) > 2 else colours.summary_short_option
        if action.nargs == 0:
            part = f"{colour}{action.format_usage()}{colours.reset}"
        else:
            shown = self._format_args(action, self._get_default_metavar_for_optional(action))
            part = f"{colour}{action.option_strings[0]} {colours.summary_label}{shown}{colours.reset}"
        return part if action.required or is_grouped else f"[{part}]"

    def _format_text(self, text):
        if "%(prog)" in text:
            text %= {"prog": self._prog}
        width = max(self._width - self._current_indent, 11)
        return self._fill_text(text, width, " " * self._current_indent) + "\n\n"

    def _format_action(self, action):
        help_position = min(self._action_max_length + 2, self._max_help_position)
        help_width = max(self._width - help_position, 11)
        action_width = help_position - self._current_indent - 2
        header = self._format_action_invocation(action)
        indent = " " * self._current_indent
        has_help = action.help and action.help.strip()
        first_indent = help_position
        if not has_help:
            parts = [f"{indent}{header}\n"]
        elif self._length(header) <= action_width:
            parts = [f"{indent}{header}{' ' * (action_width - self._length(header))}  "]
            first_indent = 0
        else:
            parts = [f"{indent}{header}\n"]
        if has_help:
            text = self._expand_help(action)
            if text:
                lines = self._split_lines(text, help_width)
                parts.append(f"{' ' * first_indent}{lines[0]}\n")
                parts.extend(f"{' ' * help_position}{line}\n" for line in lines[1:])
        elif not parts[-1].endswith("\n"):
            parts.append("\n")
        for subaction in self._iter_indented_subactions(action):
            parts.append(self._format_action(subaction))
        return self._join_parts(parts)

    def _format_action_invocation(self, action):
        colours = self._theme
        if not action.option_strings:
            names = self._metavar_formatter(action, self._get_default_metavar_for_positional(action))(1)
            return f"{colours.action}{' '.join(names)}{colours.reset}"
        shown = ", ".join([
            f"{colours.long_option if len(option) > 2 else colours.short_option}{option}{colours.reset}"
            for option in action.option_strings
        ])
        if action.nargs == 0:
            return shown
        default = self._get_default_metavar_for_optional(action)
        return f"{shown} {colours.label}{self._format_args(action, default)}{colours.reset}"

    def _metavar_formatter(self, action, default_metavar):
        if action.metavar is not None:
            result = action.metavar
        elif action.choices is not None:
            result = "{" + ",".join(map(str, action.choices)) + "}"
        else:
            result = default_metavar

        def format(count):
            return result if isinstance(result, tuple) else (result,) * count

        return format

    def _format_args(self, action, default_metavar):
        get = self._metavar_formatter(action, default_metavar)
        nargs = action.nargs
        if nargs is None:
            return "%s" % get(1)
        if nargs == OPTIONAL:
            return "[%s]" % get(1)
        if nargs == ZERO_OR_MORE:
            metavar = get(1)
            return "[%s [%s ...]]" % metavar if len(metavar) == 2 else "[%s ...]" % metavar
        if nargs == ONE_OR_MORE:
            return "%s [%s ...]" % get(2)
        if nargs == REMAINDER:
            return "..."
        if nargs == PARSER:
            return "%s ..." % get(1)
        if nargs == SUPPRESS:
            return ""
        try:
            formats = ["%s" for _ in range(nargs)]
        except TypeError:
            raise ValueError("invalid nargs value") from None
        return " ".join(formats) % get(nargs)

    def _expand_help(self, action):
        text = self._get_help_string(action)
        if "%" not in text:
            return text
        params = {"prog": self._prog}
        for name, value in vars(action).items():
            if value is not SUPPRESS:
                params[name] = getattr(value, "__name__", value)
        if params.get("choices") is not None:
            params["choices"] = ", ".join(map(str, params["choices"]))
        return text % params

    def _iter_indented_subactions(self, action):
        get = getattr(action, "_get_subactions", None)
        if get is not None:
            self._indent()
            yield from get()
            self._dedent()

    def _split_lines(self, text, width):
        from textwrap import wrap

        return wrap(" ".join(text.split()), width)

    def _fill_text(self, text, width, indent):
        from textwrap import fill

        return fill(" ".join(text.split()), width, initial_indent=indent, subsequent_indent=indent)

    def _get_help_string(self, action):
        return action.help

    def _get_default_metavar_for_optional(self, action):
        return action.dest.upper()

    def _get_default_metavar_for_positional(self, action):
        return action.dest


class RawDescriptionHelpFormatter(HelpFormatter):
    """Leaves descriptions as they are."""

    def _fill_text(self, text, width, indent):
        return "".join(indent + line for line in text.splitlines(keepends=True))


class RawTextHelpFormatter(RawDescriptionHelpFormatter):
    """Leaves all help as it is."""

    def _split_lines(self, text, width):
        return text.splitlines()


class ArgumentDefaultsHelpFormatter(HelpFormatter):
    """Adds the defaults to the help of arguments."""

    def _get_help_string(self, action):
        text = action.help
        if text is None:
            text = ""
        if "%(default)" not in text and action.default is not SUPPRESS:
            if action.option_strings or action.nargs in (OPTIONAL, ZERO_OR_MORE):
                text += " (default: %(default)s)"
        return text


class MetavarTypeHelpFormatter(HelpFormatter):
    """Calls the values of arguments by the names of their types."""

    def _get_default_metavar_for_optional(self, action):
        return action.type.__name__

    def _get_default_metavar_for_positional(self, action):
        return action.type.__name__
