"""Programs that read commands line by line."""

import sys

__all__ = ["Cmd"]

PROMPT = "(Cmd) "
IDENTCHARS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_"


class Cmd:
    """A reader of commands. A subclass has a method do_NAME for each, and may have help_NAME and complete_NAME.

    What commands return ends the loop, if it is true.
    """

    prompt = PROMPT
    identchars = IDENTCHARS
    ruler = "="
    lastcmd = ""
    intro = None
    doc_leader = ""
    doc_header = "Documented commands (type help <topic>):"
    misc_header = "Miscellaneous help topics:"
    undoc_header = "Undocumented commands:"
    nohelp = "*** No help on %s"
    use_rawinput = 1

    def __init__(self, completekey="tab", stdin=None, stdout=None):
        self.stdin = sys.stdin if stdin is None else stdin
        self.stdout = sys.stdout if stdout is None else stdout
        self.cmdqueue = []
        self.completekey = completekey

    def cmdloop(self, intro=None):
        """Show the prompt, read a line and do what it says, until a command ends it."""
        self.preloop()
        try:
            if intro is not None:
                self.intro = intro
            if self.intro:
                self.stdout.write(str(self.intro) + "\n")
            stop = None
            while not stop:
                line = self.precmd(self.cmdqueue.pop(0) if self.cmdqueue else self._read())
                stop = self.postcmd(self.onecmd(line), line)
            self.postloop()
        finally:
            self._end_completion()

    def _read(self):
        """The next line; 'EOF' at the end."""
        if self.use_rawinput:
            try:
                return input(self.prompt)
            except EOFError:
                return "EOF"
        self.stdout.write(self.prompt)
        self.stdout.flush()
        line = self.stdin.readline()
        return line.rstrip("\r\n") if line else "EOF"

    def _end_completion(self):
        """What a subclass that completes words takes back."""

    def precmd(self, line):
        """Called with each line: the one that is done instead."""
        return line

    def postcmd(self, stop, line):
        """Called after each command with what it returned: what counts instead."""
        return stop

    def preloop(self):
        """Called before the loop."""

    def postloop(self):
        """Called after the loop."""

    def parseline(self, line):
        """A command's name, its arguments and the line: '?' stands for help, '!' for shell."""
        line = line.strip()
        if not line:
            return None, None, line
        if line[0] == "?":
            line = "help " + line[1:]
        elif line[0] == "!":
            if not hasattr(self, "do_shell"):
                return None, None, line
            line = "shell " + line[1:]
        end = 0
        while end < len(line) and line[end] in self.identchars:
            end += 1
        return line[:end], line[end:].strip(), line

    def onecmd(self, line):
        """Do what a line says, as if it were typed."""
        name, arguments, line = self.parseline(line)
        if not line:
            return self.emptyline()
        if name is None:
            return self.default(line)
        self.lastcmd = "" if line == "EOF" else line
        if name == "":
            return self.default(line)
        function = getattr(self, "do_" + name, None)
        return self.default(line) if function is None else function(arguments)

    def emptyline(self):
        """Called for an empty line: the last command once more."""
        if self.lastcmd:
            return self.onecmd(self.lastcmd)
        return None

    def default(self, line):
        """Called for a line without a command of that name."""
        self.stdout.write(f"*** Unknown syntax: {line}\n")

    def completedefault(self, *ignored):
        """How a command's arguments go on that has no complete_NAME."""
        return []

    def completenames(self, text, *ignored):
        """The commands that start so."""
        return [name[3:] for name in self.get_names() if name.startswith("do_" + text)]

    def complete(self, text, state):
        """The ways in which a word goes on, one after the other, as readline asks for them."""
        if state == 0:
            import readline

            whole = readline.get_line_buffer()
            line = whole.lstrip()
            stripped = len(whole) - len(line)
            begin, end = readline.get_begidx() - stripped, readline.get_endidx() - stripped
            function = self.completenames
            if begin > 0:
                name = self.parseline(line)[0]
                function = getattr(self, f"complete_{name}", self.completedefault) if name else self.completedefault
            self.completion_matches = function(text, line, begin, end)
        try:
            return self.completion_matches[state]
        except IndexError:
            return None

    def get_names(self):
        """The names in which commands are looked for."""
        return dir(self.__class__)

    def complete_help(self, *args):
        """The topics that start so."""
        commands = set(self.completenames(*args))
        topics = {name[5:] for name in self.get_names() if name.startswith("help_" + args[0])}
        return list(commands | topics)

    def do_help(self, arg):
        'List available commands with "help" or detailed help with "help cmd".'
        if not arg:
            self._list_topics()
            return
        function = getattr(self, "help_" + arg, None)
        if function is not None:
            function()
            return
        command = getattr(self, "do_" + arg, None)
        text = _clean(command.__doc__ or "") if command is not None else ""
        self.stdout.write(f"{text or self.nohelp % (arg,)}\n")

    def _list_topics(self):
        names = self.get_names()
        topics = {name[5:] for name in names if name.startswith("help_")}
        documented, undocumented = [], []
        for name in sorted(set(names)):
            if name.startswith("do_"):
                command = name[3:]
                if command in topics:
                    documented.append(command)
                    topics.discard(command)
                elif getattr(self, name).__doc__:
                    documented.append(command)
                else:
                    undocumented.append(command)
        self.stdout.write(f"{self.doc_leader}\n")
        self.print_topics(self.doc_header, documented, 15, 80)
        self.print_topics(self.misc_header, sorted(topics), 15, 80)
        self.print_topics(self.undoc_header, undocumented, 15, 80)

    def print_topics(self, header, cmds, cmdlen, maxcol):
        """Write a header and names in columns."""
        if cmds:
            self.stdout.write(f"{header}\n")
            if self.ruler:
                self.stdout.write(f"{self.ruler * len(header)}\n")
            self.columnize(cmds, maxcol - 1)
            self.stdout.write("\n")

    def columnize(self, list, displaywidth=80):
        """Write texts in columns, in as few lines as fit."""
        if not list:
            self.stdout.write("<empty>\n")
            return
        wrong = [str(number) for number, item in enumerate(list) if not isinstance(item, str)]
        if wrong:
            raise TypeError(f"list[i] not a string for i in {', '.join(wrong)}")
        count = len(list)
        if count == 1:
            self.stdout.write(f"{list[0]}\n")
            return
        for rows in range(1, count + 1):
            columns = [list[start : start + rows] for start in range(0, count, rows)]
            widths = [max(map(len, column)) for column in columns]
            if sum(widths) + 2 * (len(columns) - 1) <= displaywidth:
                break
        else:
            rows, columns, widths = count, [list], [0]
        for row in range(rows):
            texts = [column[row] if row < len(column) else "" for column in columns]
            while texts and not texts[-1]:
                texts.pop()
            line = "  ".join([text.ljust(width) for text, width in zip(texts, widths)])
            self.stdout.write(f"{line}\n")


def _clean(text):
    """A documentation text without its indentation, and without empty lines around it."""
    from textwrap import dedent

    first, _, rest = text.expandtabs().partition("\n")
    return f"{first.lstrip()}\n{dedent(rest)}".strip("\n")
