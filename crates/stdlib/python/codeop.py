"""Whether lines that were typed are a whole statement: what a prompt asks before it runs them."""

__all__ = ["compile_command", "Compile", "CommandCompiler"]

# What compile() could be told; whether lines are whole is asked otherwise here.
PyCF_DONT_IMPLY_DEDENT, PyCF_ALLOW_INCOMPLETE_INPUT = 0x200, 0x4000


def _compile(compiler, source, filename, symbol):
    """The code of a whole statement, None for the beginning of one, or a SyntaxError."""
    from _ast import _is_whole

    if all(not line.strip() or line.strip().startswith("#") for line in source.split("\n")):
        # Nothing but blanks and comments does nothing.
        if symbol == "eval":
            return None
        source = "pass"
    elif _is_whole(source, symbol) is not True and _is_whole(source + "\n", symbol) is not False:
        return None
    return compiler(source, filename, symbol)


def compile_command(source, filename="<input>", symbol="single", flags=0):
    """The code of a whole statement, or None if more lines are needed.

    SyntaxError, ValueError or OverflowError are raised for what can't become one.
    """
    return _compile(lambda *arguments: compile(*arguments, flags), source, filename, symbol)


class Compile:
    """Compiles as compile() does, and remembers the imports from __future__ that it has seen."""

    def __init__(self):
        self.flags = 0

    def __call__(self, source, filename, symbol, flags=0, **kwargs):
        code = compile(source, filename, symbol, self.flags | flags, True)
        if "__future__" in source:
            self._remember(source)
        return code

    def _remember(self, source):
        import __future__
        from ast import ImportFrom, parse

        for node in parse(source).body:
            if isinstance(node, ImportFrom) and node.module == "__future__":
                for name in node.names:
                    self.flags |= getattr(__future__, name.name).compiler_flag


class CommandCompiler:
    """Does what compile_command() does, and remembers the imports from __future__ that it has seen."""

    def __init__(self):
        self.compiler = Compile()

    def __call__(self, source, filename="<input>", symbol="single"):
        return _compile(self.compiler, source, filename, symbol)
