# Times by a clock of the program's own; what is run how often, and errors.
import contextlib
import io
import timeit
from timeit import Timer


def attempt(function, *args, **options):
    try:
        return repr(function(*args, **options))
    except Exception as error:
        return f"{type(error).__name__} {error}"


class Clock:
    def __init__(self, step=1.0):
        self.now, self.step = 0.0, step

    def __call__(self):
        self.now += self.step
        return self.now


count = 0


def work():
    global count
    count += 1


print(
    timeit.timeit("x = 1", "y = 2", timer=Clock(), number=3),
    timeit.repeat(timer=Clock(0.5), repeat=3, number=1),
    Timer(work, timer=Clock()).timeit(5),
    count,
    Timer(timer=Clock()).repeat(2, 4),
)
print(
    Timer("work()", globals=globals(), timer=Clock()).timeit(3),
    count,
    Timer("f()", setup="def f():\n    return 1", timer=Clock()).timeit(2),
    Timer("a", work, globals={"a": 1}).timeit(0) >= 0,
    count,
)
tries = []
print(
    Timer(timer=Clock(0.3)).autorange(lambda number, taken: tries.append((number, round(taken, 3)))),
    tries,
    Timer(timer=Clock()).timeit(number=0),
)
for arguments in (
    (5,),
    ("pass", 5),
    ("1 +",),
    ("pass", "1 +"),
    ("return",),
    ("break",),
    ("x = 1\ny = 2",),
    ("  x",),
    ("pass", "  x"),
    ("undefined",),
    ("'a\nb'",),
):
    print(arguments, attempt(lambda: Timer(*arguments, timer=Clock()).timeit(1)))
timer = Timer("1/0")
out = io.StringIO()
try:
    timer.timeit(1)
except ZeroDivisionError:
    timer.print_exc(out)
print(out.getvalue().splitlines()[-1], "1/0" in out.getvalue())
for args in (
    ["-n3", "-r2", "pass"],
    ["-v", "-n", "1", "-r1", "-usec", "x=1", "y=2"],
    ["-u", "x"],
    ["--bad"],
    ["-r0", "-n2", "--unit=usec", "-s", "a=1", "a"],
    ["-p", "-n1", "-vv", "pass"],
):
    with contextlib.redirect_stdout(out := io.StringIO()), contextlib.redirect_stderr(out):
        status = timeit.main(args, _wrap_timer=lambda timer: Clock(0.25))
    print(args, status, out.getvalue())
print(timeit.default_number, timeit.default_repeat, callable(timeit.default_timer), sorted(timeit.__all__))
