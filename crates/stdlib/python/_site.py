# What the prompt adds to the builtins: words to leave with, and help.
import builtins


class _Quitter:
    def __init__(self, name):
        self._name = name

    def __repr__(self):
        return f"Use {self._name}() or Ctrl-D (i.e. EOF) to exit"

    def __call__(self, code=None):
        raise SystemExit(code)


class _Text:
    def __init__(self, text):
        self._text = text

    def __repr__(self):
        return self._text

    def __call__(self):
        print(self._text)


class _Helper:
    """help(object): what is known about an object; help() alone tells how to use it."""

    def __repr__(self):
        return "Type help() for interactive help, or help(object) for help about object."

    def __call__(self, *args):
        if not args:
            print(
                "help(object) shows what an object is and what can be done with it: help(str), help(str.split),\n"
                "help('math') for a module. dir(object) lists the names in it, Tab completes them."
            )
            return
        from _help import show

        show(*args)


def install():
    builtins.exit = _Quitter("exit")
    builtins.quit = _Quitter("quit")
    builtins.copyright = _Text("Copyright (c) the Ferropy developers. Python is a trademark of its Foundation.")
    builtins.credits = _Text("Thanks to all who made Python, MicroPython and Rust.")
    builtins.license = _Text("Ferropy is licensed under MIT or Apache-2.0, at your choice.")
    builtins.help = _Helper()
