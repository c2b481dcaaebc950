# requires: files
# Handlers that reach far, without reaching out: what they would send, and where.
import logging
import logging.handlers
import os

record = logging.LogRecord("name", logging.WARNING, "/path/file.py", 5, "a %s", ("message",), None)

http = logging.handlers.HTTPHandler("localhost:1", "/log?x=1", "POST", credentials=("user", "word"))
print(http.host, http.url, http.method, http.secure, http.credentials, http.mapLogRecord(record)["msg"])
try:
    logging.handlers.HTTPHandler("h", "/", "PUT")
except ValueError as error:
    print(error)

mail = logging.handlers.SMTPHandler(("mail.example", 25), "from@x", ["to@y"], "subject", ("user", "word"), (), 2.0)
print(mail.mailhost, mail.mailport, mail.fromaddr, mail.toaddrs, mail.getSubject(record), mail.username, mail.timeout)
mail = logging.handlers.SMTPHandler("mail.example", "from@x", "to@y", "s")
print(mail.mailhost, mail.mailport, mail.toaddrs)

datagrams = logging.handlers.DatagramHandler("localhost", 9)
print(isinstance(datagrams, logging.handlers.SocketHandler), datagrams.closeOnError, datagrams.host, datagrams.port)
print(len(datagrams.makePickle(record)) > 20, datagrams.sock)
datagrams.close()

watched = logging.handlers.WatchedFileHandler("watched.log")
watched.emit(record)
os.rename("watched.log", "old.log")
watched.emit(record)
watched.reopenIfNeeded()
watched.close()
for name in ("old.log", "watched.log"):
    with open(name) as file:
        print(name, file.read().splitlines())

rotating = logging.handlers.BaseRotatingHandler("base.log", "a")
rotating.namer = lambda name: name.replace(".1", ".first")
rotating.rotator = lambda source, target: print("rotate", os.path.basename(source), os.path.basename(target))
print(os.path.basename(rotating.rotation_filename("base.log.1")))
rotating.rotate("base.log", "base.log.first")
rotating.namer = rotating.rotator = None
print(os.path.basename(rotating.rotation_filename("x.1")))
rotating.emit(record) if hasattr(rotating, "shouldRollover") else print("no shouldRollover")
rotating.close()

events = logging.handlers.NTEventLogHandler("app")
print(events.getMessageID(record), events.getEventCategory(record))
events.close()
