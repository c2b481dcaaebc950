# python: 3.13
import logging, sys, io, os, warnings

sys.stderr = sys.stdout


def t(s):
    try:
        print(s, "=>", repr(eval(s)))
    except BaseException as e:
        print(s, "=>", type(e).__name__, e)


L = logging.getLogger
import logging.config as C

C.dictConfig(
    {
        "version": 1,
        "formatters": {
            "s": {"format": "S:%(levelname)s:%(message)s"},
            "b": {"style": "{", "format": "{message}!"},
        },
        "filters": {"f": {"name": "app"}},
        "handlers": {
            "c": {
                "class": "logging.StreamHandler",
                "stream": "ext://sys.stdout",
                "formatter": "s",
                "level": "INFO",
                "filters": ["f"],
            },
            "m": {"class": "logging.handlers.MemoryHandler", "capacity": 1, "target": "c2"},
            "c2": {"class": "logging.StreamHandler", "stream": "ext://sys.stdout", "formatter": "b"},
        },
        "loggers": {
            "app": {"level": "DEBUG", "handlers": ["c"], "propagate": False},
            "app.sub": {"handlers": ["m"]},
        },
        "root": {"level": "WARNING", "handlers": ["c2"]},
    }
)
L("app").info("in app")
L("app").debug("not")
L("app.sub").error("sub")
L("else").error("else")
L("x.y").error("disabled")
for d in (
    {},
    {"version": 2},
    {"version": 1, "handlers": {"h": {"class": "nope.X"}}},
    {"version": 1, "loggers": {"q": {"handlers": ["zz"]}}},
    {"version": 1, "handlers": {"h": {"class": "logging.StreamHandler", "formatter": "nof"}}},
    {"version": 1, "incremental": True, "loggers": {"app": {"level": "ERROR"}}},
    {"version": 1, "disable_existing_loggers": False, "root": {"level": "NOPE"}},
):
    try:
        C.dictConfig(d)
        print("ok", d)
    except BaseException as e:
        print(type(e).__name__, e, repr(e.__cause__))
print(L("app").level)


class My(logging.Logger):
    pass


logging.setLoggerClass(My)
print(type(L("mine")))
logging.setLoggerClass(logging.Logger)
