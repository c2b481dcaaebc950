# stdin: first one\n\nhelp\nEOF\n
# Programs that read commands: methods for them, help, hooks, columns.
import cmd
import io
import sys


class Shell(cmd.Cmd):
    intro = "Welcome"
    prompt = "> "

    def do_first(self, arg):
        "The first command.\n\n        With more lines."
        self.stdout.write(f"first {arg!r}\n")

    def do_second(self, arg):
        self.stdout.write(f"second {arg!r}\n")
        return arg == "stop"

    def do_shell(self, arg):
        self.stdout.write(f"shell {arg!r}\n")

    def do_EOF(self, arg):
        return True

    def do_third(self, arg):
        pass

    def help_third(self):
        self.stdout.write("about the third\n")

    def help_topic(self):
        self.stdout.write("a topic\n")

    def complete_first(self, text, line, begin, end):
        return [text + "!"]

    def precmd(self, line):
        self.seen.append(line)
        return line

    def postcmd(self, stop, line):
        self.seen.append(stop)
        return stop

    def preloop(self):
        self.seen = ["pre"]

    def postloop(self):
        self.seen.append("post")


shell = Shell()
shell.cmdloop()
print(shell.seen)
lines = "first a b\n!ls -l\n?third\n? topic\nhelp first\nhelp second\nhelp none\nnone x\n\n=x\nfirst\n\nsecond  stop  \nnever\n"
shell = Shell(stdin=io.StringIO(lines))
shell.use_rawinput = 0
shell.cmdloop("Hello")
print(shell.seen, shell.lastcmd, shell.intro)
plain = cmd.Cmd(stdin=io.StringIO("help\nhelp help\n!x\n?\nEOF\n"), stdout=io.StringIO())
plain.use_rawinput = False
plain.cmdqueue = ["queued 1"]
plain.do_EOF = lambda arg: True
plain.cmdloop()
print(plain.stdout.getvalue())
for line in "", " ", "a", "a b  c ", "!x", "?x", "a-b c", "-x", "é x", "?", "a(b)", "EOF":
    print(repr(line), shell.parseline(line), plain.parseline(line))
print(shell.completenames("f"), sorted(shell.completenames("")), sorted(shell.complete_help("t")), plain.completedefault(1), shell.onecmd("second x"), plain.emptyline())
for items, width in (["a", "bb", "ccc"] * 30, 79), (["x" * 90, "y"], 80), (["", "a", ""], 80), ([f"aaa{i}" for i in range(7)], 20), ([], 5), (["one"], 1), (["one", "two"], 1), (list("abcdefgh"), 10):
    shell.columnize(items, width)
shell.print_topics("Header", ["a", "b"], 15, 80)
shell.ruler = ""
shell.print_topics("Header", ["a", "b"] * 30, 15, 40)
shell.print_topics("Header", [], 15, 40)
try:
    shell.columnize(["a", 1, "b", 2.5])
except TypeError as error:
    print(error)
print(cmd.PROMPT, cmd.IDENTCHARS, shell.nohelp, shell.undoc_header)
