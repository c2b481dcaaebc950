# The parser of optparse.
import os
import sys

from optparse import (
    SUPPRESS_USAGE, AmbiguousOptionError, BadOptionError, IndentedHelpFormatter, Option,
    OptionContainer, OptionGroup, OptionValueError, Values, _,
)  # fmt: skip

__name__ = "optparse"


class OptionParser(OptionContainer):
    """Reads a command line: add_option() says what there is, parse_args() gives the values and the other arguments."""

    standard_option_list = []

    def __init__(
        self, usage=None, option_list=None, option_class=Option, version=None, conflict_handler="error",
        description=None, formatter=None, add_help_option=True, prog=None, epilog=None,
    ):  # fmt: skip
        OptionContainer.__init__(self, option_class, conflict_handler, description)
        self.set_usage(usage)
        self.prog = prog
        self.version = version
        self.allow_interspersed_args = True
        self.process_default_values = True
        self.formatter = formatter or IndentedHelpFormatter()
        self.formatter.set_parser(self)
        self.epilog = epilog
        self.add_options(self.standard_option_list)
        self.add_options(option_list or ())
        if self.version:
            self._add_version_option()
        if add_help_option:
            self._add_help_option()
        self.rargs = self.largs = self.values = None

    def destroy(self):
        """Forget the options."""
        OptionContainer.destroy(self)
        for group in self.option_groups:
            group.destroy()
        del self.option_list, self.option_groups, self.formatter

    def _create_option_list(self):
        self.option_list = []
        self.option_groups = []
        self._create_option_mappings()

    def _add_help_option(self):
        self.add_option("-h", "--help", action="help", help=_("show this help message and exit"))

    def _add_version_option(self):
        self.add_option("--version", action="version", help=_("show program's version number and exit"))

    def set_usage(self, usage):
        """Set the line that shows how the program is called; None for the usual one."""
        if usage is None:
            self.usage = _("%prog [options]")
        elif usage is SUPPRESS_USAGE:
            self.usage = None
        else:
            self.usage = usage[7:] if usage.lower().startswith("usage: ") else usage

    def enable_interspersed_args(self):
        """Let options and arguments stand in any order."""
        self.allow_interspersed_args = True

    def disable_interspersed_args(self):
        """Let the first argument end the options."""
        self.allow_interspersed_args = False

    def set_process_default_values(self, process):
        """Set whether defaults that are texts are read as values of the command line are."""
        self.process_default_values = process

    def set_default(self, dest, value):
        """Set a default."""
        self.defaults[dest] = value

    def set_defaults(self, **kwargs):
        """Set several defaults."""
        self.defaults.update(kwargs)

    def _get_all_options(self):
        return [*self.option_list, *[option for group in self.option_groups for option in group.option_list]]

    def get_default_values(self):
        """The values where the command line says nothing."""
        if not self.process_default_values:
            return Values(self.defaults)
        defaults = self.defaults.copy()
        for option in self._get_all_options():
            default = defaults.get(option.dest)
            if isinstance(default, str):
                defaults[option.dest] = option.check_value(option.get_opt_string(), default)
        return Values(defaults)

    def add_option_group(self, *args, **kwargs):
        """Add a group, or what OptionGroup() makes of the arguments; the group."""
        if isinstance(args[0], str):
            group = OptionGroup(self, *args, **kwargs)
        elif len(args) == 1 and not kwargs:
            group = args[0]
            if not isinstance(group, OptionGroup):
                raise TypeError(f"not an OptionGroup instance: {group!r}")
            if group.parser is not self:
                raise ValueError("invalid OptionGroup (wrong parser)")
        else:
            raise TypeError("invalid arguments")
        self.option_groups.append(group)
        return group

    def get_option_group(self, opt_str):
        """The group that an option is in; None if in none."""
        option = self.get_option(opt_str)
        return option.container if option and option.container is not self else None

    def _get_args(self, args):
        return sys.argv[1:] if args is None else args[:]

    def parse_args(self, args=None, values=None):
        """Read arguments, by default those of the program: the options' values and the other arguments."""
        self.rargs = rargs = self._get_args(args)
        self.largs = largs = []
        self.values = self.get_default_values() if values is None else values
        try:
            self._process_args(largs, rargs, self.values)
        except (BadOptionError, OptionValueError) as error:
            self.error(str(error))
        return self.check_values(self.values, largs + rargs)

    def check_values(self, values, args):
        """What parse_args() returns: for subclasses that look at it first."""
        return values, args

    def _process_args(self, largs, rargs, values):
        while rargs:
            arg = rargs[0]
            if arg == "--":
                del rargs[0]
                return
            if arg[:2] == "--":
                self._process_long_opt(rargs, values)
            elif arg[:1] == "-" and len(arg) > 1:
                self._process_short_opts(rargs, values)
            elif self.allow_interspersed_args:
                largs.append(arg)
                del rargs[0]
            else:
                return

    def _match_long_opt(self, opt):
        """The whole name of an option that may be shortened."""
        if opt in self._long_opt:
            return opt
        found = [name for name in self._long_opt if name.startswith(opt)]
        if not found:
            raise BadOptionError(opt)
        if len(found) > 1:
            raise AmbiguousOptionError(opt, sorted(found))
        return found[0]

    def _take_value(self, option, opt, rargs):
        """The value, or values, behind an option."""
        count = option.nargs
        if len(rargs) < count:
            if count == 1:
                self.error(_("%(option)s option requires %(number)d argument") % {"option": opt, "number": count})
            self.error(_("%(option)s option requires %(number)d arguments") % {"option": opt, "number": count})
        if count == 1:
            return rargs.pop(0)
        value = tuple(rargs[:count])
        del rargs[:count]
        return value

    def _process_long_opt(self, rargs, values):
        opt, equals, next_arg = rargs.pop(0).partition("=")
        if equals:
            rargs.insert(0, next_arg)
        opt = self._match_long_opt(opt)
        option = self._long_opt[opt]
        value = None
        if option.takes_value():
            value = self._take_value(option, opt, rargs)
        elif equals:
            self.error(_("%s option does not take a value") % opt)
        option.process(opt, value, values, self)

    def _process_short_opts(self, rargs, values):
        arg = rargs.pop(0)
        for at, letter in enumerate(arg[1:], 2):
            opt = "-" + letter
            option = self._short_opt.get(opt)
            if not option:
                raise BadOptionError(opt)
            if option.takes_value():
                # What is left of this argument is the value.
                if at < len(arg):
                    rargs.insert(0, arg[at:])
                option.process(opt, self._take_value(option, opt, rargs), values, self)
                return
            option.process(opt, None, values, self)

    def get_prog_name(self):
        """The program's name."""
        return os.path.basename(sys.argv[0]) if self.prog is None else self.prog

    def expand_prog_name(self, s):
        """A text with the program's name in place of %prog."""
        return s.replace("%prog", self.get_prog_name())

    def get_description(self):
        """The text above the options."""
        return self.expand_prog_name(self.description)

    def exit(self, status=0, msg=None):
        """Leave the program."""
        if msg:
            sys.stderr.write(msg)
        sys.exit(status)

    def error(self, msg):
        """Say what is wrong with the command line and leave the program."""
        self.print_usage(sys.stderr)
        self.exit(2, f"{self.get_prog_name()}: error: {msg}\n")

    def get_usage(self):
        """The usage, laid out."""
        return self.formatter.format_usage(self.expand_prog_name(self.usage)) if self.usage else ""

    def print_usage(self, file=None):
        """Print the usage."""
        if self.usage:
            print(self.get_usage(), file=file)

    def get_version(self):
        """The version's text."""
        return self.expand_prog_name(self.version) if self.version else ""

    def print_version(self, file=None):
        """Print the version."""
        if self.version:
            print(self.get_version(), file=file)

    def format_option_help(self, formatter=None):
        """The part of the help about options."""
        formatter = formatter or self.formatter
        formatter.store_option_strings(self)
        result = [formatter.format_heading(_("Options"))]
        formatter.indent()
        if self.option_list:
            result += [OptionContainer.format_option_help(self, formatter), "\n"]
        for group in self.option_groups:
            result += [group.format_help(formatter), "\n"]
        formatter.dedent()
        # The last newline separates nothing.
        return "".join(result[:-1])

    def format_epilog(self, formatter):
        """The part of the help below the options."""
        return formatter.format_epilog(self.epilog)

    def format_help(self, formatter=None):
        """The whole help."""
        formatter = formatter or self.formatter
        result = [self.get_usage() + "\n"] if self.usage else []
        if self.description:
            result.append(self.format_description(formatter) + "\n")
        return "".join([*result, self.format_option_help(formatter), self.format_epilog(formatter)])

    def print_help(self, file=None):
        """Print the help."""
        (sys.stdout if file is None else file).write(self.format_help())
