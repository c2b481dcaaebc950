"""Names of hosts with letters that are not ASCII, RFC 3490."""

import _morecodecs
import codecs

ace_prefix, sace_prefix = b"xn--", "xn--"


def nameprep(label):
    """A label as it is compared: in small letters and one form for what looks the same."""
    return _morecodecs._prepared(label)


def ToASCII(label):
    """A label as it stands in the name of a host: bytes."""
    return _morecodecs._to_ascii(label, label, 0)


def ToUnicode(label):
    """A label as people read it."""
    return _morecodecs._to_unicode(label if isinstance(label, bytes) else label.encode())


def getregentry():
    """What the registry of `codecs` has."""
    return codecs.lookup("idna")


_info = getregentry()
IncrementalEncoder, IncrementalDecoder = _info.incrementalencoder, _info.incrementaldecoder
StreamReader, StreamWriter = _info.streamreader, _info.streamwriter
Codec = StreamReader
