"""Messages: headers, whose names have no case, and a body. What reads and writes whole mails is not there."""

from email.utils import decode_params, collapse_rfc2231_value, unquote

__all__ = ["Message"]


def _split_parameters(value):
    """The parts between semicolons, outside of quotes."""
    parts, start, in_quotes, at = [], 0, False, 0
    while at < len(value):
        letter = value[at]
        if letter == "\\" and in_quotes:
            at += 1
        elif letter == '"':
            in_quotes = not in_quotes
        elif letter == ";" and not in_quotes:
            parts.append(value[start:at])
            start = at + 1
        at += 1
    parts.append(value[start:])
    found = []
    for part in parts:
        name, equals, text = part.partition("=")
        found.append((f"{name.strip().lower()}={text.strip()}" if equals else part.strip()))
    return found


def _parameter(name, value=None, quoted=True):
    """A parameter as a header has it."""
    if value is None or value == "":
        return name
    if isinstance(value, tuple):
        from email.utils import encode_rfc2231

        return f"{name}*={encode_rfc2231(value[2], value[0], value[1])}"
    if not value.isascii():
        from email.utils import encode_rfc2231

        return f"{name}*={encode_rfc2231(value, 'utf-8', '')}"
    if quoted or any(letter in ' ()<>@,;:\\"/[]?=' for letter in value):
        return '{}="{}"'.format(name, value.replace("\\", "\\\\").replace('"', '\\"'))
    return f"{name}={value}"


