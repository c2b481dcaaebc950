# requires: files threads
# python: 3.13
import logging, sys, io, os, warnings

sys.stderr = sys.stdout


def t(s):
    try:
        print(s, "=>", repr(eval(s)))
    except BaseException as e:
        print(s, "=>", type(e).__name__, e)


L = logging.getLogger
h = logging.FileHandler("t.log", "w")
h.name = "fh"
L("file").addHandler(h)
L("file").info("to file")
print(logging.getHandlerByName("fh") is h, sorted(logging.getHandlerNames()))
h.close()
print(open("t.log").read())
print(logging.getHandlerNames())
h = logging.FileHandler("t2.log", delay=True)
print(os.path.exists("t2.log"), h.stream)
import logging.handlers as H

r = H.RotatingFileHandler("rot.log", maxBytes=20, backupCount=2)
r.setFormatter(logging.Formatter("%(message)s"))
for i in range(6):
    r.emit(logging.makeLogRecord({"msg": "line number %d" % i}))
r.close()
for n in ("rot.log", "rot.log.1", "rot.log.2", "rot.log.3"):
    print(n, open(n).read() if os.path.exists(n) else None)
m = H.MemoryHandler(3, logging.ERROR, target=logging.StreamHandler(sys.stdout))
for i in range(4):
    m.handle(logging.makeLogRecord({"msg": "mem %d" % i, "levelno": 10}))
    print(len(m.buffer))
m.handle(logging.makeLogRecord({"msg": "err", "levelno": 40}))
print(len(m.buffer))
m.close()
print(m.target)
import queue

q = queue.Queue()
qh = H.QueueHandler(q)
qh.handle(logging.makeLogRecord({"msg": "q %s", "args": ("z",)}))
rec = q.get()
print(rec.msg, rec.args, rec.message)
ql = H.QueueListener(q, logging.StreamHandler(sys.stdout), respect_handler_level=True)
ql.start()
qh.handle(logging.makeLogRecord({"msg": "through", "levelno": 30}))
ql.stop()
th = H.TimedRotatingFileHandler("tr.log", when="S", interval=2, backupCount=1, utc=True)
print(th.suffix, th.interval, th.when)
th.close()
for w in ("S", "M", "H", "D", "MIDNIGHT", "W0", "W6"):
    th = H.TimedRotatingFileHandler("tr.log", when=w, utc=True, delay=True)
    print(w, th.suffix, th.interval, th.computeRollover(1000000000))
for w in ("X", "W", "W9"):
    t("H.TimedRotatingFileHandler('tr.log',when=%r)" % w)
b = H.BufferingHandler(2)
b.handle(logging.makeLogRecord({"msg": "a"}))
print(len(b.buffer))
b.handle(logging.makeLogRecord({"msg": "a"}))
print(len(b.buffer))
