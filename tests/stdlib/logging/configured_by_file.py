# requires: files threads
# python: 3.13
import logging, logging.config, logging.handlers, sys, io, os, pickle

L = logging.getLogger
open("l.ini", "w").write("""[loggers]
keys=root,app
[handlers]
keys=h,m
[formatters]
keys=f
[logger_root]
level=DEBUG
handlers=h
[logger_app]
level=INFO
handlers=m
qualname=app.x
propagate=0
[handler_h]
class=StreamHandler
level=NOTSET
formatter=f
args=(sys.stdout,)
[handler_m]
class=handlers.MemoryHandler
args=(1,)
target=h
[formatter_f]
format=F:%(levelname)s:%(name)s:%(message)s
datefmt=
""")
L("old")
L("app.x.child")
logging.config.fileConfig("l.ini")
L().debug("root")
L("app.x").info("to memory")
L("app.x").debug("no")
L("old").error("disabled")
L("app.x.child").warning("child")
L("new").info("new")
for bad in ("nofile.ini", "empty.ini"):
    if bad[0] == "e":
        open(bad, "w").close()
    try:
        logging.config.fileConfig(bad)
    except Exception as e:
        print(type(e).__name__, str(e).replace(os.getcwd(), ""))
h = logging.handlers.SocketHandler("localhost", 9)
r = logging.makeLogRecord({"msg": "m %s", "args": ("x",), "levelno": 20})
d = h.makePickle(r)
import struct

n = struct.unpack(">L", d[:4])[0]
print(n == len(d) - 4, pickle.loads(d[4:])["msg"])
print(h.sock, h.address)
h.close()
s = logging.handlers.SysLogHandler
print(s.LOG_USER, s.LOG_LOCAL7, s.priority_names["crit"])
import typing, warnings

try:
    print(typing.ByteString)
except Exception as e:
    print(type(e), e)
with warnings.catch_warnings(record=True) as w:
    warnings.simplefilter("always")
    d = typing.no_type_check_decorator(lambda f: f)
    print(d(lambda: 1).__no_type_check__, [str(x.category.__name__) for x in w])
ql = logging.handlers.QueueListener
C = logging.config
import queue

C.dictConfig(
    {
        "version": 1,
        "handlers": {
            "o": {"class": "logging.StreamHandler", "stream": "ext://sys.stdout"},
            "q": {"class": "logging.handlers.QueueHandler", "handlers": ["o"]},
        },
        "root": {"handlers": ["q"], "level": "INFO"},
    }
)
qh = logging.getLogger().handlers[0]
print(type(qh.listener).__name__, type(qh.queue).__name__)
qh.listener.start()
logging.info("queued")
qh.listener.stop()
cfg = {
    "version": 1,
    "my": {"x": [1, {"y": "ext://sys.stdout"}]},
    "handlers": {
        "c": {"()": "logging.StreamHandler", "stream": "cfg://my.x[1].y", ".": {"terminator": "!\n"}}
    },
    "root": {"handlers": ["c"]},
}
C.dictConfig(cfg)
logging.warning("custom")


class Fm(logging.Formatter):
    def __init__(self, fmt=None, extra=""):
        super().__init__(fmt)
        self.extra = extra

    def format(self, r):
        return super().format(r) + self.extra


C.dictConfig(
    {
        "version": 1,
        "formatters": {"f": {"()": "__main__.Fm", "fmt": "%(message)s", "extra": "??"}},
        "handlers": {"c": {"class": "logging.StreamHandler", "stream": sys.stdout, "formatter": "f"}},
        "root": {"handlers": ["c"]},
    }
)
logging.warning("fmt")
logging.basicConfig(
    force=True, stream=sys.stdout, format="%(filename)s:%(funcName)s:%(stack_info)s %(message)s"
)


def inner():
    logging.warning("w", stack_info=False)
    logging.getLogger("q").warning("s", stacklevel=2)


inner()
logging.basicConfig(
    force=True,
    filename="b.log",
    filemode="w",
    encoding="utf-8",
    format="{message}",
    style="{",
    level=logging.DEBUG,
)
logging.debug("héllo")
logging.shutdown()
print(open("b.log", encoding="utf-8").read())