class Message:
    """Headers in their order, with a body: text, or a list of messages."""

    def __init__(self, policy=None):
        self.policy = policy
        self._headers = []
        self._unixfrom = None
        self._payload = None
        self._charset = None
        self.preamble = self.epilogue = None
        self.defects = []
        self._default_type = "text/plain"

    def __str__(self):
        return self.as_string()

    def as_string(self, unixfrom=False, maxheaderlen=0, policy=None):
        """The headers, an empty line and the body."""
        head = "".join([f"{name}: {value}\n" for name, value in self._headers])
        return f"{head}\n{self._payload if isinstance(self._payload, str) else ''}"

    def as_bytes(self, unixfrom=False, policy=None):
        """as_string() as bytes."""
        return self.as_string().encode("ascii", "surrogateescape")

    __bytes__ = as_bytes

    def is_multipart(self):
        """Whether the body is a list of messages."""
        return isinstance(self._payload, list)

    def set_unixfrom(self, unixfrom):
        """Set the line in front of the headers."""
        self._unixfrom = unixfrom

    def get_unixfrom(self):
        """The line in front of the headers."""
        return self._unixfrom

    def attach(self, payload):
        """Add a message to the body."""
        if self._payload is None:
            self._payload = [payload]
        else:
            try:
                self._payload.append(payload)
            except AttributeError:
                raise TypeError("Attach is not valid on a message with a non-multipart payload") from None

    def get_payload(self, i=None, decode=False):
        """The body, or a part of it; decoded as the header Content-Transfer-Encoding says."""
        if self.is_multipart():
            if decode:
                return None
            return self._payload if i is None else self._payload[i]
        if i is not None:
            raise TypeError(f"Expected list, got {type(self._payload)}")
        payload = self._payload
        if not decode or not isinstance(payload, str):
            return payload
        encoding = str(self.get("content-transfer-encoding", "")).lower()
        data = payload.encode("ascii", "surrogateescape") if payload.isascii() else payload.encode("raw-unicode-escape")
        if encoding == "quoted-printable":
            from binascii import a2b_qp

            return a2b_qp(data)
        if encoding == "base64":
            from base64 import b64decode

            return b64decode(b"".join(data.splitlines()))
        return data

    def set_payload(self, payload, charset=None):
        """Set the body."""
        self._payload = payload

    # The headers as a dict, with names that may come several times.

    def __len__(self):
        return len(self._headers)

    def __getitem__(self, name):
        return self.get(name)

    def __setitem__(self, name, val):
        self._headers.append((name, val))

    def __delitem__(self, name):
        name = name.lower()
        self._headers = [pair for pair in self._headers if pair[0].lower() != name]

    def __contains__(self, name):
        name = name.lower()
        return any(name == known.lower() for known, _ in self._headers)

    def __iter__(self):
        for name, _ in self._headers:
            yield name

    def keys(self):
        """The names."""
        return [name for name, _ in self._headers]

    def values(self):
        """The values."""
        return [value for _, value in self._headers]

    def items(self):
        """Names and values."""
        return list(self._headers)

    def get(self, name, failobj=None):
        """The first header of that name."""
        name = name.lower()
        for known, value in self._headers:
            if known.lower() == name:
                return value
        return failobj

    def set_raw(self, name, value):
        """Add a header."""
        self._headers.append((name, value))

    def raw_items(self):
        """Names and values, one after the other."""
        return iter(self._headers.copy())

    def get_all(self, name, failobj=None):
        """All headers of that name."""
        name = name.lower()
        return [value for known, value in self._headers if known.lower() == name] or failobj

    def add_header(self, _name, _value, **_params):
        """Add a header with parameters."""
        parts = [] if _value is None else [_value]
        for name, value in _params.items():
            name = name.replace("_", "-")
            parts.append(name if value is None else _parameter(name, value))
        self[_name] = "; ".join(parts)

    def replace_header(self, _name, _value):
        """Set the first header of that name."""
        for at, (name, _) in enumerate(self._headers):
            if name.lower() == _name.lower():
                self._headers[at] = name, _value
                return
        raise KeyError(_name)

    # What the header Content-Type says, and others with parameters.

    def get_content_type(self):
        """The kind of the body: "text/plain"."""
        value = self.get("content-type")
        if value is None:
            return self.get_default_type()
        kind = _split_parameters(str(value))[0].lower()
        return kind if kind.count("/") == 1 else "text/plain"

    def get_content_maintype(self):
        """The kind's first half."""
        return self.get_content_type().partition("/")[0]

    def get_content_subtype(self):
        """The kind's second half."""
        return self.get_content_type().partition("/")[2]

    def get_default_type(self):
        """The kind where no header names one."""
        return self._default_type

    def set_default_type(self, ctype):
        """Set the kind for where no header names one."""
        self._default_type = ctype

    def _params(self, header):
        value = self.get(header)
        if value is None:
            return None
        pairs = []
        for part in _split_parameters(str(value)):
            name, _, text = part.partition("=")
            pairs.append((name.strip(), text.strip()))
        return decode_params(pairs)

    def get_params(self, failobj=None, header="content-type", unquote=True):
        """The parameters of a header as pairs; the first one is what stands in front of them."""
        params = self._params(header)
        if params is None:
            return failobj
        return [(name, _plain(value)) for name, value in params] if unquote else params

    def get_param(self, param, failobj=None, header="content-type", unquote=True):
        """A parameter of a header."""
        for name, value in self._params(header) or ():
            if name.lower() == param.lower():
                return _plain(value) if unquote else value
        return failobj

    def set_param(self, param, value, header="Content-Type", requote=True, charset=None, language="", replace=False):
        """Set a parameter of a header."""
        if charset and not isinstance(value, tuple):
            value = charset, language, value
        kind = self.get(header) or ("text/plain" if header.lower() == "content-type" else "")
        parts = [part for part in _split_parameters(str(kind)) if part]
        shown = _parameter(param, value, requote)
        places = [at for at, part in enumerate(parts) if part.partition("=")[0].rstrip("*") == param.lower()]
        if places:
            parts[places[0]] = shown
        else:
            parts.append(shown)
        del self[header]
        self[header] = "; ".join(parts)

    def del_param(self, param, header="content-type", requote=True):
        """Take a parameter away from a header."""
        if header in self:
            parts = _split_parameters(str(self[header]))
            del self[header]
            self[header] = "; ".join(part for part in parts if part.partition("=")[0].rstrip("*") != param.lower())

    def set_type(self, type, header="Content-Type", requote=True):
        """Set the kind in front of a header's parameters."""
        if type.count("/") != 1:
            raise ValueError
        if header.lower() == "content-type":
            del self["mime-version"]
            self["MIME-Version"] = "1.0"
        parts = _split_parameters(str(self.get(header) or ""))[1:]
        del self[header]
        self[header] = "; ".join([type, *parts])

    def get_charsets(self, failobj=None):
        """The encodings of this message's text and of those in it."""
        return [part.get_content_charset(failobj) for part in self.walk()]

    def get_filename(self, failobj=None):
        """The name that a file of the body shall have."""
        name = self.get_param("filename", None, "content-disposition")
        if name is None:
            name = self.get_param("name", None)
        return failobj if name is None else collapse_rfc2231_value(name).strip()

    def get_boundary(self, failobj=None):
        """What stands between the parts of the body."""
        boundary = self.get_param("boundary")
        return failobj if boundary is None else collapse_rfc2231_value(boundary).rstrip()

    def get_content_charset(self, failobj=None):
        """The encoding of the body's text."""
        charset = self.get_param("charset")
        if charset is None:
            return failobj
        if isinstance(charset, tuple):
            charset = charset[2]
        return charset.lower() if charset.isascii() else failobj

    def get_charset(self):
        """The encoding that was set."""
        return self._charset

    def get_content_disposition(self):
        """Whether the body is to be shown or kept: "inline" or "attachment"."""
        value = self.get("content-disposition")
        return None if value is None else _split_parameters(str(value))[0].lower()

    def walk(self):
        """This message and those in it."""
        yield self
        if self.is_multipart():
            for part in self._payload:
                yield from part.walk()


def _plain(value):
    return (value[0], value[1], unquote(value[2])) if isinstance(value, tuple) else unquote(value)


class HTTPMessage(Message):
    """The headers of an answer."""

    def getallmatchingheaders(self, name):
        """The lines of the headers of that name: none, as in CPython."""
        return []


HTTPMessage.__module__ = "http.client"
