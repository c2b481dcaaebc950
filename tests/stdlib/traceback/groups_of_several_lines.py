# Parts of groups are indented line by line.
import traceback


def shown(error):
    print(traceback.format_exception_only(error, show_group=True))


shown(ExceptionGroup("A\n1", [ValueError("B\n2")]))
shown(ExceptionGroup("A\n\n1\n", [ValueError("B\n\n2\n\n"), ExceptionGroup("C", [KeyError("D\n"), OSError("E\nF")])]))
noted = ValueError("a\nb")
noted.add_note("c\nd")
shown(ExceptionGroup("g", [noted]))
