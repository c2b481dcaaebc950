"""The system's groups of users, as /etc/group lists them."""

from _structseq import structseq

struct_group = structseq(
    "grp.struct_group",
    ("gr_name", "gr_passwd", "gr_gid", "gr_mem"),
    "A group: name, password, number and the names of its members.",
)


def _entries():
    try:
        file = open("/etc/group", encoding="utf-8", errors="surrogateescape")
    except OSError:
        return
    with file:
        for line in file:
            fields = line.rstrip("\n").split(":")
            if len(fields) == 4 and fields[2].isdecimal():
                name, password, number, members = fields
                yield struct_group((name, password, int(number), members.split(",") if members else []))


def getgrall():
    """All groups."""
    return list(_entries())


def getgrnam(name):
    """The group of a name."""
    if not isinstance(name, str):
        raise TypeError(f"getgrnam() argument 'name' must be str, not {type(name).__name__}")
    for entry in _entries():
        if entry.gr_name == name:
            return entry
    raise KeyError(f"getgrnam(): name not found: {name!r}")


def getgrgid(id):
    """The group of a number."""
    if not hasattr(id, "__index__"):
        raise TypeError(f"gid should be integer, not {type(id).__name__}")
    for entry in _entries():
        if entry.gr_gid == id:
            return entry
    raise KeyError(f"getgrgid(): gid not found: {id}")
