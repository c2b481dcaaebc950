# Handlers that send records over the net.

import struct
import time
from _logging_output import Handler
from logging.handlers import SYSLOG_UDP_PORT

__name__ = "logging.handlers"


class SocketHandler(Handler):
    """Sends records, pickled, over a TCP connection that is opened when it is needed."""

    def __init__(self, host, port):
        super().__init__()
        self.host = host
        self.port = port
        self.address = host if port is None else (host, port)
        self.sock = None
        self.closeOnError = False
        self.retryTime = None
        self.retryStart = 1.0
        self.retryMax = 30.0
        self.retryFactor = 2.0

    def makeSocket(self, timeout=1):
        """A socket that is connected."""
        import socket

        if self.port is not None:
            return socket.create_connection(self.address, timeout=timeout)
        made = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        made.settimeout(timeout)
        try:
            made.connect(self.address)
        except OSError:
            made.close()
            raise
        return made

    def createSocket(self):
        """Try to connect, after an error not before some time has gone by, which becomes longer each time."""
        now = time.time()
        if self.retryTime is not None and now < self.retryTime:
            return
        try:
            self.sock = self.makeSocket()
            self.retryTime = None
        except OSError:
            if self.retryTime is None:
                self.retryPeriod = self.retryStart
            else:
                self.retryPeriod = min(self.retryPeriod * self.retryFactor, self.retryMax)
            self.retryTime = now + self.retryPeriod

    def send(self, s):
        """Send bytes, if there is a connection."""
        if self.sock is None:
            self.createSocket()
        if self.sock:
            try:
                self.sock.sendall(s)
            except OSError:
                self.sock.close()
                self.sock = None

    def makePickle(self, record):
        """A record as bytes, with its length in front."""
        import pickle

        if record.exc_info:
            self.format(record)
        values = dict(record.__dict__, msg=record.getMessage(), args=None, exc_info=None)
        values.pop("message", None)
        data = pickle.dumps(values, 1)
        return struct.pack(">L", len(data)) + data

    def handleError(self, record):
        """Close the connection if closeOnError says so."""
        if self.closeOnError and self.sock:
            self.sock.close()
            self.sock = None
        else:
            super().handleError(record)

    def emit(self, record):
        """Send a record."""
        try:
            self.send(self.makePickle(record))
        except Exception:
            self.handleError(record)

    def close(self):
        """Close the connection."""
        with self.lock:
            sock, self.sock = self.sock, None
            if sock:
                sock.close()
            super().close()


class DatagramHandler(SocketHandler):
    """Sends records, pickled, in UDP packets."""

    def makeSocket(self):
        """A socket for packets."""
        import socket

        return socket.socket(socket.AF_UNIX if self.port is None else socket.AF_INET, socket.SOCK_DGRAM)

    def send(self, s):
        """Send bytes in a packet."""
        if self.sock is None:
            self.createSocket()
        self.sock.sendto(s, self.address)


