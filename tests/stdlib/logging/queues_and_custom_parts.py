# What dictConfig() makes of queues, listeners and factories; formats that are checked; the root logger's functions.
# slow: imports much
import logging
import logging.config
import logging.handlers
import queue
import time
from unittest import mock


def tried(call):
    try:
        return call()
    except Exception as error:
        return f"{type(error).__name__}: {error}; {type(error.__cause__).__name__} {error.__cause__}".partition(" 0x")[0]


class Listener(logging.handlers.QueueListener):
    pass


def listener_maker(one, two):
    def make(*args, **options):
        made = Listener(*args, **options)
        made.arguments = one, two, sorted(options)
        return made

    return make


class Handler(logging.handlers.QueueHandler):
    def __init__(self, queue, **options):
        super().__init__(queue)
        self.options = options


def configured(**options):
    logging.config.dictConfig({
        "version": 1,
        "handlers": {"end": {"class": "logging.NullHandler"}, "ah": {"class": Handler, "handlers": ["end"], **options}},
        "root": {"handlers": ["ah"]},
    })
    made = logging.getHandlerByName("ah")
    return type(made.queue).__name__, type(made.listener).__name__, made.options, getattr(made.listener, "arguments", None)


for options in (
    {"more": 1}, {"queue": {"()": "queue.Queue", "maxsize": 3}}, {"queue": "queue.SimpleQueue"}, {"queue": queue.Queue()},
    {"listener": Listener}, {"listener": {"()": listener_maker, "one": 1, "two": 2}}, {"queue": 4}, {"queue": int},
    {"queue": "none.such"}, {"listener": 4}, {"listener": int}, {"listener": "none.such"}, {"1 wrong": 2},
):  # fmt: skip
    print(list(options), tried(lambda: configured(**options)))
logging.root.handlers.clear()


class Formatter(logging.Formatter):
    def __init__(self, fmt, style="%"):
        super().__init__(fmt, style=style)


logging.config.dictConfig({
    "version": 1,
    "formatters": {"own": {"()": Formatter, "format": "{message}", "style": "{", ".": {"extra": 5}}},
    "handlers": {"h": {"class": "logging.StreamHandler", "formatter": "own"}},
    "root": {"handlers": ["h"]},
})
print(logging.getHandlerByName("h").formatter.extra)

for text, style in (
    ("%(process)#+027.23X", "%"), ("%(process)Z", "%"), ("${asctime", "$"), ("$", "$"), ("${a}-$b", "$"), ("{a", "{"),
):  # fmt: skip
    print(text, tried(lambda: logging.Formatter(text, style=style) and None))

for moment in (1_677_903_920_999_999_900, 1_677_903_920_999_998_503, 1_677_903_920_000_998_503):
    with mock.patch("time.time_ns", return_value=moment):
        record = logging.makeLogRecord({})
    print(record.created, record.msecs)

logging.root.handlers.clear()
with mock.patch("logging.basicConfig") as basic:
    logging.disable()
    logging.warning("nobody sees it")
    logging.disable(logging.NOTSET)
print(basic.mock_calls)
