"""More handlers: files that are started anew by size or time, records kept in memory, in queues, or sent over the net."""

import logging
import os
import time
from _later import later as _later
from _logging_output import FileHandler, Handler

DEFAULT_TCP_LOGGING_PORT = 9020
DEFAULT_UDP_LOGGING_PORT = 9021
DEFAULT_HTTP_LOGGING_PORT = 9022
DEFAULT_SOAP_LOGGING_PORT = 9023
SYSLOG_UDP_PORT = SYSLOG_TCP_PORT = 514


class BaseRotatingHandler(FileHandler):
    """Writes to a file that is started anew when shouldRollover() says so."""

    namer = None
    rotator = None

    def __init__(self, filename, mode, encoding=None, delay=False, errors=None):
        super().__init__(filename, mode, encoding, delay, errors)

    def emit(self, record):
        """Write a record, to another file if it is time for it."""
        try:
            if self.shouldRollover(record):
                self.doRollover()
            super().emit(record)
        except Exception:
            self.handleError(record)

    def rotation_filename(self, default_name):
        """The name of an old file: as the attribute namer says, if there is one."""
        return self.namer(default_name) if callable(self.namer) else default_name

    def rotate(self, source, dest):
        """Rename a file, or do what the attribute rotator says."""
        if callable(self.rotator):
            self.rotator(source, dest)
        elif os.path.exists(source):
            os.rename(source, dest)

    def _close_stream(self):
        if self.stream:
            self.stream.close()
            self.stream = None


class RotatingFileHandler(BaseRotatingHandler):
    """Starts the file anew before it grows beyond maxBytes; backupCount old ones are kept, with .1, .2 and so on behind."""

    def __init__(self, filename, mode="a", maxBytes=0, backupCount=0, encoding=None, delay=False, errors=None):
        # What is in the file already has to be kept, or there would be nothing to count from.
        super().__init__(filename, "a" if maxBytes > 0 else mode, encoding, delay, errors)
        self.maxBytes = maxBytes
        self.backupCount = backupCount

    def doRollover(self):
        """Start the file anew."""
        self._close_stream()
        if self.backupCount > 0:
            for number in range(self.backupCount - 1, 0, -1):
                source = self.rotation_filename(f"{self.baseFilename}.{number}")
                dest = self.rotation_filename(f"{self.baseFilename}.{number + 1}")
                if os.path.exists(source):
                    if os.path.exists(dest):
                        os.remove(dest)
                    os.rename(source, dest)
            dest = self.rotation_filename(self.baseFilename + ".1")
            if os.path.exists(dest):
                os.remove(dest)
            self.rotate(self.baseFilename, dest)
        if not self.delay:
            self.stream = self._open()

    def shouldRollover(self, record):
        """Whether the record would make the file too large."""
        if self.stream is None:
            self.stream = self._open()
        if self.maxBytes <= 0:
            return False
        place = self.stream.tell()
        if not place or os.path.exists(self.baseFilename) and not os.path.isfile(self.baseFilename):
            return False
        return place + len(self.format(record) + self.terminator) >= self.maxBytes


_DAY = 24 * 60 * 60
# Seconds, and the end of the names of old files.
_PERIODS = {
    "S": (1, "%Y-%m-%d_%H-%M-%S"),
    "M": (60, "%Y-%m-%d_%H-%M"),
    "H": (60 * 60, "%Y-%m-%d_%H"),
    "D": (_DAY, "%Y-%m-%d"),
    "MIDNIGHT": (_DAY, "%Y-%m-%d"),
}


