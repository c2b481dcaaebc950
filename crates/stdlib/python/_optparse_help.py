# How the help of optparse looks.
import os

__name__ = "optparse"


class HelpFormatter:
    """Lays out the help: indentation, the column of the texts, the width."""

    NO_DEFAULT_VALUE = "none"

    def __init__(self, indent_increment, max_help_position, width, short_first):
        self.parser = None
        self.indent_increment = indent_increment
        if width is None:
            try:
                width = int(os.environ["COLUMNS"])
            except (KeyError, ValueError):
                width = 80
            width -= 2
        self.width = width
        self.help_position = self.max_help_position = min(max_help_position, max(width - 20, indent_increment * 2))
        self.current_indent = self.level = 0
        self.help_width = None
        self.short_first = short_first
        self.default_tag = "%default"
        self.option_strings = {}
        self._short_opt_fmt = "%s %s"
        self._long_opt_fmt = "%s=%s"

    def set_parser(self, parser):
        """Set the parser whose help this is."""
        self.parser = parser

    def set_short_opt_delimiter(self, delim):
        """Set what stands between a short option and its value."""
        if delim not in ("", " "):
            raise ValueError(f"invalid metavar delimiter for short options: {delim!r}")
        self._short_opt_fmt = "%s" + delim + "%s"

    def set_long_opt_delimiter(self, delim):
        """Set what stands between a long option and its value."""
        if delim not in ("=", " "):
            raise ValueError(f"invalid metavar delimiter for long options: {delim!r}")
        self._long_opt_fmt = "%s" + delim + "%s"

    def indent(self):
        """Go on further to the right."""
        self.current_indent += self.indent_increment
        self.level += 1

    def dedent(self):
        """Go on further to the left."""
        self.current_indent -= self.indent_increment
        assert self.current_indent >= 0, "Indent decreased below 0."
        self.level -= 1

    def format_usage(self, usage):
        """The line with the usage: subclasses say how."""
        raise NotImplementedError("subclasses must implement")

    def format_heading(self, heading):
        """A heading: subclasses say how."""
        raise NotImplementedError("subclasses must implement")

    def _format_text(self, text):
        from textwrap import fill

        indent = " " * self.current_indent
        width = max(self.width - self.current_indent, 11)
        return fill(text, width, initial_indent=indent, subsequent_indent=indent)

    def format_description(self, description):
        """The text above the options."""
        return self._format_text(description) + "\n" if description else ""

    def format_epilog(self, epilog):
        """The text below the options."""
        return "\n" + self._format_text(epilog) + "\n" if epilog else ""

    def expand_default(self, option):
        """An option's help, with its default."""
        from optparse import NO_DEFAULT

        if self.parser is None or not self.default_tag:
            return option.help
        value = self.parser.defaults.get(option.dest)
        if value is NO_DEFAULT or value is None:
            value = self.NO_DEFAULT_VALUE
        return option.help.replace(self.default_tag, str(value))

    def format_option(self, option):
        """An option's names and its help beside or below them."""
        from textwrap import wrap

        names = self.option_strings[option]
        room = self.help_position - self.current_indent - 2
        if len(names) > room:
            result, first = f"{'':{self.current_indent}}{names}\n", self.help_position
        else:
            result, first = f"{'':{self.current_indent}}{names:<{room}}  ", 0
        if option.help:
            lines = wrap(self.expand_default(option), self.help_width)
            result += f"{'':{first}}{lines[0] if lines else ''}\n"
            result += "".join([f"{'':{self.help_position}}{line}\n" for line in lines[1:]])
        elif result[-1] != "\n":
            result += "\n"
        return result

    def store_option_strings(self, parser):
        """Find out how wide the names are."""
        self.indent()
        longest = 0
        for container, depth in [(parser, 0), *[(group, 1) for group in parser.option_groups]]:
            if depth and self.level == 1:
                self.indent()
            for option in container.option_list:
                text = self.format_option_strings(option)
                self.option_strings[option] = text
                longest = max(longest, len(text) + self.current_indent)
        if self.level > 1:
            self.dedent()
        self.dedent()
        self.help_position = min(longest + 2, self.max_help_position)
        self.help_width = max(self.width - self.help_position, 11)

    def format_option_strings(self, option):
        """An option's names, with the name of its value."""
        if option.takes_value():
            metavar = option.metavar or option.dest.upper()
            short = [self._short_opt_fmt % (name, metavar) for name in option._short_opts]
            long = [self._long_opt_fmt % (name, metavar) for name in option._long_opts]
        else:
            short, long = option._short_opts, option._long_opts
        return ", ".join(short + long if self.short_first else long + short)


class IndentedHelpFormatter(HelpFormatter):
    """Headings with colons, and what belongs to them further to the right."""

    def __init__(self, indent_increment=2, max_help_position=24, width=None, short_first=1):
        HelpFormatter.__init__(self, indent_increment, max_help_position, width, short_first)

    def format_usage(self, usage):
        """The line with the usage."""
        from optparse import _

        return _("Usage: %s\n") % usage

    def format_heading(self, heading):
        """A heading."""
        return f"{'':{self.current_indent}}{heading}:\n"


class TitledHelpFormatter(HelpFormatter):
    """Headings that are underlined."""

    def __init__(self, indent_increment=0, max_help_position=24, width=None, short_first=0):
        HelpFormatter.__init__(self, indent_increment, max_help_position, width, short_first)

    def format_usage(self, usage):
        """The line with the usage, under a heading."""
        from optparse import _

        return f"{self.format_heading(_('Usage'))}  {usage}\n"

    def format_heading(self, heading):
        """A heading."""
        return f"{heading}\n{'=-'[self.level] * len(heading)}\n"