class SysLogHandler(Handler):
    """Sends records to a syslog daemon."""

    LOG_EMERG, LOG_ALERT, LOG_CRIT, LOG_ERR, LOG_WARNING, LOG_NOTICE, LOG_INFO, LOG_DEBUG = range(8)
    (LOG_KERN, LOG_USER, LOG_MAIL, LOG_DAEMON, LOG_AUTH, LOG_SYSLOG, LOG_LPR, LOG_NEWS, LOG_UUCP, LOG_CRON, LOG_AUTHPRIV,
     LOG_FTP, LOG_NTP, LOG_SECURITY, LOG_CONSOLE, LOG_SOLCRON) = range(16)  # fmt: skip
    LOG_LOCAL0, LOG_LOCAL1, LOG_LOCAL2, LOG_LOCAL3, LOG_LOCAL4, LOG_LOCAL5, LOG_LOCAL6, LOG_LOCAL7 = range(16, 24)

    priority_names = {
        "alert": 1, "crit": 2, "critical": 2, "debug": 7, "emerg": 0, "err": 3, "error": 3, "info": 6, "notice": 5,
        "panic": 0, "warn": 4, "warning": 4,
    }  # fmt: skip
    facility_names = {
        "auth": 4, "authpriv": 10, "console": 14, "cron": 9, "daemon": 3, "ftp": 11, "kern": 0, "lpr": 6, "mail": 2,
        "news": 7, "ntp": 12, "security": 13, "solaris-cron": 15, "syslog": 5, "user": 1, "uucp": 8, "local0": 16,
        "local1": 17, "local2": 18, "local3": 19, "local4": 20, "local5": 21, "local6": 22, "local7": 23,
    }  # fmt: skip
    priority_map = {
        "DEBUG": "debug", "INFO": "info", "WARNING": "warning", "ERROR": "error", "CRITICAL": "critical",
    }  # fmt: skip
    ident = ""
    append_nul = True

    def __init__(self, address=("localhost", SYSLOG_UDP_PORT), facility=LOG_USER, socktype=None, timeout=None):
        super().__init__()
        self.address = address
        self.facility = facility
        self.socktype = socktype
        self.timeout = timeout
        self.socket = None
        self.createSocket()

    def createSocket(self):
        """Connect."""
        import socket

        self.unixsocket = isinstance(self.address, str)
        if self.unixsocket:
            # Nobody may listen yet: sending tries again.
            try:
                self._connect_unixsocket(self.address)
            except OSError:
                self.socket = None
            return
        kind = socket.SOCK_DGRAM if self.socktype is None else self.socktype
        found = socket.getaddrinfo(*self.address, 0, kind)
        if not found:
            raise OSError("getaddrinfo returns an empty list")
        for family, kind, protocol, _, address in found:
            made = None
            try:
                made = socket.socket(family, kind, protocol)
                if self.timeout:
                    made.settimeout(self.timeout)
                if kind == socket.SOCK_STREAM:
                    made.connect(address)
                error = None
                break
            except OSError as failure:
                error = failure
                if made is not None:
                    made.close()
        if error is not None:
            raise error
        self.socket = made
        self.socktype = kind

    def _connect_unixsocket(self, address):
        import socket

        # Of an unknown kind: what the system's own log takes.
        kinds = (socket.SOCK_DGRAM, socket.SOCK_STREAM) if self.socktype is None else (self.socktype,)
        for kind in kinds:
            made = socket.socket(socket.AF_UNIX, kind)
            try:
                made.connect(address)
            except OSError:
                made.close()
                if kind == kinds[-1]:
                    raise
            else:
                self.socket = made
                self.socktype = kind
                return

    def encodePriority(self, facility, priority):
        """Facility and priority, which may be names, as one number."""
        if isinstance(facility, str):
            facility = self.facility_names[facility]
        if isinstance(priority, str):
            priority = self.priority_names[priority]
        return facility << 3 | priority

    def mapPriority(self, levelName):
        """The priority for the name of a level."""
        return self.priority_map.get(levelName, "warning")

    def close(self):
        """Close the socket."""
        with self.lock:
            sock, self.socket = self.socket, None
            if sock:
                sock.close()
            super().close()

    def emit(self, record):
        """Send a record."""
        try:
            text = self.ident + self.format(record) + ("\0" if self.append_nul else "")
            priority = self.encodePriority(self.facility, self.mapPriority(record.levelname))
            data = f"<{priority}>{text}".encode()
            if not self.socket:
                self.createSocket()
            if self.unixsocket:
                try:
                    self.socket.send(data)
                except OSError:
                    # The log may have been started anew.
                    self.socket.close()
                    self._connect_unixsocket(self.address)
                    self.socket.send(data)
            elif self.socket.type == __import__("socket").SOCK_DGRAM:
                self.socket.sendto(data, self.address)
            else:
                self.socket.sendall(data)
        except Exception:
            self.handleError(record)


