"""The system's users, as /etc/passwd lists them."""

from _structseq import structseq

struct_passwd = structseq(
    "pwd.struct_passwd",
    ("pw_name", "pw_passwd", "pw_uid", "pw_gid", "pw_gecos", "pw_dir", "pw_shell"),
    "A user: name, password, number, group, description, home directory and shell.",
)


def _entries():
    # Names may be of any encoding.
    try:
        file = open("/etc/passwd", encoding="utf-8", errors="surrogateescape")
    except OSError:
        return
    with file:
        for line in file:
            fields = line.rstrip("\n").split(":")
            if len(fields) == 7 and fields[2].isdecimal() and fields[3].isdecimal():
                name, password, user, group, *rest = fields
                yield struct_passwd((name, password, int(user), int(group), *rest))


def getpwall():
    """All users."""
    return list(_entries())


def getpwnam(name, /):
    """The user of a name."""
    if not isinstance(name, str):
        raise TypeError(f"getpwnam() argument must be str, not {type(name).__name__}")
    for entry in _entries():
        if entry.pw_name == name:
            return entry
    raise KeyError(f"getpwnam(): name not found: {name!r}")


def getpwuid(uid, /):
    """The user of a number."""
    if not hasattr(uid, "__index__"):
        raise TypeError(f"uid should be integer, not {type(uid).__name__}")
    for entry in _entries():
        if entry.pw_uid == uid:
            return entry
    raise KeyError(f"getpwuid(): uid not found: {uid}")
