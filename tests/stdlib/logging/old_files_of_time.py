# Which files of earlier times a handler takes for its own, also when they have other names.
# slow: imports much
# requires: files
import logging.handlers
import os

times = [f"2024-05-0{day}_10-00-00" for day in range(1, 6)]
for time in times:
    for name in (f"a.log.{time}", f"a.log.{time}.gz", f"a.b.log.{time}", f"c.{time}.log", f"d.c.{time}.log", f"a.log.{time}0"):
        open(name, "w").close()


def shown(name, **options):
    handler = logging.handlers.TimedRotatingFileHandler(name, when="s", backupCount=2, delay=True)
    for key, value in options.items():
        setattr(handler, key, value)
    print(name, *map(os.path.basename, handler.getFilesToDelete()))
    handler.close()


def in_front(name):
    folder, base = os.path.split(name)
    return os.path.join(folder, base.replace(".log", "") + ".log")


shown("a.log")
shown("a.b.log")
shown("a.log", namer=lambda name: name + ".gz")
shown("c.log", namer=in_front)
shown("d.c.log", namer=in_front)
shown("none.log")