class SMTPHandler(Handler):
    """Sends each record as a mail."""

    def __init__(self, mailhost, fromaddr, toaddrs, subject, credentials=None, secure=None, timeout=5.0):
        super().__init__()
        self.mailhost, self.mailport = mailhost if isinstance(mailhost, (list, tuple)) else (mailhost, None)
        self.username, self.password = credentials if isinstance(credentials, (list, tuple)) else (credentials, None)
        self.fromaddr = fromaddr
        self.toaddrs = [toaddrs] if isinstance(toaddrs, str) else toaddrs
        self.subject = subject
        self.secure = secure
        self.timeout = timeout

    def getSubject(self, record):
        """The subject of the mail for a record."""
        return self.subject

    def emit(self, record):
        """Send a record."""
        try:
            import smtplib
            from email.message import EmailMessage

            mail = EmailMessage()
            mail["From"] = self.fromaddr
            mail["To"] = ",".join(self.toaddrs)
            mail["Subject"] = self.getSubject(record)
            mail.set_content(self.format(record))
            smtp = smtplib.SMTP(self.mailhost, self.mailport or smtplib.SMTP_PORT, timeout=self.timeout)
            if self.username:
                if self.secure is not None:
                    smtp.ehlo()
                    smtp.starttls()
                    smtp.ehlo()
                smtp.login(self.username, self.password)
            smtp.send_message(mail)
            smtp.quit()
        except Exception:
            self.handleError(record)


class HTTPHandler(Handler):
    """Sends records to a web server."""

    def __init__(self, host, url, method="GET", secure=False, credentials=None, context=None):
        super().__init__()
        method = method.upper()
        if method not in ("GET", "POST"):
            raise ValueError("method must be GET or POST")
        if not secure and context is not None:
            raise ValueError("context parameter only makes sense with secure=True")
        self.host = host
        self.url = url
        self.method = method
        self.secure = secure
        self.credentials = credentials
        self.context = context

    def mapLogRecord(self, record):
        """What is sent of a record: a dict."""
        return record.__dict__

    def getConnection(self, host, secure):
        """A connection."""
        import http.client

        if secure:
            return http.client.HTTPSConnection(host, context=self.context)
        return http.client.HTTPConnection(host)

    def emit(self, record):
        """Send a record."""
        try:
            from urllib.parse import urlencode

            connection = self.getConnection(self.host, self.secure)
            data = urlencode(self.mapLogRecord(record))
            url = self.url
            if self.method == "GET":
                url += ("&" if "?" in url else "?") + data
            connection.putrequest(self.method, url)
            if self.method == "POST":
                connection.putheader("Content-type", "application/x-www-form-urlencoded")
                connection.putheader("Content-length", str(len(data)))
            if self.credentials:
                from base64 import b64encode

                text = b64encode(":".join(self.credentials).encode()).strip().decode("ascii")
                connection.putheader("Authorization", "Basic " + text)
            connection.endheaders()
            if self.method == "POST":
                connection.send(data.encode())
            connection.getresponse()
        except Exception:
            self.handleError(record)


class NTEventLogHandler(Handler):
    """Would write to the event log of Windows. Elsewhere it says so and does nothing."""

    def __init__(self, appname, dllname=None, logtype="Application"):
        super().__init__()
        self.appname = appname
        self.dllname = dllname
        self.logtype = logtype
        print("The Python Win32 extensions for NT (service, event logging) appear not to be available.")

    def getMessageID(self, record):
        """The number of the message in the log: always the same."""
        return 1

    def getEventCategory(self, record):
        """The category of the event: none."""
        return 0

    def getEventType(self, record):
        """The kind of the event: Windows' numbers for errors (1), warnings (2) and the rest (4)."""
        return 1 if record.levelno >= 40 else 2 if record.levelno == 30 else 4

    def emit(self, record):
        """Nothing."""