class TimedRotatingFileHandler(BaseRotatingHandler):
    """Starts the file anew every so many seconds, minutes, hours or days, at midnight, or on a day of the week."""

    def __init__(self, filename, when="h", interval=1, backupCount=0, encoding=None, delay=False, utc=False, atTime=None,
                 errors=None):  # fmt: skip
        super().__init__(filename, "a", encoding, delay, errors)
        self.when = when.upper()
        self.backupCount = backupCount
        self.utc = utc
        self.atTime = atTime
        if self.when in _PERIODS:
            seconds, self.suffix = _PERIODS[self.when]
        elif self.when.startswith("W"):
            if len(self.when) != 2:
                raise ValueError(
                    f"You must specify a day for weekly rollover from 0 to 6 (0 is Monday): {self.when}"
                )
            if not "0" <= self.when[1] <= "6":
                raise ValueError(f"Invalid day specified for weekly rollover: {self.when}")
            self.dayOfWeek = int(self.when[1])
            seconds, self.suffix = 7 * _DAY, "%Y-%m-%d"
        else:
            raise ValueError(f"Invalid rollover interval specified: {self.when}")
        self.interval = seconds * interval
        if os.path.exists(self.baseFilename):
            start = int(os.stat(self.baseFilename).st_mtime)
        else:
            start = int(time.time())
        self.rolloverAt = self.computeRollover(start)

    def _moment(self, seconds):
        return time.gmtime(seconds) if self.utc else time.localtime(seconds)

    def computeRollover(self, currentTime):
        """When the file is to be started anew, if it was at that time."""
        if self.when != "MIDNIGHT" and not self.when.startswith("W"):
            return currentTime + self.interval
        moment = self._moment(currentTime)
        at = self.atTime
        wanted = _DAY if at is None else (at.hour * 60 + at.minute) * 60 + at.second
        left = wanted - ((moment.tm_hour * 60 + moment.tm_min) * 60 + moment.tm_sec)
        day = moment.tm_wday
        if left <= 0:
            # The time of day has gone by: it is tomorrow's.
            left += _DAY
            day = (day + 1) % 7
        result = currentTime + left
        if self.when.startswith("W"):
            days = (self.dayOfWeek - day) % 7
            result += days * _DAY
            result += self.interval - 7 * _DAY
        else:
            result += self.interval - _DAY
        if not self.utc:
            result += self._clock_change(moment, result)
        return result

    def _clock_change(self, moment, result):
        """What is to be added so that the clock shows the same time after it was put forward or back."""
        before, after = moment[-1], time.localtime(result)[-1]
        if before == after:
            return 0
        if not before:
            return 0 if time.localtime(result - 3600)[-1] == 0 else -3600
        return 3600

    def shouldRollover(self, record):
        """Whether it is time."""
        now = int(time.time())
        if now < self.rolloverAt:
            return False
        if os.path.exists(self.baseFilename) and not os.path.isfile(self.baseFilename):
            self.rolloverAt = self.computeRollover(now)
            return False
        return True

    def getFilesToDelete(self):
        """The old files that are too many."""
        folder, base = os.path.split(self.baseFilename)
        found = []
        for name in os.listdir(folder):
            if self.namer is None:
                is_own = name.startswith(base + ".") and self._is_time(name[len(base) + 1 :])
            else:
                # A name may look as it likes; but this handler must have made it.
                times = filter(self._is_time, _windows(name, len(time.strftime(self.suffix))))
                named = (self.namer(f"{self.baseFilename}.{each}") for each in times)
                is_own = any(os.path.basename(each) == name for each in named)
            if is_own:
                found.append(os.path.join(folder, name))
        found.sort()
        return found[: max(len(found) - self.backupCount, 0)]

    def _is_time(self, text):
        """Whether text is a time as the names of old files have it."""
        pattern = time.strftime(self.suffix)
        if len(text) != len(pattern):
            return False
        return all(a == b or a.isdecimal() and b.isdecimal() for a, b in zip(text, pattern))

    def doRollover(self):
        """Start the file anew."""
        now = int(time.time())
        at = self.rolloverAt - self.interval
        moment = self._moment(at)
        if not self.utc and time.localtime(now)[-1] != moment[-1]:
            moment = time.localtime(at + (3600 if time.localtime(now)[-1] else -3600))
        dest = self.rotation_filename(f"{self.baseFilename}.{time.strftime(self.suffix, moment)}")
        if os.path.exists(dest):
            return
        self._close_stream()
        self.rotate(self.baseFilename, dest)
        if self.backupCount > 0:
            for name in self.getFilesToDelete():
                os.remove(name)
        if not self.delay:
            self.stream = self._open()
        self.rolloverAt = self.computeRollover(now)


def _windows(text, length):
    return (text[at : at + length] for at in range(len(text) - length + 1))


class WatchedFileHandler(FileHandler):
    """Opens its file again when somebody else has moved it away."""

    def __init__(self, filename, mode="a", encoding=None, delay=False, errors=None):
        super().__init__(filename, mode, encoding, delay, errors)
        self.dev = self.ino = -1
        self._statstream()

    def _statstream(self):
        if self.stream:
            status = os.fstat(self.stream.fileno())
            self.dev, self.ino = status.st_dev, status.st_ino

    def reopenIfNeeded(self):
        """Open the file again if it isn't the same any more."""
        if self.stream is None:
            return
        try:
            status = os.stat(self.baseFilename)
        except FileNotFoundError:
            status = None
        if status is None or (status.st_dev, status.st_ino) != (self.dev, self.ino):
            self.stream.flush()
            self.stream.close()
            self.stream = None
            self.stream = self._open()
            self._statstream()

    def emit(self, record):
        """Write a record."""
        self.reopenIfNeeded()
        super().emit(record)


