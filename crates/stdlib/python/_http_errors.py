# The exceptions of http.client.
__name__ = "http.client"

LONGEST_LINE = 65536


class HTTPException(Exception):
    """The class of all errors here."""


class NotConnected(HTTPException):
    """Raised for what needs a connection."""


class InvalidURL(HTTPException):
    """Raised for addresses with a wrong port or with letters that can't be sent."""


class UnknownProtocol(HTTPException):
    """Raised for a version of HTTP that isn't known."""

    def __init__(self, version):
        self.args = (version,)
        self.version = version


class UnknownTransferEncoding(HTTPException):
    """Never raised here."""


class UnimplementedFileMode(HTTPException):
    """Never raised here."""


class IncompleteRead(HTTPException):
    """Raised when an answer ends too early: partial is what came, expected how much was missing."""

    def __init__(self, partial, expected=None):
        self.args = (partial,)
        self.partial = partial
        self.expected = expected

    def __repr__(self):
        more = "" if self.expected is None else f", {self.expected} more expected"
        return f"{type(self).__name__}({len(self.partial)} bytes read{more})"

    __str__ = __repr__


class ImproperConnectionState(HTTPException):
    """The class of errors of order: something must be done before."""


class CannotSendRequest(ImproperConnectionState):
    """Raised for a request while another one is under way."""


class CannotSendHeader(ImproperConnectionState):
    """Raised for headers outside of a request."""


class ResponseNotReady(ImproperConnectionState):
    """Raised when an answer is asked for that can't be there."""


class BadStatusLine(HTTPException):
    """Raised for an answer whose first line isn't one."""

    def __init__(self, line):
        line = line or repr(line)
        self.args = (line,)
        self.line = line


class LineTooLong(HTTPException):
    """Raised for lines that no sensible server sends."""

    def __init__(self, line_type):
        HTTPException.__init__(self, f"got more than {LONGEST_LINE} bytes when reading {line_type}")


class RemoteDisconnected(ConnectionResetError, BadStatusLine):
    """Raised when the server goes away instead of answering."""

    def __init__(self, *args, **kwargs):
        BadStatusLine.__init__(self, "")
        ConnectionResetError.__init__(self, *args, **kwargs)
