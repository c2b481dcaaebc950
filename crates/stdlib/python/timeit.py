"""The time that small pieces of code take."""

import itertools
import time

__all__ = ["Timer", "timeit", "repeat", "default_timer"]

default_number = 1000000
default_repeat = 5
default_timer = time.perf_counter
dummy_src_name = "<timeit-src>"

# The statements stand in a function, where variables are fast.
template = """
def inner(_it, _timer{parameters}):
    {setup}
    _t0 = _timer()
    for _i in _it:
        {stmt}
        pass
    _t1 = _timer()
    return _t1 - _t0
"""


def reindent(src, indent):
    """Text whose lines but the first are indented by so many spaces."""
    return src.replace("\n", "\n" + " " * indent)


class Timer:
    """A statement, or something to call, whose time is taken; setup runs once before."""

    def __init__(self, stmt="pass", setup="pass", timer=default_timer, globals=None):
        self.timer = timer
        namespace = {}
        outer = _own_globals() if globals is None else globals
        if isinstance(setup, str):
            # Errors show the program's text, not that of the function around it.
            compile(setup, dummy_src_name, "exec")
            setup_prefix, setup_text, parameters = setup + "\n", reindent(setup, 4), ""
        elif callable(setup):
            setup_prefix, setup_text, parameters = "", "_setup()", ", _setup=_setup"
            namespace["_setup"] = setup
        else:
            raise ValueError("setup is neither a string nor callable")
        if isinstance(stmt, str):
            compile(setup_prefix + stmt, dummy_src_name, "exec")
            stmt_text = reindent(stmt, 8)
        elif callable(stmt):
            stmt_text = "_stmt()"
            parameters += ", _stmt=_stmt"
            namespace["_stmt"] = stmt
        else:
            raise ValueError("stmt is neither a string nor callable")
        self.src = template.format(stmt=stmt_text, setup=setup_text, parameters=parameters)
        exec(compile(self.src, dummy_src_name, "exec"), outer, namespace)
        self.inner = namespace["inner"]

    def print_exc(self, file=None):
        """Print the traceback of an exception of the code, with the lines of its text."""
        import linecache
        import traceback

        linecache.cache[dummy_src_name] = len(self.src), None, self.src.split("\n"), dummy_src_name
        traceback.print_exc(file=file)

    def timeit(self, number=default_number):
        """The seconds that the statement takes so many times. Garbage is not collected meanwhile."""
        import gc

        was_enabled = gc.isenabled()
        gc.disable()
        try:
            return self.inner(itertools.repeat(None, number), self.timer)
        finally:
            if was_enabled:
                gc.enable()

    def repeat(self, repeat=default_repeat, number=default_number):
        """What timeit() returns, several times."""
        return [self.timeit(number) for _ in range(repeat)]

    def autorange(self, callback=None):
        """How often it takes to come to 0.2 seconds, and the time; callback is told of each try."""
        scale = 1
        while True:
            for digit in 1, 2, 5:
                number = scale * digit
                taken = self.timeit(number)
                if callback:
                    callback(number, taken)
                if taken >= 0.2:
                    return number, taken
            scale *= 10


_own_globals = globals


def timeit(stmt="pass", setup="pass", timer=default_timer, number=default_number, globals=None):
    """The seconds that a statement takes, so many times."""
    return Timer(stmt, setup, timer, globals).timeit(number)


def repeat(stmt="pass", setup="pass", timer=default_timer, repeat=default_repeat, number=default_number, globals=None):
    """What timeit() returns, several times."""
    return Timer(stmt, setup, timer, globals).repeat(repeat, number)


_USAGE = """\
Take the time of a statement.

Usage: python -m timeit [-n N] [-r N] [-s S] [-p] [-u UNIT] [-v] [-h] [--] [statement]

  -n/--number N   how often the statement runs (as often as takes 0.2 seconds or more)
  -r/--repeat N   how often that is repeated (5)
  -s/--setup S    what runs once before (pass)
  -p/--process    take the time of the process
  -u/--unit UNIT  nsec, usec, msec or sec
  -v/--verbose    show the single times, with more digits; twice: more
  -h/--help       this text
"""

_UNITS = {"nsec": 1e-9, "usec": 1e-6, "msec": 1e-3, "sec": 1.0}


def main(args=None, *, _wrap_timer=None):
    """What `python -m timeit` does."""
    import getopt
    import sys

    args = sys.argv[1:] if args is None else args
    try:
        names = ["number=", "setup=", "repeat=", "process", "verbose", "unit=", "help"]
        options, args = getopt.getopt(args, "n:u:s:r:pvh", names)
    except getopt.error as error:
        print(error)
        print("use -h/--help for command line help")
        return 2
    timer, number, repeats, verbose, unit, setup = default_timer, 0, default_repeat, 0, None, []
    for option, value in options:
        if option in ("-n", "--number"):
            number = int(value)
        elif option in ("-s", "--setup"):
            setup.append(value)
        elif option in ("-u", "--unit"):
            if value not in _UNITS:
                print("Unrecognized unit. Please select nsec, usec, msec, or sec.", file=sys.stderr)
                return 2
            unit = value
        elif option in ("-r", "--repeat"):
            repeats = max(int(value), 1)
        elif option in ("-p", "--process"):
            timer = time.process_time
        elif option in ("-v", "--verbose"):
            verbose += 1
        else:
            print(_USAGE, end="")
            return 0
    # A program's own modules lie in the current directory.
    sys.path.insert(0, "")
    if _wrap_timer is not None:
        timer = _wrap_timer(timer)
    return _measure(Timer("\n".join(args) or "pass", "\n".join(setup) or "pass", timer), number, repeats, verbose, unit)


def _measure(timer, number, repeats, verbose, unit):
    digits = 3 + max(verbose - 1, 0)

    def shown(seconds):
        name = unit
        if name is None:
            name = next((name for name in ("sec", "msec", "usec") if seconds >= _UNITS[name]), "nsec")
        return f"{seconds / _UNITS[name]:.{digits}g} {name}"

    def tell(number, taken):
        print(f"{number} loop{'' if number == 1 else 's'} -> {taken:.{digits}g} secs")

    try:
        if not number:
            number, _ = timer.autorange(tell if verbose else None)
            if verbose:
                print()
        times = timer.repeat(repeats, number)
    except Exception:
        timer.print_exc()
        return 1
    if verbose:
        print(f"raw times: {', '.join(map(shown, times))}\n")
    times = [taken / number for taken in times]
    best, worst = min(times), max(times)
    print(f"{number} loop{'' if number == 1 else 's'}, best of {repeats}: {shown(best)} per loop")
    if worst >= best * 4:
        import warnings

        text = (
            f"The test results are likely unreliable. The worst time ({shown(worst)}) was more than four times slower "
            f"than the best time ({shown(best)})."
        )
        warnings.warn_explicit(text, UserWarning, "", 0)
    return None


if __name__ == "__main__":
    import sys

    sys.exit(main())
