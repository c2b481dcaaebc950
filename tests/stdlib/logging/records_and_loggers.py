# Loggers, records, formats, filters.
# python: 3.13
import logging, sys, io, os, warnings

sys.stderr = sys.stdout


def t(s):
    try:
        print(s, "=>", repr(eval(s)))
    except BaseException as e:
        print(s, "=>", type(e).__name__, e)


L = logging.getLogger
logging.warning("root %s", 1)
logging.info("no")
print(logging.root.handlers)
L("a.b.c").warning("hi")
L("a").info("no")
for s in """L()
L("root") is L()
L("a.b.c").parent
L("a.b").parent
L("a.b.c").parent
L("a").getChild("x.y").name
sorted(x.name for x in L("a").getChildren())
L("a.b").getEffectiveLevel()
L("a").setLevel("DEBUG")
L("a.b").isEnabledFor(10)
L("a").setLevel("NOPE")
L("a").setLevel(1.5)
L(1)
L("a")
logging.getLevelName(30)
logging.getLevelName("INFO")
logging.getLevelName(15)
logging.getLevelName("X")
logging.addLevelName(15,"FINE")
logging.getLevelName(15)
logging.getLevelNamesMapping()
L("a").log("x","m")
L("a").hasHandlers()
logging.Formatter("x")
logging.Formatter("{x}")
logging.Formatter("%(x)s")._fmt
logging.Formatter("%(x)5.2f")._fmt
logging.Formatter("%(x)z")
logging.Formatter("%(x)-10s|")._fmt
logging.Formatter("{x!r:>10}",style="{")._fmt
logging.Formatter("{x!z}",style="{")
logging.Formatter("{x:zz}",style="{")
logging.Formatter("{x y}",style="{")
logging.Formatter("x",style="{")
logging.Formatter("{",style="{")
logging.Formatter("x",style="$")
logging.Formatter("$x ${y}",style="$")._fmt
logging.Formatter("$ x",style="$")
logging.Formatter("x",style="!")
logging.Formatter("x",validate=False)._fmt
logging.Formatter().usesTime()
logging.Formatter("%(asctime)s").usesTime()
logging.Formatter("${asctime}",style="$").usesTime()
logging.Formatter("{asctime:>30}",style="{").usesTime()
logging.Formatter("%(foo)s").format(logging.makeLogRecord({"msg":"m"}))
logging.Formatter("%(foo)s %(message)s",defaults={"foo":"F"}).format(logging.makeLogRecord({"msg":"m"}))
logging.makeLogRecord({"msg":"a %s","args":("b",)}).getMessage()
logging.makeLogRecord({"msg":"a %(k)s","args":{"k":1}}).getMessage()
logging.LogRecord("n",10,"/x/y.py",3,"m %(z)s",({"z":1},),None).getMessage()
logging.LogRecord("n",10,"/x/y.py",3,"m",(),None)
logging.LogRecord("n",10,"/x/y.py",3,"m",(),None).module
sorted(logging.LogRecord("n",10,"/x/y.py",3,"m",(),None).__dict__)
logging.Filter("a.b").filter(logging.makeLogRecord({"name":"a.b.c"}))
logging.Filter("a.b").filter(logging.makeLogRecord({"name":"a.bc"}))
logging.Filter().filter(logging.makeLogRecord({"name":"a.bc"}))
logging.StreamHandler()
logging.Handler()
logging.Handler(30)
logging.Handler().emit(1)
logging.NullHandler()
logging.lastResort
logging.getLoggerClass()
logging.setLoggerClass(int)
logging.getHandlerNames()
logging.BufferingFormatter().format([logging.makeLogRecord({"msg":"a"}),logging.makeLogRecord({"msg":"b"})])
logging.basicConfig(foo=1,force=True)
logging.basicConfig(stream=1,filename="x",force=True)
logging.basicConfig(handlers=[],filename="x",force=True)
logging.basicConfig(style="x",force=True)
L("a").makeRecord("n",10,"f",1,"m",(),None,extra={"message":1})
L("a").makeRecord("n",10,"f",1,"m",(),None,extra={"lineno":1})
L("a").makeRecord("n",10,"f",1,"m",(),None,extra={"mine":1}).mine
sorted(logging.__all__)""".splitlines():
    t(s)


class Out:
    def write(self, text):
        sys.stdout.write(text.replace(__file__, "FILE"))

    def flush(self):
        pass


logging.basicConfig(
    force=True,
    stream=Out(),
    level="DEBUG",
    format="%(levelname)-8s|%(name)s|%(funcName)s|%(lineno)d|%(module)s|%(message)s|%(threadName)s",
)


def f():
    L("x.y").debug("msg %d %s", 1, "z")
    logging.error("e")

    def g():
        L("x").info("deep", stacklevel=2)

    g()


f()
a = logging.LoggerAdapter(L("ad"), {"k": "v"})
a.warning("adapted")
print(a, a.name, a.getEffectiveLevel(), a.isEnabledFor(5))
h = logging.StreamHandler(sys.stdout)
h.setFormatter(logging.Formatter("EXTRA %(message)s %(k)s"))
L("ad").addHandler(h)
L("ad").propagate = False
a.info("one")
logging.LoggerAdapter(L("ad"), {"k": "v"}, merge_extra=True).info("two", extra={"k": "w"})
L("ad").removeHandler(h)
try:
    1 / 0
except ZeroDivisionError:
    L("ex").exception("failed")
    L("ex").error("again", exc_info=False)
    L("ex").warning("w", exc_info=True)
L("ex").error("given", exc_info=ValueError("v"))
L("ex").error("none", exc_info=True)
logging.disable(30)
L("x").warning("not")
L("x").error("yes")
logging.disable(0)


class F:
    def filter(self, r):
        r.msg = "changed " + r.msg
        return True


L("flt").addFilter(F())
L("flt").info("m")
L("flt").addFilter(lambda r: 0)
L("flt").info("m2")
print(len(L("flt").filters))
L("flt").filters.clear()
L("flt").addFilter(
    lambda r: logging.makeLogRecord({"name": "other", "msg": "replaced", "levelno": 40, "levelname": "ERROR"})
)
L("flt").info("x")
logging.captureWarnings(True)
print(warnings.showwarning.__name__)
logging.captureWarnings(False)
