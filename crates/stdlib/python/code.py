"""Prompts of a program's own.

    code.interact("Look around", local=globals())
"""

import builtins
import sys
import traceback

from codeop import CommandCompiler, compile_command

__all__ = ["InteractiveInterpreter", "InteractiveConsole", "interact", "compile_command"]


class InteractiveInterpreter:
    """Runs statements as a prompt does, in one namespace."""

    def __init__(self, locals=None):
        self.locals = {"__name__": "__console__", "__doc__": None} if locals is None else locals
        self.compile = CommandCompiler()

    def runsource(self, source, filename="<input>", symbol="single"):
        """Compile lines and run them: whether more are needed."""
        try:
            code = self.compile(source, filename, symbol)
        except (OverflowError, SyntaxError, ValueError):
            self.showsyntaxerror(filename, source=source)
            return False
        if code is None:
            return True
        self.runcode(code)
        return False

    def runcode(self, code):
        """Run code; exceptions are shown, but SystemExit."""
        try:
            exec(code, self.locals)
        except SystemExit:
            raise
        except:  # noqa: E722
            self.showtraceback()

    def showsyntaxerror(self, filename=None, **kwargs):
        """Show the error that is handled now, as if it were in a file of that name."""
        error = sys.exception()
        if filename and isinstance(error, SyntaxError):
            error.filename = filename
        self._show(error.with_traceback(None), kwargs.pop("source", ""))

    def showtraceback(self):
        """Show the exception that is handled now, without what runs the prompt."""
        error = sys.exception()
        entry = error.__traceback__
        self._show(error.with_traceback(entry and entry.tb_next), "")

    def _show(self, error, source):
        sys.last_exc, sys.last_type, sys.last_value = error, type(error), error
        sys.last_traceback = error.__traceback__
        if isinstance(error, SyntaxError) and error.text is None and source:
            lines = source.splitlines()
            if error.lineno is not None and 0 < error.lineno <= len(lines):
                error.text = lines[error.lineno - 1]
        if sys.excepthook is sys.__excepthook__:
            self.write("".join(traceback.format_exception(error)))
            return
        # The program's own function is to show it.
        try:
            sys.excepthook(type(error), error, error.__traceback__)
        except SystemExit:
            raise
        except BaseException as fault:
            fault.__context__ = None
            fault = fault.with_traceback(fault.__traceback__.tb_next)
            print("Error in sys.excepthook:", file=sys.stderr)
            sys.__excepthook__(type(fault), fault, fault.__traceback__)
            print("\nOriginal exception was:", file=sys.stderr)
            sys.__excepthook__(type(error), error, error.__traceback__)

    def write(self, data):
        """Write to standard error."""
        sys.stderr.write(data)


class InteractiveConsole(InteractiveInterpreter):
    """Asks for lines and runs them, until there are no more."""

    def __init__(self, locals=None, filename="<console>", *, local_exit=False):
        super().__init__(locals)
        self.filename, self.local_exit = filename, local_exit
        self.resetbuffer()

    def resetbuffer(self):
        """Forget the lines that are no whole statement yet."""
        self.buffer = []

    def interact(self, banner=None, exitmsg=None):
        """Show a prompt and do what is typed, until the input ends."""
        missing = object()
        prompts = {name: getattr(sys, name, missing) for name in ("ps1", "ps2")}
        sys.ps1, sys.ps2 = (
            text if prompts[name] is missing else prompts[name] for name, text in (("ps1", ">>> "), ("ps2", "... "))
        )
        if banner is None:
            names = '"help", "copyright", "credits" or "license"'
            self.write(
                f"Python {sys.version} on {sys.platform}\nType {names} for more information.\n({type(self).__name__})\n"
            )
        elif banner:
            self.write(f"{banner}\n")
        exits = {}
        if self.local_exit:
            for name in "exit", "quit":
                if hasattr(builtins, name):
                    exits[name] = getattr(builtins, name)
                    setattr(builtins, name, _Leave(name))
        try:
            self._ask()
            if exitmsg is None:
                self.write(f"now exiting {type(self).__name__}...\n")
            elif exitmsg != "":
                self.write(f"{exitmsg}\n")
        finally:
            for name, value in exits.items():
                setattr(builtins, name, value)
            for name, value in prompts.items():
                delattr(sys, name) if value is missing else setattr(sys, name, value)

    def _ask(self):
        more = False
        while True:
            try:
                try:
                    line = self.raw_input(sys.ps2 if more else sys.ps1)
                except EOFError:
                    self.write("\n")
                    return
                more = self.push(line)
            except KeyboardInterrupt:
                self.write("\nKeyboardInterrupt\n")
                self.resetbuffer()
                more = False
            except SystemExit:
                if not self.local_exit:
                    raise
                self.write("\n")
                return

    def push(self, line, filename=None, _symbol="single"):
        """Take a line, and run what it completes: whether more are needed."""
        self.buffer.append(line)
        more = self.runsource("\n".join(self.buffer), filename or self.filename, symbol=_symbol)
        if not more:
            self.resetbuffer()
        return more

    def raw_input(self, prompt=""):
        """Show a prompt and read a line; EOFError at the end of input."""
        return input(prompt)


class _Leave:
    """exit() and quit() of a prompt that they leave, and nothing else."""

    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return f"Use {self.name}() or Ctrl-D (i.e. EOF) to exit"

    def __call__(self, code=None):
        raise SystemExit(code)


def interact(banner=None, readfunc=None, local=None, exitmsg=None, local_exit=False):
    """Show a prompt; readfunc, if given, reads the lines."""
    console = InteractiveConsole(local, local_exit=local_exit)
    if readfunc is not None:
        console.raw_input = readfunc
    console.interact(banner, exitmsg)


if __name__ == "__main__":
    import argparse

    parser = argparse.ArgumentParser()
    parser.add_argument("-q", action="store_true", help="don't print version and copyright messages")
    interact("" if parser.parse_args().q or sys.flags.quiet else None)