class BufferingHandler(Handler):
    """Keeps records until there are as many as its capacity."""

    def __init__(self, capacity):
        super().__init__()
        self.capacity = capacity
        self.buffer = []

    def shouldFlush(self, record):
        """Whether there are enough."""
        return len(self.buffer) >= self.capacity

    def emit(self, record):
        """Keep a record."""
        self.buffer.append(record)
        if self.shouldFlush(record):
            self.flush()

    def flush(self):
        """Forget the records. Subclasses do something with them first."""
        with self.lock:
            self.buffer.clear()

    def close(self):
        """Flush."""
        try:
            self.flush()
        finally:
            super().close()


class MemoryHandler(BufferingHandler):
    """Keeps records for another handler, which gets them when there are many or one is serious."""

    def __init__(self, capacity, flushLevel=logging.ERROR, target=None, flushOnClose=True):
        super().__init__(capacity)
        self.flushLevel = flushLevel
        self.target = target
        self.flushOnClose = flushOnClose

    def shouldFlush(self, record):
        """Whether there are enough, or this one is serious."""
        return len(self.buffer) >= self.capacity or record.levelno >= self.flushLevel

    def setTarget(self, target):
        """Set the handler that gets the records."""
        with self.lock:
            self.target = target

    def flush(self):
        """Give the records to the other handler."""
        with self.lock:
            if self.target:
                for record in self.buffer:
                    self.target.handle(record)
                self.buffer.clear()

    def close(self):
        """Flush, if it shall be done, and forget the other handler."""
        try:
            if self.flushOnClose:
                self.flush()
        finally:
            with self.lock:
                self.target = None
                BufferingHandler.close(self)


class QueueHandler(Handler):
    """Puts records into a queue, from which a QueueListener takes them."""

    def __init__(self, queue):
        super().__init__()
        self.queue = queue
        self.listener = None

    def enqueue(self, record):
        """Put a record into the queue, without waiting."""
        self.queue.put_nowait(record)

    def prepare(self, record):
        """A copy of the record that can go to another process: text instead of arguments and exceptions."""
        import copy

        message = self.format(record)
        record = copy.copy(record)
        record.message = message
        record.msg = message
        record.args = None
        record.exc_info = None
        record.exc_text = None
        record.stack_info = None
        return record

    def emit(self, record):
        """Put a record into the queue."""
        try:
            self.enqueue(self.prepare(record))
        except Exception:
            self.handleError(record)


class QueueListener:
    """Takes records out of a queue in a thread of its own and gives them to handlers."""

    _sentinel = None

    def __init__(self, queue, *handlers, respect_handler_level=False):
        self.queue = queue
        self.handlers = handlers
        self._thread = None
        self.respect_handler_level = respect_handler_level

    def __enter__(self):
        self.start()
        return self

    def __exit__(self, exc_type, exc_value, traceback):
        self.stop()

    def dequeue(self, block):
        """A record out of the queue."""
        return self.queue.get(block)

    def start(self):
        """Start the thread."""
        from threading import Thread

        if self._thread is not None:
            raise RuntimeError("Listener already started")
        self._thread = Thread(target=self._monitor)
        self._thread.daemon = True
        self._thread.start()

    def prepare(self, record):
        """The record to be handled. Subclasses may override it."""
        return record

    def handle(self, record):
        """Give a record to the handlers."""
        record = self.prepare(record)
        for handler in self.handlers:
            if not self.respect_handler_level or record.levelno >= handler.level:
                handler.handle(record)

    def _monitor(self):
        queue = self.queue
        has_tasks = hasattr(queue, "task_done")
        while True:
            record = self.dequeue(True)
            is_end = record is self._sentinel
            if not is_end:
                self.handle(record)
            if has_tasks:
                queue.task_done()
            if is_end:
                break

    def enqueue_sentinel(self):
        """Put into the queue what ends the thread."""
        self.queue.put_nowait(self._sentinel)

    def stop(self):
        """End the thread, once all records before are handled."""
        if self._thread:
            self.enqueue_sentinel()
            self._thread.join()
            self._thread = None


# What is loaded when a program asks for it: it needs the net.
__getattr__, __dir__ = _later(globals(), {
    "_logging_net": ("SocketHandler", "DatagramHandler", "SysLogHandler", "SMTPHandler", "HTTPHandler", "NTEventLogHandler"),
})  # fmt: skip
