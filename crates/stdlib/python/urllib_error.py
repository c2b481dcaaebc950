"""What urllib.request raises."""

import io

__all__ = ["URLError", "HTTPError", "ContentTooShortError"]


class URLError(OSError):
    """Raised when an address can't be reached; reason says why."""

    def __init__(self, reason, filename=None):
        self.args = (reason,)
        self.reason = reason
        if filename is not None:
            self.filename = filename

    def __str__(self):
        return f"<urlopen error {self.reason}>"


class HTTPError(URLError):
    """Raised when a server refuses; it is the answer as well."""

    def __init__(self, url, code, msg, hdrs, fp):
        self.args = ()
        self.code = code
        self.msg = msg
        self.hdrs = hdrs
        self.fp = io.BytesIO() if fp is None else fp
        self.filename = self.url = url

    @property
    def reason(self):
        """The words beside the number."""
        return self.msg

    @property
    def headers(self):
        """The headers of the answer."""
        return self.hdrs

    @headers.setter
    def headers(self, headers):
        self.hdrs = headers

    def __getattr__(self, name):
        if name == "fp" or name.startswith("__"):
            raise AttributeError(name)
        return getattr(self.fp, name)

    def read(self, *args):
        """The body of the answer."""
        return self.fp.read(*args)

    def close(self):
        """Close the answer."""
        self.fp.close()

    def __enter__(self):
        return self

    def __exit__(self, *args):
        self.close()

    def info(self):
        """The headers."""
        return self.hdrs

    def geturl(self):
        """The address."""
        return self.filename

    def getcode(self):
        """The number."""
        return self.code

    @property
    def status(self):
        """The number."""
        return self.code

    def __str__(self):
        return f"HTTP Error {self.code}: {self.msg}"

    def __repr__(self):
        return f"<HTTPError {self.code}: {self.msg!r}>"


class ContentTooShortError(URLError):
    """Raised by urlretrieve() when less came than was promised."""

    def __init__(self, message, content):
        URLError.__init__(self, message)
        self.content = content
