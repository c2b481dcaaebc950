# Error handlers of codecs: what they may give, and handlers that collect, raise, encode again, replace themselves or
# what is decoded.
import codecs
import gc


def encode(name, handler):
    codecs.register_error(name, handler)
    try:
        print(name, "a\xe9\u65e5b".encode("ascii", name))
    except Exception as error:
        print(name, type(error).__name__, ascii(str(error)))


def decode(name, handler):
    codecs.register_error(name, handler)
    try:
        print(name, ascii(b"a\xff\xfeb".decode("utf-8", name)))
    except Exception as error:
        print(name, type(error).__name__, ascii(str(error)))


encode("text", lambda error: ("?", error.end))
encode("bytes", lambda error: (b"??", error.end))
encode("not ASCII", lambda error: ("\xe9", error.end))
encode("no tuple", lambda error: 3)
encode("too short", lambda error: ("x",))
encode("no position", lambda error: ("x", "y"))
encode("no text", lambda error: (3, 4))
encode("from the end", lambda error: ("x", -1))
encode("beyond", lambda error: ("x", 99))
encode("far before", lambda error: ("x", -99))
encode("raises", lambda error: {}["key"])


def collects(error):
    gc.collect()
    return "g", error.end


def again(error):
    try:
        return "a\xe9".encode("ascii", "again"), error.end
    except RecursionError:
        raise ValueError("too deep") from None


def changes(error):
    error.object = "zz"
    return "x", error.end


def replaces_itself(error):
    codecs.register_error("replaces itself", lambda error: ("new", error.end))
    return "old", error.start + 1


def shows(error):
    print(type(error).__name__, error.encoding, ascii(error.object), error.start, error.end, error.reason)
    return "", error.end


encode("collects", collects)
encode("again", again)
encode("changes", changes)
encode("replaces itself", replaces_itself)
encode("shows", shows)


def other_bytes(error):
    error.object = b"zzzzzzzz\xff"
    return "x", error.end


def no_bytes(error):
    error.object = "text"
    return "x", error.end


def deletes(error):
    del error.object


decode("text", lambda error: ("?", error.end))
decode("bytes", lambda error: (b"??", error.end))
decode("no tuple", lambda error: 3)
decode("from the end", lambda error: ("x", -1))
decode("beyond", lambda error: ("x", 99))
decode("raises", lambda error: {}["key"])
decode("other bytes", other_bytes)
decode("no bytes", no_bytes)
decode("deletes", deletes)
decode("collects", lambda error: (gc.collect() and "" or "\ud800", error.end))
decode("shows", shows)
